"""Words of a row that may mean nothing known, or several things."""

from korpu_chassis.refusals import Notice


class PartnerNotKnown(Notice):
    """A row names a partner that is not registered, or several that may be meant."""

    code = "register-partner-not-known"
    text = {
        "az": "Belə tərəfdaş tapılmadı; onu qeydiyyata alın və ya ölkəsini göstərin.",
        "en": "No such partner is known; register it, or name its country so that it becomes a prospect.",
        "ru": "Такой партнёр не найден; зарегистрируйте его или укажите страну.",
        "de": "Kein solcher Partner ist bekannt; erfassen Sie ihn oder nennen Sie sein Land.",
        "fr": "Ce partenaire n'est pas connu ; enregistrez-le ou indiquez son pays.",
    }


class PartnerUncertain(Notice):
    """Several organisations have this name."""

    code = "register-partner-uncertain"
    text = {
        "az": "Bu adda bir neçə təşkilat var: {known}. Kodunu yazın.",
        "en": "Several organisations have this name: {known}. Write the code of the right one.",
        "ru": "Так называются несколько организаций: {known}. Укажите код нужной.",
        "de": "Mehrere Organisationen heißen so: {known}. Schreiben Sie den Code der richtigen.",
        "fr": "Plusieurs organisations portent ce nom : {known}. Écrivez le code de la bonne.",
    }


class KindNotKnown(Notice):
    """The word is no kind that the office has."""

    code = "register-kind-not-known"
    text = {
        "az": "Bu növ tanınmır.",
        "en": "This kind is not known.",
        "ru": "Такой вид неизвестен.",
        "de": "Diese Art ist nicht bekannt.",
        "fr": "Ce type n'est pas connu.",
    }
