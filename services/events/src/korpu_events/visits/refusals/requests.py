"""Why a request to a department, or its answer, has no effect."""

from korpu_chassis.refusals import Refusal


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


class RejectionWithoutReason(Refusal):
    """Whoever asked can read why a department says no."""

    code = "request-rejection-without-reason"
    status = 422
    text = {
        "az": "İmtinanın səbəbini yazın; sorğunu göndərən onu oxuyacaq.",
        "en": "Say why it is rejected; whoever asked reads it.",
        "ru": "Укажите причину отказа; её прочтёт тот, кто просил.",
        "de": "Nennen Sie den Grund der Ablehnung; wer gefragt hat, liest ihn.",
        "fr": "Indiquez le motif du refus ; celui qui a demandé le lira.",
    }


class AskedAgainSince(Refusal):
    """An answer is to what is asked now, not to what was asked before the visit moved or grew."""

    code = "request-asked-again"
    text = {
        "az": "Sorğu sonradan dəyişib (nəşri: {revision}). Yeni günləri və sayı oxuyub yenidən cavab verin.",
        "en": "The request has changed since (revision {revision}). Read its new days and numbers, and answer again.",
        "ru": "Запрос с тех пор изменился (редакция {revision}). Прочтите новые дни и число и ответьте снова.",
        "de": "Die Anfrage hat sich geändert (Fassung {revision}). Lesen Sie Tage und Anzahl und antworten Sie neu.",
        "fr": "La demande a changé depuis (version {revision}). Lisez les dates et le nombre, et répondez à nouveau.",
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
