"""Why a selection does not go on yet."""

from korpu_chassis.refusals import Refusal


class CallStillOpen(Refusal):
    """Nobody is compared while one can still apply."""

    code = "selection-call-still-open"
    text = {
        "az": "Müraciət müddəti hələ bitməyib.",
        "en": "One can still apply; scoring begins when that is over.",
        "ru": "Приём заявок ещё идёт; оценка начнётся после него.",
        "de": "Man kann sich noch bewerben; bewertet wird danach.",
        "fr": "On peut encore postuler ; l'évaluation commence ensuite.",
    }


class ApplicationsWaiting(Refusal):
    """Every application was looked at before any is compared."""

    code = "selection-applications-waiting"
    text = {
        "az": "Hələ baxılmamış və ya düzəlişdə olan müraciətlər var: {count}.",
        "en": "Applications that nobody has looked at yet, or that are being mended: {count}.",
        "ru": "Есть заявки, не рассмотренные или возвращённые на исправление: {count}.",
        "de": "Noch nicht geprüfte oder zurückgegebene Bewerbungen: {count}.",
        "fr": "Candidatures pas encore examinées ou en correction : {count}.",
    }


class NobodyToCompare(Refusal):
    """Somebody has applied."""

    code = "selection-nobody-to-compare"
    text = {
        "az": "Müqayisə ediləcək müraciət yoxdur.",
        "en": "There is no application to compare.",
        "ru": "Нет заявок для сравнения.",
        "de": "Es gibt keine Bewerbung zu vergleichen.",
        "fr": "Aucune candidature à comparer.",
    }


class QuorumMissing(Refusal):
    """As many members as are wanted have scored every application."""

    code = "selection-quorum-missing"
    text = {
        "az": "Yetərsay yoxdur ({quorum} qiymət lazımdır): {codes}. Üzv əlavə edin və ya qiymətləri gözləyin.",
        "en": "These applications lack the quorum of {quorum} scores: {codes}. Wait for them, or name another member.",
        "ru": "Нет кворума (нужно оценок: {quorum}): {codes}. Дождитесь оценок или добавьте члена комиссии.",
        "de": "Das Quorum von {quorum} Bewertungen fehlt: {codes}. Warten Sie, oder nennen Sie ein Mitglied mehr.",
        "fr": "Le quorum de {quorum} notes manque pour : {codes}. Attendez ou nommez un autre membre.",
    }


class PlacesUnknown(Refusal):
    """It is known how many places there are before they are given."""

    code = "selection-places-unknown"
    text = {
        "az": "Yerlərin sayı məlum deyil: seçimin yerlərini və ya elanın tədris ilini göstərin.",
        "en": "It is not known how many places there are: set the seats, or the academic year of the opportunity.",
        "ru": "Неизвестно число мест: укажите места отбора или учебный год объявления.",
        "de": "Die Zahl der Plätze ist unbekannt: Setzen Sie die Plätze oder das Studienjahr des Angebots.",
        "fr": "Le nombre de places est inconnu : indiquez les places ou l'année universitaire de l'offre.",
    }


class DestinationUnknown(Refusal):
    """Seats are those of a destination of the opportunity, named once."""

    code = "selection-destination-unknown"
    status = 422
    text = {
        "az": "Bu yer elanda yoxdur və ya iki dəfə göstərilib.",
        "en": "This destination is not one of the opportunity, or is named twice.",
        "ru": "Этого места нет в объявлении, или оно указано дважды.",
        "de": "Dieses Ziel gehört nicht zum Angebot oder ist zweimal genannt.",
        "fr": "Cette destination n'est pas dans l'offre ou figure deux fois.",
    }


class OffersOutstanding(Refusal):
    """A selection is closed when every offer was answered."""

    code = "selection-offers-outstanding"
    text = {
        "az": "Cavabı gözlənilən təkliflər: {count}.",
        "en": "Offers that are still to be answered: {count}.",
        "ru": "Предложения без ответа: {count}.",
        "de": "Noch nicht beantwortete Angebote: {count}.",
        "fr": "Offres encore sans réponse : {count}.",
    }


class OffersSent(Refusal):
    """What people were asked to confirm is not taken from them by a new ranking."""

    code = "selection-offers-sent"
    text = {
        "az": "Təkliflər artıq göndərilib: {count}; sıralama daha dəyişmir.",
        "en": "Offers were sent already: {count}; the ranking stands.",
        "ru": "Предложения уже отправлены: {count}; рейтинг больше не меняется.",
        "de": "Angebote sind schon verschickt: {count}; die Rangfolge bleibt.",
        "fr": "Des offres ont déjà été envoyées : {count} ; le classement ne change plus.",
    }
