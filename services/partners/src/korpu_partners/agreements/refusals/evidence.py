"""Evidence that must be there: files that hang on the agreement, and papers that were made of it."""

from korpu_chassis.refusals import Refusal


class NoSuchFile(Refusal):
    """Evidence names a file that hangs on the agreement."""

    code = "agreement-evidence-file-unknown"
    status = 422
    text = {
        "az": "Sənədə belə fayl qoşulmayıb; əvvəlcə onu əlavə edin.",
        "en": "No such file hangs on the agreement; add it first.",
        "ru": "К документу не приложен такой файл; сначала добавьте его.",
        "de": "Eine solche Datei hängt nicht am Vertrag; bitte zuerst hinzufügen.",
        "fr": "Aucun fichier de ce genre n'est joint à l'accord ; ajoutez-le d'abord.",
    }


class NoSuchPaper(Refusal):
    """Evidence names a paper that was made of this agreement."""

    code = "agreement-evidence-paper-unknown"
    status = 422
    text = {
        "az": "Bu sənəd üzrə belə kağız hazırlanmayıb.",
        "en": "No such paper was made of this agreement.",
        "ru": "По этому документу такая бумага не составлялась.",
        "de": "Ein solches Schreiben wurde zu diesem Vertrag nicht erstellt.",
        "fr": "Aucun document de ce genre n'a été établi pour cet accord.",
    }


class PaperIsRevoked(Refusal):
    """A paper that was revoked proves nothing."""

    code = "agreement-evidence-paper-revoked"
    text = {
        "az": "Bu kağız ləğv edilib; yenisini hazırlayın.",
        "en": "This paper was revoked; make a new one.",
        "ru": "Эта бумага отозвана; составьте новую.",
        "de": "Dieses Schreiben wurde widerrufen; bitte ein neues erstellen.",
        "fr": "Ce document a été révoqué ; établissez-en un nouveau.",
    }


class NoticeMissing(Refusal):
    """A termination needs a document that is there: the notice that we made, or a file that the partner sent."""

    code = "agreement-termination-without-document"
    status = 422
    text = {
        "az": "Xitam üçün sənəd lazımdır: xitam bildirişi hazırlayın və ya gələn bildirişi fayl kimi əlavə edin.",
        "en": "A termination needs its document: make the notice, or add the one that came as a file.",
        "ru": "Для расторжения нужен документ: составьте уведомление или приложите полученное файлом.",
        "de": "Eine Kündigung braucht ihr Dokument: erstellen Sie sie, oder fügen Sie die erhaltene als Datei hinzu.",
        "fr": "La résiliation exige son document : établissez la notification ou joignez celle qui a été reçue.",
    }


class NotTheNotice(Refusal):
    """The paper of a termination is a notice, and names the same day."""

    code = "agreement-termination-paper-differs"
    status = 422
    text = {
        "az": "Bu kağız {effective} tarixli xitam bildirişi deyil.",
        "en": "This paper is no notice of termination with effect from {effective}.",
        "ru": "Эта бумага — не уведомление о расторжении с {effective}.",
        "de": "Dieses Schreiben ist keine Kündigung zum {effective}.",
        "fr": "Ce document n'est pas une notification de résiliation au {effective}.",
    }
