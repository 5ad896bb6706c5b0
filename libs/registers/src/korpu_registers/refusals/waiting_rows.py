"""Why a decision about a row is refused."""

from korpu_chassis.refusals import Refusal


class UnknownRow(Refusal):
    """The import has no such row that waits."""

    code = "register-unknown-row"
    status = 404
    text = {
        "az": "Gözləyən belə sətir yoxdur.",
        "en": "There is no such row that waits.",
        "ru": "Нет такой ожидающей строки.",
        "de": "Es gibt keine solche wartende Zeile.",
        "fr": "Il n'y a pas de telle ligne en attente.",
    }


class NotOffered(Refusal):
    """A row is the same as one that was offered for it, or as none."""

    code = "register-not-offered"
    status = 422
    text = {
        "az": "Bu qeyd həmin sətir üçün təklif olunmayıb.",
        "en": "This record was not offered for the row.",
        "ru": "Эта запись не предлагалась для строки.",
        "de": "Dieser Eintrag wurde für die Zeile nicht angeboten.",
        "fr": "Cette fiche n'a pas été proposée pour la ligne.",
    }


class PartnerNotMissing(Refusal):
    """The row does not wait because nobody knows its partner."""

    code = "register-partner-not-missing"
    text = {
        "az": "Bu sətir naməlum tərəfdaşa görə gözləmir.",
        "en": "This row does not wait for a partner that nobody knows.",
        "ru": "Эта строка ждёт не из-за неизвестного партнёра.",
        "de": "Diese Zeile wartet nicht auf einen unbekannten Partner.",
        "fr": "Cette ligne n'attend pas un partenaire inconnu.",
    }


class PartnerIncomplete(Refusal):
    """An organisation is registered with its country."""

    code = "register-partner-incomplete"
    status = 422
    text = {
        "az": "Təşkilatı qeydiyyata almaq üçün bunları göstərin və ya düzəldin: {fields}.",
        "en": "To register this organisation, give or mend: {fields}.",
        "ru": "Чтобы зарегистрировать организацию, укажите или исправьте: {fields}.",
        "de": "Um diese Organisation zu erfassen, nennen oder berichtigen Sie: {fields}.",
        "fr": "Pour enregistrer cette organisation, indiquez ou corrigez : {fields}.",
    }


class PartnerLikeKnown(Refusal):
    """An organisation like it is registered, perhaps archived."""

    code = "register-partner-like-known"
    text = {
        "az": "Oxşar təşkilat artıq var: {known}. Onu seçin.",
        "en": "An organisation like it is known: {known}. Name that one.",
        "ru": "Похожая организация уже есть: {known}. Укажите её.",
        "de": "Eine ähnliche Organisation ist bekannt: {known}. Nennen Sie diese.",
        "fr": "Une organisation semblable est connue : {known}. Désignez-la.",
    }


class NoSuchValue(Refusal):
    """No row that waits says this in this field."""

    code = "register-no-such-value"
    text = {
        "az": "Gözləyən sətirlərin heç birində belə dəyər yoxdur.",
        "en": "No row that waits says this.",
        "ru": "Ни в одной из ожидающих строк нет такого значения.",
        "de": "Keine wartende Zeile sagt das.",
        "fr": "Aucune ligne en attente ne dit cela.",
    }
