"""Why a file is not taken, not found or not given."""

from korpu_chassis.refusals import Refusal


class FileTooLarge(Refusal):
    """A file is at most 25 MB."""

    code = "file-too-large"
    status = 413
    text = {
        "az": "Fayl çox böyükdür: ən çoxu 25 MB.",
        "en": "The file is too large: 25 MB at most.",
        "ru": "Файл слишком велик: не более 25 МБ.",
        "de": "Die Datei ist zu groß: höchstens 25 MB.",
        "fr": "Le fichier est trop grand : 25 Mo au plus.",
    }


class FileEmpty(Refusal):
    """A file has content."""

    code = "file-empty"
    status = 422
    text = {
        "az": "Fayl boşdur.",
        "en": "The file is empty.",
        "ru": "Файл пуст.",
        "de": "Die Datei ist leer.",
        "fr": "Le fichier est vide.",
    }


class FileTypeRefused(Refusal):
    """Only files that an office reads are kept."""

    code = "file-type-refused"
    status = 415
    text = {
        "az": "Bu növ fayl saxlanılmır; PDF, PNG, JPEG, TIFF, DOCX, XLSX, ODT, TXT və ya CSV göndərin.",
        "en": "This type of file is not kept; send PDF, PNG, JPEG, TIFF, DOCX, XLSX, ODT, TXT or CSV.",
        "ru": "Такие файлы не хранятся; пришлите PDF, PNG, JPEG, TIFF, DOCX, XLSX, ODT, TXT или CSV.",
        "de": "Solche Dateien werden nicht aufbewahrt; möglich sind PDF, PNG, JPEG, TIFF, DOCX, XLSX, ODT, TXT, CSV.",
        "fr": "Ce type de fichier n'est pas conservé ; envoyez PDF, PNG, JPEG, TIFF, DOCX, XLSX, ODT, TXT ou CSV.",
    }


class FileTypeMismatch(Refusal):
    """A file is what its type and its name say."""

    code = "file-type-mismatch"
    status = 422
    text = {
        "az": "Faylın məzmunu növünə və ya adına uyğun deyil, yaxud fayl zədələnib.",
        "en": "The content is not what the type or the name of the file says, or the file is damaged.",
        "ru": "Содержимое не соответствует типу или имени файла, либо файл повреждён.",
        "de": "Der Inhalt ist nicht, was Art oder Name der Datei sagen, oder die Datei ist beschädigt.",
        "fr": "Le contenu n'est pas ce que disent le type ou le nom du fichier, ou le fichier est endommagé.",
    }


class FileUnsafe(Refusal):
    """A file holds no programs and no secrets, and unpacks to what it seems."""

    code = "file-unsafe"
    status = 422
    text = {
        "az": "Faylda proqram (makros, skript, yerləşdirilmiş obyekt) və ya parol var, yaxud fayl açılanda "
        "həddən artıq böyüyür; onu adi sənəd kimi saxlayın.",
        "en": "The file holds a program (a macro, a script, an embedded object) or needs a password, or "
        "unpacks to far too much; save it as a plain document.",
        "ru": "В файле есть программа (макрос, сценарий, внедрённый объект) или пароль, либо он "
        "распаковывается слишком большим; сохраните его обычным документом.",
        "de": "Die Datei enthält ein Programm (Makro, Skript, eingebettetes Objekt), verlangt ein Passwort "
        "oder entpackt sich viel zu groß; bitte als einfaches Dokument speichern.",
        "fr": "Le fichier contient un programme (macro, script, objet incorporé), exige un mot de passe ou se "
        "décompresse trop ; enregistrez-le comme un document simple.",
    }


class UploadTooSlow(Refusal):
    """An upload comes in without long silences."""

    code = "upload-too-slow"
    status = 408
    text = {
        "az": "Fayl çox yavaş gəldi; yenidən göndərin.",
        "en": "The file came in too slowly; send it again.",
        "ru": "Файл поступал слишком медленно; отправьте ещё раз.",
        "de": "Die Datei kam zu langsam an; bitte noch einmal senden.",
        "fr": "Le fichier est arrivé trop lentement ; renvoyez-le.",
    }


