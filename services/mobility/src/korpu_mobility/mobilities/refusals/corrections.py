"""Why a record of a stay is not put right, or a stay not taken up again, in this way."""

from korpu_chassis.refusals import Refusal


class NotRecordedYet(Refusal):
    """What is corrected was recorded before."""

    code = "mobility-not-recorded-yet"
    text = {
        "az": "Bu tarix hələ qeyd olunmayıb; əvvəlcə gəlişi və ya qayıdışı qeyd edin.",
        "en": "This day has not been recorded yet; record the arrival or the return first.",
        "ru": "Эта дата ещё не записана; сначала запишите прибытие или возвращение.",
        "de": "Dieser Tag ist noch nicht festgehalten; erfassen Sie zuerst Ankunft oder Rückkehr.",
        "fr": "Ce jour n'est pas encore enregistré ; enregistrez d'abord l'arrivée ou le retour.",
    }


class TermOutsideYear(Refusal):
    """A term belongs to its academic year."""

    code = "mobility-term-outside-year"
    status = 422
    text = {
        "az": "{term} semestri {academic_year} tədris ilinə aid deyil.",
        "en": "The term {term} does not belong to the academic year {academic_year}.",
        "ru": "Семестр {term} не относится к учебному году {academic_year}.",
        "de": "Das Semester {term} gehört nicht zum Studienjahr {academic_year}.",
        "fr": "Le semestre {term} n'appartient pas à l'année universitaire {academic_year}.",
    }


class ReopenedTooLate(Refusal):
    """A cancellation is taken back within fifteen minutes."""

    code = "mobility-reopened-too-late"
    text = {
        "az": "Ləğv yalnız {minutes} dəqiqə ərzində geri götürülür; yenidən namizəd irəli sürün.",
        "en": "A cancellation is taken back within {minutes} minutes; nominate the person anew.",
        "ru": "Отмену можно вернуть в течение {minutes} мин.; номинируйте человека заново.",
        "de": "Eine Absage wird binnen {minutes} Minuten zurückgenommen; nominieren Sie die Person neu.",
        "fr": "Une annulation se reprend dans les {minutes} minutes ; nommez la personne à nouveau.",
    }


class CancelledByAnother(Refusal):
    """Whoever has cancelled takes it back."""

    code = "mobility-cancelled-by-another"
    text = {
        "az": "Ləğvi yalnız onu edən şəxs geri götürə bilər.",
        "en": "Only whoever cancelled the stay takes that back.",
        "ru": "Отмену возвращает только тот, кто её сделал.",
        "de": "Nur wer abgesagt hat, nimmt die Absage zurück.",
        "fr": "Seule la personne qui a annulé peut revenir sur l'annulation.",
    }


class WasItEarly(Refusal):
    """A return well before the plan is early, or the plan was another one: somebody says which."""

    code = "mobility-was-it-early"
    text = {
        "az": "Planlaşdırılan son gün {planned}-dir. Vaxtından əvvəl qayıdışdırsa, belə qeyd edin; yoxsa təsdiqləyin.",
        "en": "The plan ends on {planned}. Was it an early return? Record it as one, or confirm that all was done.",
        "ru": "По плану — до {planned}. Это досрочное возвращение? Запишите его так или подтвердите завершение.",
        "de": "Geplant war bis {planned}. War es eine vorzeitige Rückkehr? Erfassen Sie sie so, oder bestätigen Sie.",
        "fr": "Le plan va jusqu'au {planned}. Est-ce un retour anticipé ? Enregistrez-le ainsi, ou confirmez.",
    }
