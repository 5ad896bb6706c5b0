"""Why a file, a mapping or a row of an old register is not taken, and what is pointed out in one."""

from korpu_chassis.refusals import Notice, Refusal


class FileIncomplete(Refusal):
    """Pieces of the file are missing, or it is empty."""

    code = "register-file-incomplete"
    status = 422
    text = {
        "az": "Fayl tam yüklənməyib və ya boşdur; yenidən yükləyin.",
        "en": "The file has not arrived whole, or it is empty; send it again.",
        "ru": "Файл загружен не полностью или пуст; отправьте его снова.",
        "de": "Die Datei ist nicht vollständig angekommen oder leer; bitte erneut senden.",
        "fr": "Le fichier n'est pas arrivé en entier, ou il est vide ; renvoyez-le.",
    }


class FileUnreadable(Refusal):
    """Neither a workbook nor a table of text."""

    code = "register-file-unreadable"
    status = 422
    text = {
        "az": "Fayl oxunmur: XLSX və ya CSV olmalıdır, parolsuz.",
        "en": "The file cannot be read: it must be XLSX or CSV, without a password.",
        "ru": "Файл не читается: нужен XLSX или CSV без пароля.",
        "de": "Die Datei ist nicht lesbar: XLSX oder CSV ohne Kennwort.",
        "fr": "Le fichier est illisible : il faut du XLSX ou du CSV, sans mot de passe.",
    }


class FileTooLarge(Refusal):
    """A file, its unpacked content, a table or one cell is over its limit; nothing of it was read."""

    code = "register-file-too-large"
    status = 422
    text = {
        "az": "Fayl həddən böyükdür ({what}: ən çoxu {limit}).",
        "en": "The file is too large ({what}: {limit} at most).",
        "ru": "Файл слишком велик ({what}: не более {limit}).",
        "de": "Die Datei ist zu groß ({what}: höchstens {limit}).",
        "fr": "Le fichier est trop grand ({what} : {limit} au plus).",
    }


class NoTable(Refusal):
    """There is no heading with rows below it."""

    code = "register-without-table"
    status = 422
    text = {
        "az": "Bu vərəqdə başlıq sətri olan cədvəl tapılmadı.",
        "en": "No table with a heading and rows below it was found in this sheet.",
        "ru": "На этом листе не найдена таблица с заголовком и строками.",
        "de": "Auf diesem Blatt wurde keine Tabelle mit Kopfzeile gefunden.",
        "fr": "Aucun tableau avec un en-tête et des lignes n'a été trouvé dans cette feuille.",
    }


class UnknownSheet(Refusal):
    """The file has no sheet of this name."""

    code = "register-unknown-sheet"
    status = 422
    text = {
        "az": "Faylda belə vərəq yoxdur.",
        "en": "The file has no such sheet.",
        "ru": "В файле нет такого листа.",
        "de": "Die Datei hat kein solches Blatt.",
        "fr": "Le fichier n'a pas cette feuille.",
    }


class MappingUnclear(Refusal):
    """A column that does not exist, a field that does not exist, or one field for two columns."""

    code = "register-mapping-unclear"
    status = 422
    text = {
        "az": "Sütunların uyğunluğu aydın deyil: sütun və sahə mövcud olmalı, hər sahə bir dəfə göstərilməlidir.",
        "en": "The mapping is unclear: column and field must exist, and a field is named once.",
        "ru": "Соответствие столбцов неясно: столбец и поле должны существовать, поле указывается один раз.",
        "de": "Die Zuordnung ist unklar: Spalte und Feld müssen bestehen, ein Feld steht nur einmal.",
        "fr": "La correspondance n'est pas claire : colonne et champ doivent exister, un champ n'est cité qu'une fois.",
    }


class FieldUnmapped(Refusal):
    """A field that every row needs has no column."""

    code = "register-field-unmapped"
    text = {
        "az": "Bu sahələr üçün sütun göstərin: {fields}.",
        "en": "Say which column holds: {fields}.",
        "ru": "Укажите столбец для: {fields}.",
        "de": "Nennen Sie die Spalte für: {fields}.",
        "fr": "Indiquez la colonne de : {fields}.",
    }


class UnknownRow(Refusal):
    """The import has no such row that waits."""

    code = "register-unknown-row"
    status = 404
    text = {
        "az": "Gözləyən belə sətir yoxdur.",
        "en": "There is no such row that waits.",
        "ru": "Нет такой ожидающей строки.",
        "de": "Es gibt keine solche wartende Zeile.",
        "fr": "Il n'y a pas de telle ligne en attente.",
    }


class NotOffered(Refusal):
    """A row is the same as one that was offered for it, or as none."""

    code = "register-not-offered"
    status = 422
    text = {
        "az": "Bu qeyd həmin sətir üçün təklif olunmayıb.",
        "en": "This record was not offered for the row.",
        "ru": "Эта запись не предлагалась для строки.",
        "de": "Dieser Eintrag wurde für die Zeile nicht angeboten.",
        "fr": "Cette fiche n'a pas été proposée pour la ligne.",
    }


class StillNeeded(Refusal):
    """Something depends on what the import made."""

    code = "register-still-needed"
    text = {
        "az": "İdxal geri alına bilməz, ondan asılı olanlar var: {dependents}.",
        "en": "The import cannot be undone; what depends on it: {dependents}.",
        "ru": "Импорт нельзя отменить, от него зависят: {dependents}.",
        "de": "Der Import kann nicht zurückgenommen werden; davon hängen ab: {dependents}.",
        "fr": "L'import ne peut être annulé ; en dépendent : {dependents}.",
    }


class PartnerNotKnown(Notice):
    """A row names a partner that is not registered, or several that may be meant."""

    code = "register-partner-not-known"
    text = {
        "az": "Belə tərəfdaş tapılmadı; onu qeydiyyata alın və ya ölkəsini göstərin.",
        "en": "No such partner is known; register it, or name its country so that it becomes a prospect.",
        "ru": "Такой партнёр не найден; зарегистрируйте его или укажите страну.",
        "de": "Kein solcher Partner ist bekannt; erfassen Sie ihn oder nennen Sie sein Land.",
        "fr": "Ce partenaire n'est pas connu ; enregistrez-le ou indiquez son pays.",
    }


class PartnerUncertain(Notice):
    """Several organisations have this name."""

    code = "register-partner-uncertain"
    text = {
        "az": "Bu adda bir neçə təşkilat var: {known}. Kodunu yazın.",
        "en": "Several organisations have this name: {known}. Write the code of the right one.",
        "ru": "Так называются несколько организаций: {known}. Укажите код нужной.",
        "de": "Mehrere Organisationen heißen so: {known}. Schreiben Sie den Code der richtigen.",
        "fr": "Plusieurs organisations portent ce nom : {known}. Écrivez le code de la bonne.",
    }


class KindNotKnown(Notice):
    """The word is no kind that the office has."""

    code = "register-kind-not-known"
    text = {
        "az": "Bu növ tanınmır.",
        "en": "This kind is not known.",
        "ru": "Такой вид неизвестен.",
        "de": "Diese Art ist nicht bekannt.",
        "fr": "Ce type n'est pas connu.",
    }


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