class UploadBroken(Refusal):
    """An upload comes to its end."""

    code = "upload-broken"
    status = 400
    text = {
        "az": "Fayl sona qədər gəlmədi; yenidən göndərin.",
        "en": "The file did not arrive whole; send it again.",
        "ru": "Файл пришёл не целиком; отправьте ещё раз.",
        "de": "Die Datei kam nicht ganz an; bitte noch einmal senden.",
        "fr": "Le fichier n'est pas arrivé en entier ; renvoyez-le.",
    }


class FilesAway(Refusal):
    """Files cannot be kept or read just now."""

    code = "files-away"
    status = 503
    text = {
        "az": "Fayl anbarı cavab vermir; bir az sonra yenidən cəhd edin.",
        "en": "The file store does not answer; try again in a while.",
        "ru": "Хранилище файлов не отвечает; повторите позже.",
        "de": "Die Dateiablage antwortet nicht; bitte später noch einmal.",
        "fr": "Le dépôt de fichiers ne répond pas ; réessayez plus tard.",
    }


class FilesFull(Refusal):
    """There is no room for the file; what is kept is safe."""

    code = "files-full"
    status = 507
    text = {
        "az": "Fayl anbarında yer qalmayıb; saxlanılan fayllar yerindədir. İnzibatçıya xəbər verin.",
        "en": "The file store is full; what it keeps is safe. Tell the administrators.",
        "ru": "Хранилище файлов заполнено; сохранённое цело. Сообщите администраторам.",
        "de": "Die Dateiablage ist voll; was sie hält, ist sicher. Bitte die Verwaltung benachrichtigen.",
        "fr": "Le dépôt de fichiers est plein ; ce qu'il garde est sûr. Prévenez les administrateurs.",
    }


class UnknownFile(Refusal):
    """A file is uploaded before it is named, by whoever names it or to something that they may read."""

    code = "unknown-file"
    status = 422
    text = {
        "az": "Belə fayl yüklənməyib və ya artıq silinib; əvvəlcə faylı yükləyin.",
        "en": "No such file was uploaded, or it is gone again; upload it first.",
        "ru": "Такой файл не загружен или уже удалён; сначала загрузите его.",
        "de": "Diese Datei wurde nicht hochgeladen oder ist wieder fort; bitte zuerst hochladen.",
        "fr": "Ce fichier n'a pas été envoyé ou n'y est plus ; envoyez-le d'abord.",
    }


class UnknownAttachment(Refusal):
    """A file is taken away from where it hangs."""

    code = "attachment-unknown"
    status = 404
    text = {
        "az": "Burada belə fayl yoxdur.",
        "en": "No such file hangs there.",
        "ru": "Здесь нет такого файла.",
        "de": "Dort hängt keine solche Datei.",
        "fr": "Aucun fichier de ce genre ne s'y trouve.",
    }


class FileAttachedAlready(Refusal):
    """A thing has the same file once."""

    code = "file-attached-already"
    text = {
        "az": "Bu fayl burada artıq var; onu ikinci dəfə əlavə etmək lazım deyil.",
        "en": "This file is here already; it need not be added twice.",
        "ru": "Этот файл здесь уже есть; добавлять его второй раз не нужно.",
        "de": "Diese Datei ist schon da; sie muss nicht zweimal hinzugefügt werden.",
        "fr": "Ce fichier est déjà ici ; inutile de l'ajouter deux fois.",
    }


class TooManyFiles(Refusal):
    """A thing has so many files and no more."""

    code = "too-many-files"
    text = {
        "az": "Fayllar çoxdur: ən çoxu {limit}.",
        "en": "There are too many files: {limit} at most.",
        "ru": "Слишком много файлов: не более {limit}.",
        "de": "Es sind zu viele Dateien: höchstens {limit}.",
        "fr": "Trop de fichiers : {limit} au plus.",
    }


class LinkExpired(Refusal):
    """A link lives for a few minutes."""

    code = "link-expired"
    status = 410
    text = {
        "az": "Keçidin vaxtı bitib; yenisini istəyin.",
        "en": "The link has expired; ask for a new one.",
        "ru": "Срок ссылки истёк; запросите новую.",
        "de": "Der Link ist abgelaufen; bitte einen neuen anfordern.",
        "fr": "Le lien a expiré ; demandez-en un nouveau.",
    }


UPLOADING = (FileTooLarge, FileEmpty, FileTypeRefused, FileTypeMismatch, FileUnsafe, UploadTooSlow, UploadBroken)
KEEPING = (FilesAway, FilesFull)
