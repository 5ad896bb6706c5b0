"""What a reader is told when a list cannot be had as a file."""

from korpu_chassis.refusals import Refusal


class NoSuchList(Refusal):
    """There is no list of this name, or no file of this form."""

    code = "no-such-export"
    status = 404
    text = {
        "az": "Belə siyahı yoxdur; siyahılar: {lists}; formatlar: xlsx, csv",
        "en": "There is no such list; lists are {lists}; forms are xlsx and csv",
        "ru": "Такого списка нет; списки: {lists}; форматы: xlsx, csv",
        "de": "Diese Liste gibt es nicht; Listen sind {lists}; Formate sind xlsx und csv",
        "fr": "Cette liste n'existe pas ; les listes : {lists} ; les formats : xlsx, csv",
    }


class NotAnExport(Refusal):
    """What is asked of the list cannot be read."""

    code = "export-not-understood"
    status = 422
    text = {
        "az": "Sorğu oxunmadı: {wrong}",
        "en": "What was asked cannot be read: {wrong}",
        "ru": "Запрос не прочитан: {wrong}",
        "de": "Die Anfrage ist nicht lesbar: {wrong}",
        "fr": "La demande n'est pas lisible : {wrong}",
    }


class NoSuchColumn(Refusal):
    """The list has no column of this name for this caller."""

    code = "no-such-column"
    status = 422
    text = {
        "az": "Siyahıda belə sütun yoxdur: {column}; sütunlar: {columns}",
        "en": "The list has no column {column}; its columns are {columns}",
        "ru": "В списке нет столбца {column}; столбцы: {columns}",
        "de": "Die Liste hat keine Spalte {column}; ihre Spalten sind {columns}",
        "fr": "La liste n'a pas de colonne {column} ; ses colonnes : {columns}",
    }


class TooManyRows(Refusal):
    """A file holds a bounded number of rows; a shorter one would be taken for the whole list."""

    code = "export-too-long"
    status = 422
    text = {
        "az": "Siyahıda {rows} sətir var, faylda isə ən çoxu {most} ola bilər; süzgəci daraldın",
        "en": "The list has {rows} rows and a file holds at most {most}; narrow the filter",
        "ru": "В списке {rows} строк, а в файле не более {most}; сузьте фильтр",
        "de": "Die Liste hat {rows} Zeilen, eine Datei höchstens {most}; engen Sie den Filter ein",
        "fr": "La liste a {rows} lignes et un fichier en contient au plus {most} ; resserrez le filtre",
    }


class TooManyExports(Refusal):
    """One process of the gateway makes a bounded number of files at once."""

    code = "too-many-exports"
    status = 503
    text = {
        "az": "Hazırda başqa fayllar hazırlanır; bir az sonra yenidən cəhd edin",
        "en": "Other files are being made now; try again in a moment",
        "ru": "Сейчас готовятся другие файлы; повторите чуть позже",
        "de": "Gerade werden andere Dateien erstellt; versuchen Sie es gleich noch einmal",
        "fr": "D'autres fichiers sont en préparation ; réessayez dans un instant",
    }


class NoRoom(Refusal):
    """The disk on which a workbook is made is full; the room that was taken is free again."""

    code = "no-room-for-export"
    status = 507
    text = {
        "az": "Bu faylı hazırlamaq üçün diskdə yer yoxdur; süzgəci daraldın və ya CSV istəyin",
        "en": "There is no room on the disk to make this file; narrow the filter, or ask for CSV",
        "ru": "На диске нет места для этого файла; сузьте фильтр или запросите CSV",
        "de": "Für diese Datei ist auf der Platte kein Platz; engen Sie den Filter ein oder nehmen Sie CSV",
        "fr": "Il n'y a pas de place sur le disque pour ce fichier ; resserrez le filtre ou demandez un CSV",
    }


class Incomplete(Refusal):
    """The file could not be finished; its last line says so and the transfer is broken off."""

    code = "export-incomplete"
    status = 503
    text = {
        "az": "FAYL NATAMAMDIR: hazırlanması yarımçıq kəsildi",
        "en": "THIS FILE IS INCOMPLETE: it could not be finished",
        "ru": "ФАЙЛ НЕПОЛОН: его подготовка прервана",
        "de": "DIESE DATEI IST UNVOLLSTÄNDIG: sie konnte nicht fertiggestellt werden",
        "fr": "CE FICHIER EST INCOMPLET : il n'a pas pu être terminé",
    }
