"""Why a step with the migration office cannot be taken yet."""

from korpu_chassis.refusals import Notice, Refusal


class LetterMissing(Refusal):
    """A visa is asked for with the letter of invitation."""

    code = "admission-letter-missing"
    text = {
        "az": "Dəvət məktubu hələ verilməyib.",
        "en": "No letter of invitation has been issued yet.",
        "ru": "Письмо-приглашение ещё не выдано.",
        "de": "Es ist noch kein Einladungsschreiben ausgestellt.",
        "fr": "Aucune lettre d'invitation n'a encore été délivrée.",
    }


class LetterTooLate(Refusal):
    """Who has arrived needs no letter of invitation."""

    code = "admission-letter-too-late"
    text = {
        "az": "Şəxs artıq ölkədədir; dəvət məktubu lazım deyil.",
        "en": "This person is in the country already; no letter of invitation is needed.",
        "ru": "Человек уже в стране; письмо-приглашение не нужно.",
        "de": "Die Person ist schon im Land; ein Einladungsschreiben wird nicht mehr gebraucht.",
        "fr": "La personne est déjà dans le pays ; aucune lettre d'invitation n'est nécessaire.",
    }


class VisaNotPending(Refusal):
    """A visa is granted or refused after it was asked for."""

    code = "admission-visa-not-pending"
    text = {
        "az": "Viza üçün müraciət qeyd olunmayıb və ya artıq cavablandırılıb.",
        "en": "No visa is being waited for: it was not asked for, or was answered already.",
        "ru": "Виза не ожидается: её не запрашивали или ответ уже есть.",
        "de": "Es wird auf kein Visum gewartet: es wurde nicht beantragt oder ist schon entschieden.",
        "fr": "Aucun visa n'est attendu : il n'a pas été demandé, ou la réponse est déjà là.",
    }


class VisaMissing(Refusal):
    """Who needs a visa arrives with one."""

    code = "admission-visa-missing"
    text = {
        "az": "Viza qeyd olunmayıb; onu yazın və ya vizanın lazım olmadığını bildirin.",
        "en": "No visa has been recorded; record it, or say that none is needed.",
        "ru": "Виза не записана; запишите её или укажите, что она не нужна.",
        "de": "Es ist kein Visum eingetragen; tragen Sie es ein oder sagen Sie, dass keines nötig ist.",
        "fr": "Aucun visa n'est inscrit ; inscrivez-le, ou indiquez qu'il n'en faut pas.",
    }


class VisaNotValidThen(Refusal):
    """One arrives between the first and the last day of the visa."""

    code = "admission-visa-not-valid-then"
    status = 422
    text = {
        "az": "Viza həmin gün etibarlı deyildi ({first} – {last}); günü yoxlayın.",
        "en": "The visa was not valid on that day ({first} to {last}); check the day.",
        "ru": "В этот день виза не действовала ({first} – {last}); проверьте день.",
        "de": "Das Visum galt an diesem Tag nicht ({first} bis {last}); prüfen Sie den Tag.",
        "fr": "Le visa n'était pas valable ce jour-là (du {first} au {last}) ; vérifiez le jour.",
    }


class AlreadyArrived(Refusal):
    """One arrives once."""

    code = "admission-already-arrived"
    text = {
        "az": "Gəliş artıq qeyd olunub.",
        "en": "The arrival has been recorded already.",
        "ru": "Прибытие уже записано.",
        "de": "Die Ankunft ist schon eingetragen.",
        "fr": "L'arrivée est déjà inscrite.",
    }


class NotInTheCountry(Refusal):
    """Place of stay and permit are for those who are here."""

    code = "admission-not-in-the-country"
    text = {
        "az": "Gəliş qeyd olunmayıb və ya şəxs artıq ölkədə deyil.",
        "en": "No arrival has been recorded, or this person is no longer in the country.",
        "ru": "Прибытие не записано, или человека уже нет в стране.",
        "de": "Es ist keine Ankunft eingetragen, oder die Person ist nicht mehr im Land.",
        "fr": "Aucune arrivée n'est inscrite, ou la personne n'est plus dans le pays.",
    }


