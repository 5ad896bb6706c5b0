"""Why not: what may not be done, and what to do instead."""

from korpu_chassis.refusals import Refusal


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


class NotAParty(Refusal):
    """A paper tells of each party of the agreement once, and of nobody else."""

    code = "paper-not-a-party"
    status = 422
    text = {
        "az": "Bu, sənədin tərəfi deyil və ya iki dəfə göstərilib; tərəfləri sənəddə olduğu kimi göstərin.",
        "en": "This is no party of the agreement, or was named twice; name the parties as the agreement does.",
        "ru": "Это не сторона документа, или она указана дважды; укажите стороны так, как в документе.",
        "de": "Das ist keine Partei des Vertrags, oder sie steht zweimal da; bitte die Parteien wie im Vertrag nennen.",
        "fr": "Ce n'est pas une partie à l'accord, ou elle est citée deux fois ; nommez les parties comme l'accord.",
    }


class TemplateTooOld(Refusal):
    """Versions of a template from before have no room for who acts for a party, and for copies."""

    code = "paper-template-too-old"
    status = 422
    text = {
        "az": "Şablonun bu versiyasında nümayəndələr, rekvizitlər və nüsxələr üçün yer yoxdur; daha yenisini seçin.",
        "en": "This version of the template has no room for representatives, requisites and copies; "
        "choose a newer one.",
        "ru": "В этой версии шаблона нет места для представителей, реквизитов и экземпляров; выберите более новую.",
        "de": "Diese Version der Vorlage hat keinen Platz für Vertreter, Angaben der Parteien und Exemplare; "
        "bitte eine neuere wählen.",
        "fr": "Cette version du modèle n'a pas de place pour les représentants, les coordonnées et les exemplaires ; "
        "choisissez-en une plus récente.",
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
