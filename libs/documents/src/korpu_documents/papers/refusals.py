"""Why a paper is not made."""

from korpu_chassis.refusals import Refusal


class LanguageMissing(Refusal):
    """A paper is made in languages in which its texts are written."""

    code = "paper-language-missing"
    status = 422
    text = {
        "az": "Bu dildə mətn yoxdur: {what} ({language}). Əvvəlcə tərcüməni əlavə edin.",
        "en": "This text is missing in that language: {what} ({language}). Add the translation first.",
        "ru": "Нет текста на этом языке: {what} ({language}). Сначала добавьте перевод.",
        "de": "Dieser Text fehlt in der Sprache: {what} ({language}). Bitte zuerst übersetzen.",
        "fr": "Ce texte manque dans cette langue : {what} ({language}). Ajoutez d'abord la traduction.",
    }


class WrongLanguages(Refusal):
    """A paper is in one language, or in two that differ."""

    code = "paper-languages-wrong"
    status = 422
    text = {
        "az": "Bir dil və ya iki fərqli dil seçin.",
        "en": "Choose one language, or two different ones.",
        "ru": "Выберите один язык или два разных.",
        "de": "Wählen Sie eine Sprache oder zwei verschiedene.",
        "fr": "Choisissez une langue, ou deux langues différentes.",
    }


class NoSuchTemplate(Refusal):
    """A paper is made from a version of a template that was released."""

    code = "paper-template-unknown"
    status = 422
    text = {
        "az": "Şablonun belə versiyası yoxdur.",
        "en": "The template has no such version.",
        "ru": "У шаблона нет такой версии.",
        "de": "Diese Version der Vorlage gibt es nicht.",
        "fr": "Ce modèle n'a pas cette version.",
    }


class CannotBePrinted(Refusal):
    """Words that are too long, or in letters that our fonts do not have, cannot be typeset."""

    code = "paper-cannot-be-printed"
    status = 422
    text = {
        "az": "Mətni səhifəyə yerləşdirmək mümkün olmadı: çox uzundur və ya şriftdə olmayan işarə var.",
        "en": "The text cannot be set on a page: it is too long, or holds a letter that the fonts do not have.",
        "ru": "Текст не удалось сверстать: он слишком длинный или содержит знак, которого нет в шрифте.",
        "de": "Der Text lässt sich nicht setzen: zu lang, oder ein Zeichen fehlt in den Schriften.",
        "fr": "Le texte ne peut être composé : trop long, ou un caractère manque aux polices.",
    }


class SubjectChanged(Refusal):
    """A paper says what it is of says at the moment at which it is recorded."""

    code = "paper-subject-changed"
    text = {
        "az": "Sənəd hazırlanarkən əsas mətn dəyişdi; yenidən hazırlayın.",
        "en": "What the paper is of was changed while it was made; make it again.",
        "ru": "Пока документ готовился, исходный текст изменился; сделайте его заново.",
        "de": "Die Vorlage wurde währenddessen geändert; bitte noch einmal erstellen.",
        "fr": "Le texte d'origine a changé pendant la préparation ; recommencez.",
    }


class PressIsBusy(Refusal):
    """A few papers are set at once; nobody waits long."""

    code = "paper-press-busy"
    status = 503
    text = {
        "az": "Hazırda çox sənəd hazırlanır; bir neçə saniyədən sonra təkrar edin.",
        "en": "Many papers are being made at the moment; try again in a few seconds.",
        "ru": "Сейчас готовится много документов; повторите через несколько секунд.",
        "de": "Zurzeit werden viele Schreiben erstellt; bitte in einigen Sekunden erneut versuchen.",
        "fr": "Beaucoup de documents sont en préparation ; réessayez dans quelques secondes.",
    }


class PersonForgotten(Refusal):
    """Nobody is named on a paper whose data was erased."""

    code = "paper-person-forgotten"
    text = {
        "az": "Şəxsin məlumatı silinib; onun adına sənəd hazırlanmır.",
        "en": "The person's data was erased; no paper can name them.",
        "ru": "Данные этого лица удалены; документ на его имя не составляется.",
        "de": "Die Daten dieser Person wurden gelöscht; kein Schreiben kann sie nennen.",
        "fr": "Les données de cette personne ont été effacées ; aucun document ne peut la nommer.",
    }


class OrganisationNameUnknown(Refusal):
    """A paper names an organisation as partners has told it."""

    code = "paper-organisation-unnamed"
    text = {
        "az": "Təşkilatın adı hələ gəlməyib; bir azdan təkrar edin, olmasa təşkilatın qeydini yeniləyin.",
        "en": "The organisation's name has not reached us yet; try again soon, or confirm its record anew.",
        "ru": "Название организации ещё не получено; повторите позже или подтвердите её запись заново.",
        "de": "Der Name der Organisation ist noch nicht angekommen; bitte bald erneut versuchen "
        "oder sie neu bestätigen.",
        "fr": "Le nom de l'organisation n'est pas encore parvenu ; réessayez bientôt ou confirmez sa fiche.",
    }
