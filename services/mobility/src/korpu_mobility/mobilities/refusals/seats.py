"""Why there is no seat for who is put forward, or none any more."""

from korpu_chassis.refusals import Notice, Refusal


class ConditionUnknown(Refusal):
    """No agreement that we have heard of has this condition."""

    code = "mobility-condition-unknown"
    text = {
        "az": "Belə şərti olan müqavilə tapılmadı. Müqavilə təzəcə imzalanıbsa, bir azdan yenidən cəhd edin.",
        "en": "No agreement with this condition is known here. If it was made just now, try again in a moment.",
        "ru": "Соглашение с таким условием здесь неизвестно. Если оно только что заключено, повторите чуть позже.",
        "de": "Keine Vereinbarung mit dieser Bedingung ist hier bekannt. Ist sie ganz neu, bitte gleich noch einmal.",
        "fr": "Aucun accord avec cette condition n'est connu ici. S'il vient d'être conclu, réessayez bientôt.",
    }


class AgreementNotInForce(Refusal):
    """Seats are filled only while their agreement is in force."""

    code = "mobility-agreement-not-in-force"
    text = {
        "az": "Müqavilə qüvvədə deyil (vəziyyəti: {agreement_status}); onun yerləri üzrə namizəd irəli sürmək olmaz.",
        "en": "The agreement is not in force (it is {agreement_status}); nobody can be nominated to its seats.",
        "ru": "Соглашение не действует (состояние: {agreement_status}); номинировать на его места нельзя.",
        "de": "Die Vereinbarung gilt nicht (Zustand: {agreement_status}); niemand kann nominiert werden.",
        "fr": "L'accord n'est pas en vigueur (état : {agreement_status}) ; personne ne peut être nommé à ses places.",
    }


class PartnerNotActive(Refusal):
    """A suspended, archived or merged partner receives and sends nobody."""

    code = "mobility-partner-not-active"
    text = {
        "az": "Tərəfdaş təşkilat hazırda fəal deyil (vəziyyəti: {partner_status}).",
        "en": "The partner is not active at present (it is {partner_status}).",
        "ru": "Партнёр сейчас не активен (состояние: {partner_status}).",
        "de": "Der Partner ist zurzeit nicht aktiv (Zustand: {partner_status}).",
        "fr": "Le partenaire n'est pas actif actuellement (état : {partner_status}).",
    }


class NoSeatLeft(Refusal):
    """All seats of the condition are taken, and the nominee does not want to wait."""

    code = "mobility-no-seat-left"
    text = {
        "az": "Bu şərt üzrə bütün yerlər ({seats}) tutulub.",
        "en": "All seats of this condition ({seats}) are taken.",
        "ru": "Все места по этому условию ({seats}) заняты.",
        "de": "Alle Plätze dieser Bedingung ({seats}) sind vergeben.",
        "fr": "Toutes les places de cette condition ({seats}) sont prises.",
    }


class OfferLapsed(Refusal):
    """An offered place can be confirmed until the end of the fourteenth day."""

    code = "mobility-offer-lapsed"
    text = {
        "az": "Təklif {until} tarixində başa çatıb.",
        "en": "The offer ended on {until}.",
        "ru": "Срок предложения истёк {until}.",
        "de": "Das Angebot endete am {until}.",
        "fr": "L'offre a pris fin le {until}.",
    }


class ConsentMissing(Notice):
    """The person has not (or no longer) agreed that the host may have their data."""

    code = "mobility-consent-missing"
    text = {
        "az": "Məlumatların qəbul edən tərəfə verilməsinə qüvvədə olan razılıq yoxdur.",
        "en": "There is no valid consent to share the person's data with the host.",
        "ru": "Нет действующего согласия на передачу данных принимающей стороне.",
        "de": "Es gibt keine gültige Einwilligung, die Daten dem Gastgeber zu geben.",
        "fr": "Il n'y a pas de consentement valable pour transmettre les données à l'hôte.",
    }


class UnitAgreed(Refusal):
    """The agreement says which unit sends or receives."""

    code = "mobility-unit-agreed"
    text = {
        "az": "Bölmə müqavilədə göstərilib: {unit}.",
        "en": "The agreement names the unit: {unit}.",
        "ru": "Подразделение указано в соглашении: {unit}.",
        "de": "Die Vereinbarung nennt die Einheit: {unit}.",
        "fr": "L'accord désigne l'unité : {unit}.",
    }