class PlaceNotRegistered(Refusal):
    """A permit is asked for by who is registered at a place of stay."""

    code = "admission-place-not-registered"
    text = {
        "az": "Olduğu yer üzrə qeydiyyat yoxdur; icazədən əvvəl qeydiyyata alın.",
        "en": "The place of stay is not registered; register it before the permit is asked for.",
        "ru": "Место пребывания не зарегистрировано; сделайте это до заявления на разрешение.",
        "de": "Der Aufenthaltsort ist nicht angemeldet; melden Sie ihn an, bevor die Erlaubnis beantragt wird.",
        "fr": "Le lieu de séjour n'est pas enregistré ; enregistrez-le avant de demander le permis.",
    }


class PermitNotApplied(Refusal):
    """A permit is given after it was asked for."""

    code = "admission-permit-not-applied"
    text = {
        "az": "İcazə üçün müraciət qeyd olunmayıb.",
        "en": "No permit has been applied for.",
        "ru": "Заявление на разрешение не записано.",
        "de": "Es ist keine Aufenthaltserlaubnis beantragt.",
        "fr": "Aucun permis n'a été demandé.",
    }


class PermitPending(Refusal):
    """A second application waits for the answer to the first."""

    code = "admission-permit-pending"
    text = {
        "az": "Müraciət artıq verilib; cavab gözlənilir.",
        "en": "A permit has been applied for already; the answer is awaited.",
        "ru": "Заявление уже подано; ожидается ответ.",
        "de": "Die Erlaubnis ist schon beantragt; die Antwort steht aus.",
        "fr": "Le permis a déjà été demandé ; la réponse est attendue.",
    }


class PassportTooShort(Refusal):
    """The passport is valid for some months beyond the permit that is asked for."""

    code = "admission-passport-too-short"
    text = {
        "az": "Pasport ən azı {needed} tarixinədək etibarlı olmalıdır; əvvəlcə yenilənmiş pasportu qeyd edin.",
        "en": "The passport must be valid until {needed} at least; record the renewed passport first.",
        "ru": "Паспорт должен действовать не менее чем до {needed}; сначала запишите новый паспорт.",
        "de": "Der Pass muss mindestens bis zum {needed} gelten; tragen Sie zuerst den erneuerten Pass ein.",
        "fr": "Le passeport doit être valable au moins jusqu'au {needed} ; inscrivez d'abord le nouveau passeport.",
    }


class DaysReversed(Refusal):
    """What is valid from a day on ends on or after it."""

    code = "admission-days-reversed"
    status = 422
    text = {
        "az": "Son gün ilk gündən əvvəl ola bilməz.",
        "en": "The last day cannot be before the first.",
        "ru": "Последний день не может быть раньше первого.",
        "de": "Der letzte Tag kann nicht vor dem ersten liegen.",
        "fr": "Le dernier jour ne peut précéder le premier.",
    }


class BeforeTheArrival(Refusal):
    """What follows the arrival is not dated before it."""

    code = "admission-before-arrival"
    status = 422
    text = {
        "az": "{on} gəlişdən ({arrived}) əvvəldir; günü yoxlayın.",
        "en": "{on} lies before the arrival ({arrived}); check the day.",
        "ru": "{on} раньше прибытия ({arrived}); проверьте день.",
        "de": "Der {on} liegt vor der Ankunft ({arrived}); prüfen Sie den Tag.",
        "fr": "Le {on} précède l'arrivée ({arrived}) ; vérifiez le jour.",
    }


class PassportEndsSoon(Notice):
    """The passport ends before the permit could."""

    code = "admission-passport-ends-soon"
    text = {
        "az": "Pasportun müddəti məlum deyil və ya {needed} tarixinədək çatmır; yeniləməyi xatırladın.",
        "en": "The passport's end is unknown, or it is not valid until {needed}; remind the student to renew it.",
        "ru": "Срок паспорта неизвестен или не достигает {needed}; напомните о продлении.",
        "de": "Das Ende des Passes ist unbekannt, oder er gilt nicht bis zum {needed}; erinnern Sie an die Erneuerung.",
        "fr": "La fin du passeport est inconnue, ou il n'est pas valable jusqu'au {needed} ; faites-le renouveler.",
    }


class PermitAtRisk(Notice):
    """Without a longer passport the next permit cannot be asked for."""

    code = "admission-permit-at-risk"
    text = {
        "az": "Belə pasportla {due} tarixinədək icazə üçün müraciət etmək olmaz.",
        "en": "With this passport no permit can be applied for by {due}.",
        "ru": "С таким паспортом нельзя подать на разрешение до {due}.",
        "de": "Mit diesem Pass kann bis zum {due} keine Erlaubnis beantragt werden.",
        "fr": "Avec ce passeport, aucun permis ne peut être demandé d'ici au {due}.",
    }
