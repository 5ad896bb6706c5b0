"""Why a nominee does not fit a condition."""

from korpu_chassis.refusals import Refusal


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
