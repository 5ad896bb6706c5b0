"""Why a learning agreement is not signed, rejected or withdrawn so."""

from korpu_chassis.refusals import Refusal


class NotYourTurn(Refusal):
    """Person, sender and receiver sign one after the other."""

    code = "learning-agreement-not-your-turn"
    text = {
        "az": "Növbə sizdə deyil: əvvəlcə şəxs, sonra göndərən, sonra qəbul edən imzalayır.",
        "en": "It is not your turn: the person signs first, then the sender, then the receiver.",
        "ru": "Сейчас не ваша очередь: сначала подписывает человек, затем отправляющая, затем принимающая сторона.",
        "de": "Sie sind nicht an der Reihe: erst unterschreibt die Person, dann der Sender, dann der Empfänger.",
        "fr": "Ce n'est pas votre tour : la personne signe d'abord, puis l'envoyeur, puis l'accueillant.",
    }


class OtherVersion(Refusal):
    """A signature is bound to what was read."""

    code = "learning-agreement-other-version"
    text = {
        "az": "Razılaşma bu arada dəyişib; yeni versiyanı oxuyun, sonra qərar verin.",
        "en": "The agreement was changed in the meantime; read the new version before you decide.",
        "ru": "Соглашение тем временем изменилось; прочтите новую версию, прежде чем решать.",
        "de": "Die Vereinbarung wurde inzwischen geändert; lesen Sie die neue Fassung, bevor Sie entscheiden.",
        "fr": "Le contrat a changé entre-temps ; lisez la nouvelle version avant de décider.",
    }


class OwnAgreement(Refusal):
    """Whoever studies does not sign for the university as well."""

    code = "learning-agreement-own"
    text = {
        "az": "Öz razılaşmanızı universitet adından imzalaya və ya rədd edə bilməzsiniz.",
        "en": "You cannot sign or reject your own agreement for the university.",
        "ru": "Нельзя подписать или отклонить собственное соглашение от имени университета.",
        "de": "Die eigene Vereinbarung kann man nicht für die Universität unterschreiben oder ablehnen.",
        "fr": "On ne signe ni ne refuse son propre contrat au nom de l'université.",
    }


class SignedByAll(Refusal):
    """What all three have signed is changed, and never deleted."""

    code = "learning-agreement-signed-by-all"
    text = {
        "az": "{number} saylı versiyanı hər üç tərəf imzalayıb; o, silinmir, yalnız yeni versiya ilə dəyişdirilir.",
        "en": "All three have signed version {number}; it is not deleted, only changed by a further version.",
        "ru": "Версию {number} подписали все три стороны; её не удаляют, а меняют следующей версией.",
        "de": "Fassung {number} haben alle drei unterschrieben; sie wird nicht gelöscht, nur weiter geändert.",
        "fr": "Les trois ont signé la version {number} ; on ne la supprime pas, une autre version la modifie.",
    }


class NoGuest(Refusal):
    """A link is for a party that has no account, while a version waits for signatures."""

    code = "learning-agreement-no-guest"
    text = {
        "az": "Keçid yalnız tərəfdaşa və ya şəxsə, imza gözlənilən versiya üçün verilir; universitet özü imzalayır.",
        "en": "A link is for the partner or the person while a version waits for signatures; we sign here ourselves.",
        "ru": "Ссылка даётся партнёру или человеку, пока версия ждёт подписей; университет подписывает сам.",
        "de": "Einen Link bekommen Partner oder Person, solange eine Fassung offen ist; wir unterschreiben selbst.",
        "fr": "Le lien est pour le partenaire ou la personne tant qu'une version attend ; nous signons nous-mêmes.",
    }
