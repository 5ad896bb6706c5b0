"""What somebody is told who asks for a number that there is not."""

from korpu_chassis.refusals import Refusal


class UnknownIndicator(Refusal):
    """There is no such indicator, or the caller may not know of it."""

    code = "unknown-indicator"
    status = 422
    text = {
        "az": "Belə göstərici yoxdur: {code}",
        "en": "There is no indicator {code}",
        "ru": "Такого показателя нет: {code}",
        "de": "Eine Kennzahl {code} gibt es nicht",
        "fr": "Il n'y a pas d'indicateur {code}",
    }


class UnknownDimension(Refusal):
    """The indicator is not broken down by this."""

    code = "unknown-dimension"
    status = 422
    text = {
        "az": "Bu göstərici «{dimension}» üzrə bölünmür; mümkün bölgülər: {dimensions}",
        "en": "This indicator is not broken down by {dimension}; it can be by {dimensions}",
        "ru": "Этот показатель не делится по «{dimension}»; возможны: {dimensions}",
        "de": "Diese Kennzahl wird nicht nach {dimension} gegliedert; möglich sind {dimensions}",
        "fr": "Cet indicateur ne se ventile pas par {dimension} ; il le peut par {dimensions}",
    }


class TooManyDimensions(Refusal):
    """One table has rows and columns, and nothing besides."""

    code = "too-many-dimensions"
    status = 422
    text = {
        "az": "Bir göstərici ən çoxu {most} fərqli bölgü üzrə göstərilir",
        "en": "An indicator is broken down by at most {most} different dimensions",
        "ru": "Показатель делится не более чем по {most} разным признакам",
        "de": "Eine Kennzahl wird nach höchstens {most} verschiedenen Merkmalen gegliedert",
        "fr": "Un indicateur se ventile selon au plus {most} dimensions différentes",
    }


class PeriodBackwards(Refusal):
    """The period ends before it begins."""

    code = "period-backwards"
    status = 422
    text = {
        "az": "Dövr başlanğıcından əvvəl bitir: {begins} – {ends}",
        "en": "The period ends before it begins: {begins} to {ends}",
        "ru": "Период заканчивается раньше, чем начинается: {begins} – {ends}",
        "de": "Der Zeitraum endet, bevor er beginnt: {begins} bis {ends}",
        "fr": "La période finit avant de commencer : du {begins} au {ends}",
    }


class PeriodTooLong(Refusal):
    """No office is accounted for over so many years."""

    code = "period-too-long"
    status = 422
    text = {
        "az": "Dövr 1900-cü ildən əvvəl başlaya və {most} ildən uzun ola bilməz",
        "en": "A period begins in 1900 at the earliest and is at most {most} years long",
        "ru": "Период начинается не раньше 1900 года и длится не более {most} лет",
        "de": "Ein Zeitraum beginnt frühestens 1900 und umfasst höchstens {most} Jahre",
        "fr": "Une période commence au plus tôt en 1900 et dure au plus {most} ans",
    }


class NotYetKnown(Refusal):
    """What will be known on a day to come is not known."""

    code = "as-of-in-future"
    status = 422
    text = {
        "az": "{as_of} hələ gəlməyib: göstərici yalnız bu günə və ya keçmişə görə hesablanır",
        "en": "{as_of} has not come yet: a number is as of today or of a day that has passed",
        "ru": "{as_of} ещё не наступило: показатель считают на сегодня или на прошедший день",
        "de": "Der {as_of} ist noch nicht gekommen: eine Zahl gilt zum heutigen oder einem vergangenen Tag",
        "fr": "Le {as_of} n'est pas encore venu : un chiffre vaut pour aujourd'hui ou un jour passé",
    }


class TooManyFigures(Refusal):
    """More was asked for at once than one answer holds."""

    code = "too-many-figures"
    status = 422
    text = {
        "az": "Bir sorğuda ən çoxu {most} göstərici, hər süzgəcdə ən çoxu {codes} kod ola bilər",
        "en": "One question has at most {most} indicators, and a filter at most {codes} codes",
        "ru": "В одном запросе не более {most} показателей, а в фильтре не более {codes} кодов",
        "de": "Eine Frage hat höchstens {most} Kennzahlen und ein Filter höchstens {codes} Codes",
        "fr": "Une question compte au plus {most} indicateurs, et un filtre au plus {codes} codes",
    }


class TooManyCells(Refusal):
    """The table, or the things behind it, are more than one answer holds."""

    code = "too-many-cells"
    status = 422
    text = {
        "az": "Cavabda {most} sətirdən çox olardı; dövrü, süzgəci və ya bölgünü daraldın",
        "en": "The answer would have more than {most} rows; narrow the period, the filter or the breakdown",
        "ru": "В ответе было бы больше {most} строк; сузьте период, фильтр или разбивку",
        "de": "Die Antwort hätte mehr als {most} Zeilen; engen Sie Zeitraum, Filter oder Gliederung ein",
        "fr": "La réponse aurait plus de {most} lignes ; resserrez la période, le filtre ou la ventilation",
    }


class NotAQuestion(Refusal):
    """The question for figures cannot be read."""

    code = "figures-not-understood"
    status = 422
    text = {
        "az": "Sorğu oxunmadı: {wrong}",
        "en": "The question cannot be read: {wrong}",
        "ru": "Запрос не прочитан: {wrong}",
        "de": "Die Frage ist nicht lesbar: {wrong}",
        "fr": "La question n'est pas lisible : {wrong}",
    }


class NotThisService(Refusal):
    """Figures with the things behind them are given to the owner of reports alone."""

    code = "figures-not-for-you"
    status = 401
    text = {
        "az": "Bu ünvan yalnız hesabatların sahibi üçündür",
        "en": "This address is for the owner of reports alone",
        "ru": "Этот адрес только для владельца отчётов",
        "de": "Diese Adresse ist allein für den Halter der Berichte",
        "fr": "Cette adresse est réservée au détenteur des rapports",
    }
