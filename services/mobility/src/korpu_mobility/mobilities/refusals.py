"""Why not: what may not be done, and what to do instead."""

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


class YearNotCovered(Refusal):
    """The condition gives no seats in this academic year."""

    code = "mobility-year-not-covered"
    text = {
        "az": "Şərt {first_year} – {last_year} tədris illərini əhatə edir.",
        "en": "The condition covers the academic years {first_year} to {last_year}.",
        "ru": "Условие охватывает учебные годы с {first_year} по {last_year}.",
        "de": "Die Bedingung gilt für die Studienjahre {first_year} bis {last_year}.",
        "fr": "La condition couvre les années universitaires {first_year} à {last_year}.",
    }


class AudienceNotEligible(Refusal):
    """Study is for students, teaching and training are for staff."""

    code = "mobility-audience-not-eligible"
    text = {
        "az": "Bu növ yerlər ({kind}) namizədin qrupu üçün nəzərdə tutulmayıb.",
        "en": "Seats of this kind ({kind}) are not meant for this group of people.",
        "ru": "Места этого вида ({kind}) не предназначены для этой группы.",
        "de": "Plätze dieser Art ({kind}) sind nicht für diese Gruppe bestimmt.",
        "fr": "Les places de ce type ({kind}) ne sont pas destinées à ce groupe.",
    }


class LevelNotEligible(Refusal):
    """The condition names the levels of qualification that it takes."""

    code = "mobility-level-not-eligible"
    text = {
        "az": "Namizədin səviyyəsi AKÇ {level}-dir; şərt bu səviyyələri qəbul edir: {allowed}.",
        "en": "The nominee's level is EQF {level}; the condition takes {allowed}.",
        "ru": "Уровень номинанта — EQF {level}; условие принимает уровни: {allowed}.",
        "de": "Die Stufe ist EQR {level}; die Bedingung nimmt {allowed}.",
        "fr": "Le niveau est CEC {level} ; la condition admet {allowed}.",
    }


class FieldNotEligible(Refusal):
    """The condition names the fields of study that it takes."""

    code = "mobility-field-not-eligible"
    text = {
        "az": "{field} ixtisas sahəsi şərtdə yoxdur; qəbul edilən sahələr: {allowed}.",
        "en": "The field {field} is not among those that the condition takes: {allowed}.",
        "ru": "Области {field} нет среди принимаемых условием: {allowed}.",
        "de": "Das Fach {field} gehört nicht zu denen der Bedingung: {allowed}.",
        "fr": "Le domaine {field} n'est pas parmi ceux de la condition : {allowed}.",
    }


class LanguageTooLow(Refusal):
    """The condition asks for a level of its language that the nominee has not shown."""

    code = "mobility-language-too-low"
    text = {
        "az": "Şərt {language} dili üzrə ən azı {needed} səviyyəsini tələb edir.",
        "en": "The condition asks for {language} at {needed} or better.",
        "ru": "Условие требует язык {language} не ниже {needed}.",
        "de": "Die Bedingung verlangt {language} auf {needed} oder besser.",
        "fr": "La condition exige {language} au niveau {needed} au moins.",
    }


class UnitNotEligible(Refusal):
    """The condition belongs to one unit, and the person to another."""

    code = "mobility-unit-not-eligible"
    text = {
        "az": "Bu yerlər yalnız {unit} bölməsi üçündür.",
        "en": "These seats are for the unit {unit} only.",
        "ru": "Эти места только для подразделения {unit}.",
        "de": "Diese Plätze sind nur für die Einheit {unit}.",
        "fr": "Ces places sont réservées à l'unité {unit}.",
    }


INELIGIBLE = (
    YearNotCovered,
    AudienceNotEligible,
    UnitNotEligible,
    LevelNotEligible,
    FieldNotEligible,
    LanguageTooLow,
)


class ConditionUnknown(Refusal):
    """No agreement that we have heard of has this condition."""

    code = "mobility-condition-unknown"
    text = {
        "az": "Belə şərti olan müqavilə tapılmadı. Müqavilə təzəcə imzalanıbsa, bir azdan yenidən cəhd edin.",
        "en": "No agreement with this condition is known here. If it was made just now, try again in a moment.",
        "ru": "Соглашение с таким условием здесь неизвестно. Если оно только что заключено, повторите чуть позже.",
        "de": "Keine Vereinbarung mit dieser Bedingung ist hier bekannt. Ist sie ganz neu, bitte gleich noch einmal.",
        "fr": "Aucun accord avec cette condition n'est connu ici. S'il vient d'être conclu, réessayez bientôt.",
    }


class AgreementNotInForce(Refusal):
    """Seats are filled only while their agreement is in force."""

    code = "mobility-agreement-not-in-force"
    text = {
        "az": "Müqavilə qüvvədə deyil (vəziyyəti: {agreement_status}); onun yerləri üzrə namizəd irəli sürmək olmaz.",
        "en": "The agreement is not in force (it is {agreement_status}); nobody can be nominated to its seats.",
        "ru": "Соглашение не действует (состояние: {agreement_status}); номинировать на его места нельзя.",
        "de": "Die Vereinbarung gilt nicht (Zustand: {agreement_status}); niemand kann nominiert werden.",
        "fr": "L'accord n'est pas en vigueur (état : {agreement_status}) ; personne ne peut être nommé à ses places.",
    }


class PartnerNotActive(Refusal):
    """A suspended, archived or merged partner receives and sends nobody."""

    code = "mobility-partner-not-active"
    text = {
        "az": "Tərəfdaş təşkilat hazırda fəal deyil (vəziyyəti: {partner_status}).",
        "en": "The partner is not active at present (it is {partner_status}).",
        "ru": "Партнёр сейчас не активен (состояние: {partner_status}).",
        "de": "Der Partner ist zurzeit nicht aktiv (Zustand: {partner_status}).",
        "fr": "Le partenaire n'est pas actif actuellement (état : {partner_status}).",
    }


class NoSeatLeft(Refusal):
    """All seats of the condition are taken, and the nominee does not want to wait."""

    code = "mobility-no-seat-left"
    text = {
        "az": "Bu şərt üzrə bütün yerlər ({seats}) tutulub.",
        "en": "All seats of this condition ({seats}) are taken.",
        "ru": "Все места по этому условию ({seats}) заняты.",
        "de": "Alle Plätze dieser Bedingung ({seats}) sind vergeben.",
        "fr": "Toutes les places de cette condition ({seats}) sont prises.",
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


class OfferLapsed(Refusal):
    """An offered place can be confirmed until the end of the fourteenth day."""

    code = "mobility-offer-lapsed"
    text = {
        "az": "Təklif {until} tarixində başa çatıb.",
        "en": "The offer ended on {until}.",
        "ru": "Срок предложения истёк {until}.",
        "de": "Das Angebot endete am {until}.",
        "fr": "L'offre a pris fin le {until}.",
    }


class ConsentMissing(Notice):
    """The person has not (or no longer) agreed that the host may have their data."""

    code = "mobility-consent-missing"
    text = {
        "az": "Məlumatların qəbul edən tərəfə verilməsinə qüvvədə olan razılıq yoxdur.",
        "en": "There is no valid consent to share the person's data with the host.",
        "ru": "Нет действующего согласия на передачу данных принимающей стороне.",
        "de": "Es gibt keine gültige Einwilligung, die Daten dem Gastgeber zu geben.",
        "fr": "Il n'y a pas de consentement valable pour transmettre les données à l'hôte.",
    }
