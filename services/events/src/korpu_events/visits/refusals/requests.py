"""The first letter: who wants to come, or to go, and when."""

from korpu_chassis.refusals import Notice, Refusal


class OrganisationNotHeard(Notice):
    """Nobody has told of an organisation that was named."""

    code = "organisation-not-heard"
    text = {
        "az": "Göstərilən təşkilat haqqında hələ məlumat gəlməyib; yoxlayın.",
        "en": "Nothing has been heard of this organisation yet; check it.",
        "ru": "Об этой организации ещё нет сведений; проверьте её.",
    }


class OrganisationGone(Notice):
    """An organisation that was named is archived."""

    code = "organisation-gone"
    text = {
        "az": "Göstərilən təşkilat artıq fəal deyil (vəziyyəti: {status}).",
        "en": "This organisation is no longer active (its status: {status}).",
        "ru": "Эта организация больше не активна (статус: {status}).",
    }


class UnknownRequest(Refusal):
    """The visit has made no such request."""

    code = "request-unknown"
    status = 404
    text = {
        "az": "Səfərin belə sorğusu yoxdur.",
        "en": "The visit has made no such request.",
        "ru": "У визита нет такого запроса.",
        "de": "Der Besuch hat keine solche Anfrage gestellt.",
        "fr": "La visite n'a fait aucune demande de ce genre.",
    }


class RequestSettled(Refusal):
    """An answer follows the present standing of a request."""

    code = "request-settled"
    text = {
        "az": "Sorğunun vəziyyəti «{status}»: ona «{answer}» cavabı verilə bilməz.",
        "en": "The request is {status}: it cannot become {answer}.",
        "ru": "Запрос в состоянии «{status}»: ответ «{answer}» невозможен.",
        "de": "Die Anfrage ist {status}: sie kann nicht {answer} werden.",
        "fr": "La demande est {status} : elle ne peut devenir {answer}.",
    }


class NotTheirs(Refusal):
    """A department answers what it was asked."""

    code = "request-not-theirs"
    text = {
        "az": "Sorğu başqa şöbəyə ünvanlanıb.",
        "en": "The request was made to another department.",
        "ru": "Запрос адресован другому отделу.",
        "de": "Die Anfrage ging an eine andere Abteilung.",
        "fr": "La demande a été adressée à un autre service.",
    }


class DueOutOfReach(Refusal):
    """Help is due between today and the end of the visit."""

    code = "request-due-out-of-reach"
    status = 422
    text = {
        "az": "İcra tarixi bu gün ilə səfərin sonu ({ends}) arasında olmalıdır.",
        "en": "The due date must lie between today and the end of the visit ({ends}).",
        "ru": "Срок должен быть между сегодня и концом визита ({ends}).",
    }


class NotReady(Refusal):
    """A visit is confirmed when every department has said yes and there is a programme."""

    code = "visit-not-ready"
    text = {
        "az": "Səfər hazır deyil: {waiting}. Gözləyin və ya nəyə baxmayaraq təsdiqlədiyinizi yazın.",
        "en": "The visit is not ready: {waiting}. Wait, or say despite what reason you confirm it.",
        "ru": "Визит не готов: {waiting}. Подождите или укажите, почему подтверждаете.",
    }
