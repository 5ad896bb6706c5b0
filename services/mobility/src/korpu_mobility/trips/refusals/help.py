"""Why a department is not asked for help with a trip, or its answer has no effect."""

from korpu_chassis.refusals import Refusal


class TripHelpUnknown(Refusal):
    """The trip has made no such request."""

    code = "trip-help-unknown"
    status = 404
    text = {
        "az": "Bu ezamiyyətin belə sorğusu yoxdur.",
        "en": "This trip has made no such request.",
        "ru": "У этой командировки нет такого запроса.",
        "de": "Diese Dienstreise hat keine solche Anfrage gestellt.",
        "fr": "Ce déplacement n'a fait aucune demande de ce genre.",
    }


class TripHelpNotTheirs(Refusal):
    """A department answers what it was asked."""

    code = "trip-help-not-theirs"
    text = {
        "az": "Ezamiyyətin sorğusu başqa şöbəyə ünvanlanıb.",
        "en": "The request of this trip was made to another department.",
        "ru": "Запрос по командировке адресован другому отделу.",
        "de": "Die Anfrage zur Dienstreise ging an eine andere Abteilung.",
        "fr": "La demande de ce déplacement a été adressée à un autre service.",
    }


class TripHelpAskedAlready(Refusal):
    """One thing is asked for once, until it was answered with no or taken back."""

    code = "trip-help-asked"
    text = {
        "az": "Bu ezamiyyət üçün həmin kömək artıq istənilib və sorğu qüvvədədir.",
        "en": "This help has been asked for already, and the request stands.",
        "ru": "Об этой помощи уже просили, и запрос действует.",
        "de": "Um diese Hilfe wurde schon gebeten, und die Anfrage steht.",
        "fr": "Cette aide a déjà été demandée, et la demande tient.",
    }


class TripHelpDuePast(Refusal):
    """Help is due today or later."""

    code = "trip-help-due-past"
    status = 422
    text = {
        "az": "Köməyin son günü ({due}) keçib; bu gün və ya sonrakı gün seçin.",
        "en": "The day by which help is needed ({due}) has passed; choose today or later.",
        "ru": "Срок помощи ({due}) прошёл; выберите сегодня или позже.",
        "de": "Der Tag, bis zu dem Hilfe nötig ist ({due}), ist vorbei; wählen Sie heute oder später.",
        "fr": "Le jour où l'aide est nécessaire ({due}) est passé ; choisissez aujourd'hui ou plus tard.",
    }


class TripHelpDueLate(Refusal):
    """Help that comes after the trip helps nobody."""

    code = "trip-help-due-after-trip"
    status = 422
    text = {
        "az": "Ezamiyyət {ends} tarixində bitir; kömək o günə qədər lazımdır.",
        "en": "The trip ends on {ends}; help is needed by then.",
        "ru": "Командировка заканчивается {ends}; помощь нужна до этого дня.",
        "de": "Die Dienstreise endet am {ends}; die Hilfe wird bis dahin gebraucht.",
        "fr": "Le déplacement se termine le {ends} ; l'aide est nécessaire d'ici là.",
    }


class TripHelpSettled(Refusal):
    """An answer follows the present standing of a request."""

    code = "trip-help-settled"
    text = {
        "az": "Ezamiyyət sorğusunun indiki vəziyyətində belə cavab mümkün deyil.",
        "en": "As the request of this trip stands, it cannot be answered so.",
        "ru": "В нынешнем состоянии запроса по командировке такой ответ невозможен.",
        "de": "So, wie die Anfrage zur Dienstreise steht, ist diese Antwort nicht möglich.",
        "fr": "Dans l'état de la demande de ce déplacement, cette réponse n'est pas possible.",
    }


class TripHelpNoWithoutReason(Refusal):
    """Whoever travels reads why a department says no."""

    code = "trip-help-rejection-without-reason"
    status = 422
    text = {
        "az": "İmtinanın səbəbini yazın; ezamiyyətə gedən onu oxuyacaq.",
        "en": "Say why help is refused; whoever travels reads it.",
        "ru": "Укажите причину отказа в помощи; её прочтёт командируемый.",
        "de": "Nennen Sie den Grund, warum nicht geholfen wird; wer reist, liest ihn.",
        "fr": "Indiquez pourquoi l'aide est refusée ; le voyageur le lira.",
    }
