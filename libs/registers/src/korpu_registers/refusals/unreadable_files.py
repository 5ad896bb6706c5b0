"""Why a file is no register that can be read."""

from korpu_chassis.refusals import Refusal


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


class LettersUnclear(Refusal):
    """In none of the known code pages do the letters of the file make words."""

    code = "register-letters-unclear"
    status = 422
    text = {
        "az": "Faylın hərfləri heç bir kodlaşdırmada söz vermir; kodlaşdırmanı göstərin və ya UTF-8 kimi saxlayın.",
        "en": "The letters of the file make words in no encoding; name the encoding, or save it as UTF-8.",
        "ru": "Буквы файла ни в одной кодировке не дают слов; укажите кодировку или сохраните файл в UTF-8.",
        "de": "Die Zeichen der Datei ergeben in keiner Kodierung Wörter; nennen Sie sie, oder speichern Sie als UTF-8.",
        "fr": "Les lettres du fichier ne font de mots dans aucun codage ; nommez-le, ou enregistrez en UTF-8.",
    }
