"""Why a department's answer to a request of an admission has no effect."""

from korpu_chassis.refusals import Refusal


class ArrangementUnknown(Refusal):
    """The admission has made no such request."""

    code = "admission-request-unknown"
    status = 404
    text = {
        "az": "Bu qəbulun belə sorğusu yoxdur.",
        "en": "This admission has made no such request.",
        "ru": "У этого приёма нет такого запроса.",
        "de": "Diese Zulassung hat keine solche Anfrage gestellt.",
        "fr": "Cette admission n'a fait aucune demande de ce genre.",
    }


class ArrangementNotTheirs(Refusal):
    """A department answers what it was asked."""

    code = "admission-request-not-theirs"
    text = {
        "az": "Sorğu başqa şöbəyə ünvanlanıb.",
        "en": "The request was made to another department.",
        "ru": "Запрос адресован другому отделу.",
        "de": "Die Anfrage ging an eine andere Abteilung.",
        "fr": "La demande a été adressée à un autre service.",
    }


class ArrangementAsked(Refusal):
    """One thing is asked for once, until it was answered with no or taken back."""

    code = "admission-request-asked"
    text = {
        "az": "Bu artıq soruşulub və sorğu qüvvədədir.",
        "en": "This has been asked for already, and the request stands.",
        "ru": "Об этом уже просили, и запрос действует.",
        "de": "Darum wurde schon gebeten, und die Anfrage steht.",
        "fr": "Cela a déjà été demandé, et la demande tient.",
    }


class ArrangementSettled(Refusal):
    """An answer follows the present standing of a request."""

    code = "admission-request-settled"
    text = {
        "az": "Sorğunun indiki vəziyyətində belə cavab mümkün deyil.",
        "en": "As the request stands, it cannot be answered so.",
        "ru": "В нынешнем состоянии запроса такой ответ невозможен.",
        "de": "So, wie die Anfrage steht, ist diese Antwort nicht möglich.",
        "fr": "Dans l'état de la demande, cette réponse n'est pas possible.",
    }


class ArrangementNoWithoutReason(Refusal):
    """Whoever asked reads why a department says no."""

    code = "admission-request-rejection-without-reason"
    status = 422
    text = {
        "az": "İmtinanın səbəbini yazın; sorğunu göndərən onu oxuyacaq.",
        "en": "Say why it is rejected; whoever asked reads it.",
        "ru": "Укажите причину отказа; её прочтёт тот, кто просил.",
        "de": "Nennen Sie den Grund der Ablehnung; wer gefragt hat, liest ihn.",
        "fr": "Indiquez le motif du refus ; celui qui a demandé le lira.",
    }


class ArrangementDuePast(Refusal):
    """Help is due today or later."""

    code = "admission-request-due-past"
    status = 422
    text = {
        "az": "İcra günü ({due}) keçib; bu gündən başlayan bir gün seçin.",
        "en": "The due date ({due}) has passed; choose today or later.",
        "ru": "Срок ({due}) прошёл; выберите сегодня или позже.",
        "de": "Der Termin ({due}) ist vorbei; wählen Sie heute oder später.",
        "fr": "L'échéance ({due}) est passée ; choisissez aujourd'hui ou plus tard.",
    }
