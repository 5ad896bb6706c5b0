"""Why somebody does not fit an opportunity: one rule, one code."""

from korpu_chassis.refusals import Refusal


class NotForThisAudience(Refusal):
    """It is for others: students, doctoral students, teachers or staff."""

    code = "opportunity-not-your-audience"
    text = {
        "az": "Bu imkan başqa auditoriya üçündür: {allowed}.",
        "en": "It is for others: {allowed}.",
        "ru": "Эта возможность для другой аудитории: {allowed}.",
        "de": "Sie ist für andere gedacht: {allowed}.",
        "fr": "Elle s'adresse à d'autres : {allowed}.",
    }


class LevelOutside(Refusal):
    """The level of the studies is one of those that are asked for."""

    code = "opportunity-level-outside"
    text = {
        "az": "Təhsil səviyyəsi (EQF) uyğun deyil; tələb olunur: {allowed}.",
        "en": "The level of study (EQF) does not fit; it asks for {allowed}.",
        "ru": "Уровень обучения (EQF) не подходит; требуется: {allowed}.",
        "de": "Das Studienniveau (EQR) passt nicht; verlangt wird: {allowed}.",
        "fr": "Le niveau d'études (CEC) ne convient pas ; il faut : {allowed}.",
    }


class FieldOutside(Refusal):
    """The field of study lies in one of those that are asked for."""

    code = "opportunity-field-outside"
    text = {
        "az": "İxtisas sahəsi (ISCED-F) uyğun deyil; tələb olunur: {allowed}.",
        "en": "The field of study (ISCED-F) does not fit; it asks for {allowed}.",
        "ru": "Область обучения (ISCED-F) не подходит; требуется: {allowed}.",
        "de": "Das Studienfach (ISCED-F) passt nicht; verlangt wird: {allowed}.",
        "fr": "Le domaine d'études (ISCED-F) ne convient pas ; il faut : {allowed}.",
    }


class CitizenshipOutside(Refusal):
    """It is for citizens of some countries, or not for those of others."""

    code = "opportunity-citizenship-outside"
    text = {
        "az": "Bu vətəndaşlıq qəbul edilmir.",
        "en": "It is not open to this citizenship.",
        "ru": "Для этого гражданства возможность закрыта.",
        "de": "Für diese Staatsangehörigkeit steht sie nicht offen.",
        "fr": "Elle n'est pas ouverte à cette nationalité.",
    }


class TooOld(Refusal):
    """Whoever applies is younger than the limit on the last day to apply."""

    code = "opportunity-too-old"
    text = {
        "az": "Yaş həddi aşılıb: {day} tarixində {under} yaşdan kiçik olmaq lazımdır.",
        "en": "The age limit is exceeded: one has to be under {under} on {day}.",
        "ru": "Превышен возраст: на {day} должно быть меньше {under} лет.",
        "de": "Die Altersgrenze ist überschritten: Am {day} muss man unter {under} sein.",
        "fr": "La limite d'âge est dépassée : il faut avoir moins de {under} ans le {day}.",
    }


class MeanTooLow(Refusal):
    """The mean of the grades is high enough, whatever scale it is on."""

    code = "opportunity-mean-too-low"
    text = {
        "az": "Orta bal azdır: {scale} ballıq şkalada ən azı {minimum} lazımdır.",
        "en": "The grade average is too low: at least {minimum} of {scale} is asked for.",
        "ru": "Средний балл низок: нужно не меньше {minimum} из {scale}.",
        "de": "Der Notendurchschnitt reicht nicht: Verlangt sind mindestens {minimum} von {scale}.",
        "fr": "La moyenne est trop basse : il faut au moins {minimum} sur {scale}.",
    }


class LanguageMissing(Refusal):
    """The language is known at the level that is asked for."""

    code = "opportunity-language-too-low"
    text = {
        "az": "Dil biliyi azdır: {language} dili üzrə ən azı {cefr} lazımdır.",
        "en": "The language level is too low: at least {cefr} in {language} is asked for.",
        "ru": "Недостаточное знание языка: {language}, не ниже {cefr}.",
        "de": "Die Sprachkenntnisse reichen nicht: verlangt ist {language} auf {cefr}.",
        "fr": "Le niveau de langue est insuffisant : il faut {language} au niveau {cefr}.",
    }


INELIGIBLE = (
    NotForThisAudience,
    LevelOutside,
    FieldOutside,
    CitizenshipOutside,
    TooOld,
    MeanTooLow,
    LanguageMissing,
)
