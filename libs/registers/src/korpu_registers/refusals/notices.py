"""What is remarkable in a row, and was taken for something."""

from korpu_chassis.refusals import Notice
from korpu_registers.refusals.unclear_cells import (
    AgreementNotKnown,
    CellUnreadable,
    DayOrderUnclear,
    IsbnsUnclear,
    KindNotKnown,
    LanguageNotKnown,
    PartnerNotKnown,
    PartnerUncertain,
)


class YearOnly(Notice):
    """Only the year or the month is written: a first day is its first day, a last day its last."""

    code = "register-day-not-exact"
    text = {
        "az": "Dəqiq gün yazılmayıb; {day} kimi qəbul edilir.",
        "en": "No exact day is written; it is taken as {day}.",
        "ru": "Точный день не указан; принимается {day}.",
        "de": "Kein genauer Tag angegeben; er gilt als {day}.",
        "fr": "Aucun jour exact n'est écrit ; il est pris pour le {day}.",
    }


class MonthFirst(Notice):
    """The column writes the month before the day: its rows prove it, or somebody said so."""

    code = "register-month-first"
    text = {
        "az": "Bu sütunda ay gündən əvvəl yazılır; {day} kimi oxunur.",
        "en": "This column writes the month before the day; it is read as {day}.",
        "ru": "В этом столбце месяц стоит перед днём; читается как {day}.",
        "de": "In dieser Spalte steht der Monat vor dem Tag; gelesen als {day}.",
        "fr": "Dans cette colonne, le mois précède le jour ; lu comme le {day}.",
    }


class DurationCounted(Notice):
    """A duration stands where the last day is wanted: it counts from the start, and else from the signature."""

    code = "register-duration-counted"
    text = {
        "az": "Son gün əvəzinə müddət yazılıb; son gün {day} kimi hesablanır.",
        "en": "A duration is written for the last day; counted, it ends on {day}.",
        "ru": "Вместо последнего дня указан срок; по расчёту он истекает {day}.",
        "de": "Statt des letzten Tages steht eine Dauer; gerechnet endet sie am {day}.",
        "fr": "Une durée est écrite au lieu du dernier jour ; elle finit, tout compté, le {day}.",
    }


class NoEndWritten(Notice):
    """Without a last day an old agreement goes on until somebody ends it, and is looked at in a year."""

    code = "register-no-end-written"
    text = {
        "az": "Son gün yazılmayıb: müddətsiz sayılır və bir ildən sonra nəzərdən keçirilir.",
        "en": "No last day is written: it counts as evergreen, and is looked at in a year.",
        "ru": "Последний день не указан: считается бессрочным, пересмотр через год.",
        "de": "Kein letzter Tag angegeben: gilt als unbefristet und wird in einem Jahr geprüft.",
        "fr": "Aucun dernier jour n'est écrit : il est sans terme, et revu dans un an.",
    }


class DoubleInFile(Notice):
    """Another row of the file seems to be the same thing."""

    code = "register-double-in-file"
    text = {
        "az": "Faylın başqa sətrində eyni qeyd var.",
        "en": "Another row of this file seems to be the same.",
        "ru": "В файле есть другая строка с той же записью.",
        "de": "Eine andere Zeile der Datei scheint dasselbe zu sein.",
        "fr": "Une autre ligne du fichier semble être la même.",
    }


class SaysOtherwise(Notice):
    """The row names one of ours by its code, and says otherwise of it than we know."""

    code = "register-says-otherwise"
    text = {
        "az": "Sətir kodu yazılan qeyd haqqında başqa söz deyir; idxal onu dəyişmir.",
        "en": "The row says otherwise of what its code names; an import changes nothing of it.",
        "ru": "Строка говорит иное о записи с этим кодом; импорт её не меняет.",
        "de": "Die Zeile sagt anderes über das, was ihr Code benennt; ein Import ändert daran nichts.",
        "fr": "La ligne dit autre chose de ce que son code désigne ; un import n'y change rien.",
    }


class SeveralWritten(Notice):
    """One is kept; which of several, a person says."""

    code = "register-several-written"
    text = {
        "az": "Bir xanada bir neçəsi yazılıb; saxlanılacaq birini yazın.",
        "en": "Several stand in one cell; write the one to keep.",
        "ru": "В ячейке несколько значений; укажите то, которое сохранить.",
        "de": "In der Zelle stehen mehrere; schreiben Sie das eine, das bleiben soll.",
        "fr": "La cellule en contient plusieurs ; écrivez celui à garder.",
    }


class StandingCounted(Notice):
    """How it stands is not written: it follows from its days."""

    code = "register-standing-counted"
    text = {
        "az": "Vəziyyəti yazılmayıb; günlərinə görə müəyyən edilir: {standing}.",
        "en": "How it stands is not written; by its days it is: {standing}.",
        "ru": "Состояние не указано; по датам оно таково: {standing}.",
        "de": "Der Stand ist nicht angegeben; nach den Tagen ist er: {standing}.",
        "fr": "Son état n'est pas écrit ; d'après ses jours : {standing}.",
    }


NOTICES = (
    CellUnreadable,
    DayOrderUnclear,
    MonthFirst,
    DurationCounted,
    PartnerNotKnown,
    PartnerUncertain,
    AgreementNotKnown,
    KindNotKnown,
    LanguageNotKnown,
    IsbnsUnclear,
    YearOnly,
    NoEndWritten,
    DoubleInFile,
    SaysOtherwise,
    SeveralWritten,
    StandingCounted,
)
