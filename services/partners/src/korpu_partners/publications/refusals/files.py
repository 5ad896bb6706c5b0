"""Why a file of a work is not there, not taken or not opened, and what reviewers lack."""

from korpu_chassis.refusals import Notice, Refusal


class ManuscriptMissing(Refusal):
    """Only a text that is here can be reviewed."""

    code = "publication-manuscript-missing"
    text = {
        "az": "Əlyazma əlavə olunmayıb; əvvəlcə mənbə dilində əlyazmanı əlavə edin.",
        "en": "There is no manuscript yet; attach it to the edition in the source language first.",
        "ru": "Рукописи ещё нет; сначала приложите её к изданию на языке оригинала.",
        "de": "Noch fehlt das Manuskript; bitte zuerst an die Ausgabe in der Ausgangssprache hängen.",
        "fr": "Il n'y a pas encore de manuscrit ; joignez-le d'abord à l'édition en langue source.",
    }


class NoSuchEditionFile(Refusal):
    """A file is known by its id, and only what came out is opened to all."""

    code = "publication-no-such-file"
    status = 422
    text = {
        "az": "Bu nəşrin belə faylı yoxdur.",
        "en": "This publication has no such file.",
        "ru": "У этого издания нет такого файла.",
        "de": "Diese Publikation hat keine solche Datei.",
        "fr": "Cette publication n'a pas ce fichier.",
    }


class NotOpenAccess(Refusal):
    """Only a work with open access has files for all."""

    code = "publication-not-open-access"
    text = {
        "az": "Nəşr açıq girişli deyil; fayl hamıya açıla bilməz.",
        "en": "The work is not open access, so none of its files is opened to all.",
        "ru": "Издание не в открытом доступе; файл нельзя открыть всем.",
        "de": "Das Werk ist nicht frei zugänglich; keine seiner Dateien wird für alle geöffnet.",
        "fr": "L'ouvrage n'est pas en libre accès ; aucun de ses fichiers n'est ouvert à tous.",
    }


class BlindCopyNamesSomebody(Refusal):
    """A copy for reviewers tells nobody's name, beside its text either."""

    code = "publication-blind-copy-names-somebody"
    status = 422
    text = {
        "az": "Faylın xassələrində və ya şərhlərində ad var ({where}); onu silib faylı yenidən göndərin.",
        "en": "The file names somebody beside its text ({where}); take that out (Word: Inspect Document).",
        "ru": "Файл называет кого-то помимо текста ({where}); удалите это и отправьте файл снова.",
        "de": "Die Datei nennt neben ihrem Text jemanden ({where}); entfernen Sie das und senden Sie sie neu.",
        "fr": "Le fichier nomme quelqu'un hors du texte ({where}) ; supprimez-le et renvoyez le fichier.",
    }


class BlindCopyUnseen(Refusal):
    """What cannot be looked into may name anybody."""

    code = "publication-blind-copy-unseen"
    status = 422
    text = {
        "az": "Faylın xassələri oxunmur (şifrəli və ya zədəli ola bilər); başqa nüsxə göndərin.",
        "en": "The properties of the file cannot be read (it may be encrypted or damaged); send another copy.",
        "ru": "Свойства файла не читаются (он зашифрован или повреждён); отправьте другую копию.",
        "de": "Die Eigenschaften der Datei sind nicht lesbar (verschlüsselt, beschädigt?); bitte eine andere Fassung.",
        "fr": "Les propriétés du fichier sont illisibles (chiffré ou abîmé) ; envoyez une autre copie.",
    }


class BlindCopyMissing(Notice):
    """Reviewers can fetch nothing yet."""

    code = "publication-blind-copy-missing"
    text = {
        "az": "Rəyçilər üçün müəllifsiz nüsxə əlavə olunmayıb; onlar hələ heç nə yükləyə bilməz.",
        "en": "There is no copy without authors for the reviewers; they can fetch nothing yet.",
        "ru": "Нет экземпляра без имён авторов; рецензенты пока ничего не могут скачать.",
        "de": "Es fehlt eine Fassung ohne Verfasser; die Gutachter können noch nichts abrufen.",
        "fr": "Il manque une copie sans auteurs ; les évaluateurs ne peuvent encore rien télécharger.",
    }
