"""Why the days of an opportunity are not accepted."""

from korpu_chassis.refusals import Refusal


class ZoneUnknown(Refusal):
    """A deadline ends in a time zone that there is."""

    code = "opportunity-zone-unknown"
    status = 422
    text = {
        "az": "Belə saat qurşağı yoxdur; IANA adını yazın, məsələn Europe/Berlin.",
        "en": "There is no such time zone; give its IANA name, such as Europe/Berlin.",
        "ru": "Такого часового пояса нет; укажите имя IANA, например Europe/Berlin.",
        "de": "Diese Zeitzone gibt es nicht; geben Sie den IANA-Namen an, etwa Europe/Berlin.",
        "fr": "Ce fuseau horaire n'existe pas ; indiquez son nom IANA, par exemple Europe/Berlin.",
    }


class InternalDeadlineAlone(Refusal):
    """The office's own deadline comes before the provider's, which is therefore known."""

    code = "opportunity-internal-deadline-alone"
    status = 422
    text = {
        "az": "Daxili son tarix elan verənin son tarixi olmadan göstərilmir.",
        "en": "Give the provider's deadline as well: the internal one comes before it.",
        "ru": "Укажите и срок организатора: внутренний срок наступает раньше него.",
        "de": "Geben Sie auch die Frist des Anbieters an: Die interne liegt davor.",
        "fr": "Indiquez aussi la date limite de l'organisme : la date interne la précède.",
    }


class InternalDeadlineTooLate(Refusal):
    """The office needs time between its own deadline and the provider's."""

    code = "opportunity-internal-deadline-too-late"
    status = 422
    text = {
        "az": "Daxili son tarix elan verənin son tarixindən ({deadline}, {time_zone}) əvvəl olmalıdır.",
        "en": "The internal deadline has to come before the provider's ({deadline}, {time_zone}).",
        "ru": "Внутренний срок должен наступать раньше срока организатора ({deadline}, {time_zone}).",
        "de": "Die interne Frist muss vor der des Anbieters liegen ({deadline}, {time_zone}).",
        "fr": "La date limite interne doit précéder celle de l'organisme ({deadline}, {time_zone}).",
    }


class OpensAfterDeadline(Refusal):
    """One can apply for at least a day."""

    code = "opportunity-opens-after-deadline"
    status = 422
    text = {
        "az": "Qəbul son müraciət günündən ({last}) sonra açıla bilməz.",
        "en": "Applications cannot open after their last day, {last}.",
        "ru": "Приём заявок не может открыться после последнего дня ({last}).",
        "de": "Bewerbungen können nicht nach ihrem letzten Tag ({last}) beginnen.",
        "fr": "Les candidatures ne peuvent pas s'ouvrir après leur dernier jour, le {last}.",
    }


class DeadlinePassed(Refusal):
    """Nobody can apply to what is over."""

    code = "opportunity-deadline-passed"
    text = {
        "az": "Son müraciət günü ({last}) keçib; yeni son tarix göstərin.",
        "en": "The last day to apply, {last}, has passed; set a later deadline.",
        "ru": "Последний день подачи ({last}) прошёл; установите более поздний срок.",
        "de": "Der letzte Bewerbungstag ({last}) ist vorbei; setzen Sie eine spätere Frist.",
        "fr": "Le dernier jour pour postuler, le {last}, est passé ; fixez une date plus tardive.",
    }
