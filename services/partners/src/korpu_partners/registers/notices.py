"""What is remarkable in a row, and was taken for something."""

from korpu_chassis.refusals import Notice
from korpu_partners.registers.unclear import KindNotKnown, PartnerNotKnown, PartnerUncertain


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
    """Another row of the file says the same of the same partner, kind and day."""

    code = "register-double-in-file"
    text = {
        "az": "Faylın başqa sətrində eyni tərəfdaş, növ və gün var.",
        "en": "Another row of this file has the same partner, kind and day.",
        "ru": "В файле есть другая строка с тем же партнёром, видом и днём.",
        "de": "Eine andere Zeile der Datei hat denselben Partner, dieselbe Art und denselben Tag.",
        "fr": "Une autre ligne du fichier a le même partenaire, le même type et le même jour.",
    }


NOTICES = (PartnerNotKnown, PartnerUncertain, KindNotKnown, YearOnly, NoEndWritten, DoubleInFile)
