"""Why the money of a trip is not planned or paid so."""

from korpu_chassis.refusals import Refusal


class LegsTooFew(Refusal):
    """An allowance is paid for nights between two legs."""

    code = "trip-legs-too-few"
    status = 422
    text = {
        "az": "Gündəlik xərc üçün marşrutda gediş və qayıdış göstərilməlidir.",
        "en": "For a daily allowance the route needs the way there and the way back.",
        "ru": "Для суточных в маршруте нужны дорога туда и обратно.",
        "de": "Für ein Tagegeld braucht der Reiseweg Hin- und Rückreise.",
        "fr": "Pour une indemnité journalière, l'itinéraire doit comporter l'aller et le retour.",
    }


class RateUnknown(Refusal):
    """No rate is known for a night of the way."""

    code = "trip-rate-unknown"
    text = {
        "az": "{night} gecəsi üçün {country} üzrə gündəlik norma məlum deyil. Norma cədvəli tamamlanmalıdır.",
        "en": "No daily rate is known for {country} in the night of {night}; the table of rates has to be completed.",
        "ru": "Для {country} на ночь {night} суточная норма неизвестна; таблицу норм нужно дополнить.",
        "de": "Für {country} ist in der Nacht {night} kein Tagessatz bekannt; die Tabelle muss ergänzt werden.",
        "fr": "Aucun taux journalier n'est connu pour {country} la nuit du {night} ; le tableau est à compléter.",
    }


class ProvidedReversed(Refusal):
    """What the host provides ends on or after the night on which it begins."""

    code = "trip-provided-reversed"
    status = 422
    text = {
        "az": "Son gecə ilk gecədən əvvəl ola bilməz.",
        "en": "The last night cannot be before the first.",
        "ru": "Последняя ночь не может быть раньше первой.",
        "de": "Die letzte Nacht kann nicht vor der ersten liegen.",
        "fr": "La dernière nuit ne peut pas précéder la première.",
    }


class AdvanceInFuture(Refusal):
    """Only an advance that was paid is written down."""

    code = "trip-advance-in-future"
    status = 422
    text = {
        "az": "Avansın ödənildiyi gün ({on}) hələ gəlməyib.",
        "en": "The day on which the advance was paid, {on}, has not come yet.",
        "ru": "День выплаты аванса ({on}) ещё не наступил.",
        "de": "Der Tag der Vorschusszahlung ({on}) ist noch nicht gekommen.",
        "fr": "Le jour du versement de l'avance, le {on}, n'est pas encore arrivé.",
    }
