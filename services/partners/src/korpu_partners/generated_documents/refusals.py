"""Why not: what may not be done, and what to do instead."""

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


class NotOutgoing(Refusal):
    """Only a letter that goes out, and still stands in the register, is written by the office."""

    code = "paper-letter-not-outgoing"
    text = {
        "az": "Sənəd yalnız qüvvədə olan xaric olan məktub üçün hazırlanır.",
        "en": "A paper is made only of an outgoing letter that stands in the register.",
        "ru": "Документ составляется только для действующего исходящего письма.",
        "de": "Ein Schreiben wird nur zu einem gültigen ausgehenden Brief gemacht.",
        "fr": "Un document n'est établi que pour une lettre sortante valable.",
    }


class NothingApproved(Refusal):
    """A paper that is no draft holds approved terms."""

    code = "paper-terms-not-approved"
    text = {
        "az": "Şərtlər təsdiqlənməyib; yalnız layihə hazırlana bilər.",
        "en": "The terms are not approved; only a draft can be made.",
        "ru": "Условия не согласованы; можно сделать только проект.",
        "de": "Die Bedingungen sind nicht genehmigt; nur ein Entwurf ist möglich.",
        "fr": "Les conditions ne sont pas approuvées ; seul un projet est possible.",
    }


class NotBinding(Refusal):
    """Only an agreement that binds is ended by a notice."""

    code = "paper-agreement-not-binding"
    text = {
        "az": "Yalnız qüvvədə olan sənədə xitam bildirişi hazırlanır.",
        "en": "A notice of termination is made only of an agreement that binds.",
        "ru": "Уведомление о расторжении составляется только для действующего документа.",
        "de": "Eine Kündigung wird nur zu einem geltenden Vertrag gemacht.",
        "fr": "Une notification de résiliation suppose un accord qui lie les parties.",
    }


class NoSuchAmendment(Refusal):
    """Only an amendment that is proposed, agreed or signed is printed."""

    code = "paper-amendment-unknown"
    status = 422
    text = {
        "az": "Bu nömrə ilə əlavə yoxdur və ya o, geri götürülüb.",
        "en": "There is no amendment with this number, or it was dropped.",
        "ru": "Дополнения с таким номером нет, или оно снято.",
        "de": "Einen Nachtrag mit dieser Nummer gibt es nicht, oder er wurde fallen gelassen.",
        "fr": "Il n'y a pas d'avenant de ce numéro, ou il a été abandonné.",
    }


class NoticeInUse(Refusal):
    """The notice by which an agreement ends is not revoked."""

    code = "paper-ends-agreement"
    text = {
        "az": "Sənədə bu bildirişlə xitam verilib; bildiriş ləğv edilə bilməz.",
        "en": "An agreement ends by this notice; it cannot be revoked.",
        "ru": "Этим уведомлением расторгнут документ; отозвать его нельзя.",
        "de": "Mit dieser Kündigung endet ein Vertrag; sie kann nicht widerrufen werden.",
        "fr": "Cette notification met fin à un accord ; elle ne peut être révoquée.",
    }


class SubjectChanged(Refusal):
    """A paper says what its agreement or letter says at the moment at which it is recorded."""

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
