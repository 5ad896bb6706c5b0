"""Why days cannot be, or are worth a look."""

from korpu_chassis.refusals import Notice, Refusal


class DatesReversed(Refusal):
    """A stay ends on or after the day on which it begins."""

    code = "mobility-dates-reversed"
    status = 422
    text = {
        "az": "Son gün ilk gündən əvvəl ola bilməz.",
        "en": "The last day cannot be before the first.",
        "ru": "Последний день не может быть раньше первого.",
        "de": "Der letzte Tag kann nicht vor dem ersten liegen.",
        "fr": "Le dernier jour ne peut pas précéder le premier.",
    }


class InTheFuture(Refusal):
    """Only what has happened can be recorded."""

    code = "mobility-in-the-future"
    status = 422
    text = {
        "az": "{on} hələ gəlməyib; yalnız baş vermiş hadisə qeyd olunur.",
        "en": "{on} has not come yet; only what has happened can be recorded.",
        "ru": "{on} ещё не наступило; записывается только то, что произошло.",
        "de": "Der {on} ist noch nicht gekommen; nur Geschehenes wird festgehalten.",
        "fr": "Le {on} n'est pas encore arrivé ; on n'enregistre que ce qui a eu lieu.",
    }


class BeforeArrival(Refusal):
    """One returns after one has arrived."""

    code = "mobility-before-arrival"
    status = 422
    text = {
        "az": "Qayıdış gəliş tarixindən ({arrived}) əvvəl ola bilməz.",
        "en": "The return cannot be before the arrival on {arrived}.",
        "ru": "Возвращение не может быть раньше прибытия ({arrived}).",
        "de": "Die Rückkehr kann nicht vor der Ankunft am {arrived} liegen.",
        "fr": "Le retour ne peut pas précéder l'arrivée du {arrived}.",
    }


class NotEarly(Refusal):
    """A return on or after the planned last day is an ordinary return."""

    code = "mobility-not-early"
    status = 422
    text = {
        "az": "Planlaşdırılan son gün {planned}-dir; bu, adi qayıdışdır.",
        "en": "The planned last day is {planned}; this is an ordinary return.",
        "ru": "Плановый последний день — {planned}; это обычное возвращение.",
        "de": "Der geplante letzte Tag ist der {planned}; das ist eine gewöhnliche Rückkehr.",
        "fr": "Le dernier jour prévu est le {planned} ; c'est un retour ordinaire.",
    }


class StartNotPassed(Refusal):
    """Nobody is missing before the planned first day is over."""

    code = "mobility-start-not-passed"
    text = {
        "az": "Planlaşdırılan ilk gün ({start}) hələ keçməyib.",
        "en": "The planned first day, {start}, has not passed yet.",
        "ru": "Плановый первый день ({start}) ещё не прошёл.",
        "de": "Der geplante erste Tag ({start}) ist noch nicht vorbei.",
        "fr": "Le premier jour prévu ({start}) n'est pas encore passé.",
    }


class LengthExceeded(Notice):
    """All stays of the year together are longer than the condition provides for."""

    code = "mobility-length-exceeded"
    text = {
        "az": "Bu tədris ilində bütün mobilliklər birlikdə {planned} gündür; şərt {agreed} gün nəzərdə tutur.",
        "en": "All stays of this academic year together take {planned} days; the condition provides {agreed}.",
        "ru": "Все поездки этого учебного года вместе занимают {planned} дн.; условие предусматривает {agreed}.",
        "de": "Alle Aufenthalte dieses Studienjahres dauern zusammen {planned} Tage; vereinbart sind {agreed}.",
        "fr": "Tous les séjours de cette année durent ensemble {planned} jours ; la condition en prévoit {agreed}.",
    }


class DatesOutsideYear(Notice):
    """The planned dates lie outside the academic year of the seat."""

    code = "mobility-dates-outside-year"
    text = {
        "az": "Planlaşdırılan tarixlər {academic_year} tədris ilindən kənara çıxır.",
        "en": "The planned dates lie outside the academic year {academic_year}.",
        "ru": "Плановые даты выходят за пределы учебного года {academic_year}.",
        "de": "Die geplanten Tage liegen außerhalb des Studienjahres {academic_year}.",
        "fr": "Les dates prévues sont hors de l'année universitaire {academic_year}.",
    }


class StaysOverlap(Refusal):
    """One person cannot be at two places at once."""

    code = "mobility-stays-overlap"
    text = {
        "az": "Bu müddətdə həmin şəxsin başqa mobilliyi var: {other}, {first} – {last}.",
        "en": "The person has another stay in this time: {other}, {first} to {last}.",
        "ru": "В это время у этого человека другая поездка: {other}, {first} – {last}.",
        "de": "Die Person hat in dieser Zeit einen anderen Aufenthalt: {other}, {first} bis {last}.",
        "fr": "La personne a un autre séjour à cette période : {other}, du {first} au {last}.",
    }


class InsuranceTooShort(Notice):
    """The insurance ends before the stay does."""

    code = "mobility-insurance-too-short"
    text = {
        "az": "Sığorta mobilliyin son günündən ({ends}) əvvəl bitir.",
        "en": "The insurance ends before the last day of the stay, {ends}.",
        "ru": "Страховка заканчивается раньше последнего дня поездки ({ends}).",
        "de": "Die Versicherung endet vor dem letzten Tag des Aufenthalts ({ends}).",
        "fr": "L'assurance prend fin avant le dernier jour du séjour ({ends}).",
    }
