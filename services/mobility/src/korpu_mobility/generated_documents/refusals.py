"""Why a paper of mobility is not made."""

from korpu_chassis.refusals import Refusal


class StayNotOver(Refusal):
    """A stay is certified when it is over, by the days on which it really began and ended."""

    code = "paper-stay-not-over"
    text = {
        "az": "Arayış yalnız gəliş və qayıdış tarixi qeyd olunmuş mübadilə üçün verilir.",
        "en": "A stay is certified only once its arrival and its return are recorded.",
        "ru": "Справка выдаётся только после того, как записаны приезд и возвращение.",
        "de": "Ein Aufenthalt wird erst bescheinigt, wenn Ankunft und Rückkehr festgehalten sind.",
        "fr": "Un séjour n'est attesté qu'une fois l'arrivée et le retour enregistrés.",
    }


class NobodyNominated(Refusal):
    """A nomination list names somebody."""

    code = "paper-nobody-nominated"
    text = {
        "az": "Bu tərəfdaşa həmin tədris ili üçün namizəd göstərilməyib.",
        "en": "Nobody is nominated to this partner for that time.",
        "ru": "К этому партнёру на это время никто не номинирован.",
        "de": "Für diese Zeit ist niemand bei diesem Partner nominiert.",
        "fr": "Personne n'est nommé auprès de ce partenaire pour cette période.",
    }


class ConsentMissing(Refusal):
    """Whoever is named to a partner has agreed to that."""

    code = "paper-consent-missing"
    status = 422
    text = {
        "az": "Bu namizədlər adlarının tərəfdaşa bildirilməsinə razılıq verməyib: {stays}. Əvvəlcə razılığı qeyd edin.",
        "en": "The nominees of {stays} have not agreed to be named to the partner. Record their consent first.",
        "ru": "Номинанты {stays} не дали согласия на передачу данных партнёру. Сначала запишите согласие.",
        "de": "Die Nominierten zu {stays} haben der Weitergabe an den Partner nicht zugestimmt. "
        "Bitte zuerst die Zustimmung festhalten.",
        "fr": "Les candidats de {stays} n'ont pas accepté d'être nommés au partenaire. "
        "Enregistrez d'abord leur consentement.",
    }


class NoSuchVersion(Refusal):
    """A learning agreement has the versions that were written."""

    code = "paper-version-unknown"
    status = 422
    text = {
        "az": "Təhsil razılaşmasının belə versiyası yoxdur.",
        "en": "The learning agreement has no such version.",
        "ru": "У учебного соглашения нет такой версии.",
        "de": "Diese Fassung der Lernvereinbarung gibt es nicht.",
        "fr": "Le contrat d'études n'a pas cette version.",
    }


class TripNotApproved(Refusal):
    """An order and a letter for the visa are made of a trip that was approved and takes place."""

    code = "paper-trip-not-approved"
    text = {
        "az": "Sənəd yalnız təsdiqlənmiş və ləğv edilməmiş ezamiyyət üçün hazırlanır.",
        "en": "The paper is made only of a trip that was approved and takes place.",
        "ru": "Документ составляется только для утверждённой и не отменённой командировки.",
        "de": "Das Schreiben wird nur zu einer genehmigten Reise gemacht, die stattfindet.",
        "fr": "Le document n'est établi que pour un déplacement approuvé qui a lieu.",
    }


class NotInvited(Refusal):
    """The letter of an admission is printed as it was recorded, while the admission stands."""

    code = "paper-study-invitation-unknown"
    text = {
        "az": "Bu qəbul üzrə dəvət məktubu qeyd olunmayıb və ya qəbul qüvvədə deyil; əvvəlcə məktubu qeyd edin.",
        "en": "No letter of invitation is recorded for this admission, or it does not stand; record the letter first.",
        "ru": "Для этого приёма приглашение не записано, или приём не действует; сначала запишите приглашение.",
        "de": "Zu dieser Zulassung ist keine Einladung festgehalten, oder sie gilt nicht; "
        "bitte zuerst die Einladung festhalten.",
        "fr": "Aucune lettre d'invitation n'est enregistrée pour cette admission, ou elle ne vaut plus ; "
        "enregistrez d'abord la lettre.",
    }


class NotRanked(Refusal):
    """Minutes tell of a comparison that is over."""

    code = "paper-selection-not-ranked"
    text = {
        "az": "Protokol yalnız qiymətləndirmə bağlanıb sıralama aparıldıqdan sonra hazırlanır.",
        "en": "Minutes are made once the scoring is closed and everybody has a rank.",
        "ru": "Протокол составляется после завершения оценки и ранжирования.",
        "de": "Das Protokoll wird gemacht, wenn die Bewertung abgeschlossen ist und die Rangfolge steht.",
        "fr": "Le procès-verbal est établi une fois l'évaluation close et le classement fait.",
    }


class MinutesTooLong(Refusal):
    """What nobody would read on paper is taken as a list."""

    code = "paper-minutes-too-long"
    text = {
        "az": "Sıralamada {count} müraciət var; protokola ən çoxu {most} sığır. Siyahını fayl kimi götürün.",
        "en": "The ranking has {count} applications; minutes hold {most} at most. Take the list as a file.",
        "ru": "В рейтинге {count} заявок; протокол вмещает не больше {most}. Возьмите список файлом.",
        "de": "Die Rangfolge hat {count} Bewerbungen; ein Protokoll fasst höchstens {most}. "
        "Nehmen Sie die Liste als Datei.",
        "fr": "Le classement compte {count} candidatures ; un procès-verbal en contient {most} au plus. "
        "Prenez la liste en fichier.",
    }
