"""Why two organisations are not made one, or not two again."""

from korpu_chassis.refusals import Refusal


class IntoItself(Refusal):
    """An organisation cannot be merged into itself, nor into one that is no longer there."""

    code = "merge-into-itself"
    text = {
        "az": "Təşkilat özünə və ya arxivlənmiş təşkilata birləşdirilə bilməz.",
        "en": "An organisation cannot be merged into itself or into one that is archived or merged.",
        "ru": "Организацию нельзя объединить с самой собой или с архивной.",
        "de": "Eine Organisation kann nicht mit sich selbst oder einer archivierten zusammengeführt werden.",
        "fr": "Une organisation ne peut être fusionnée avec elle-même ou avec une organisation archivée.",
    }


class SeparationTooLate(Refusal):
    """A merge is undone within thirty days, while everybody remembers why it was made."""

    code = "organisation-separation-too-late"
    text = {
        "az": "Birləşdirməni yalnız {days} gün ərzində ləğv etmək olar.",
        "en": "A merge can be undone within {days} days only; register the organisation anew.",
        "ru": "Объединение можно отменить только в течение {days} дней.",
        "de": "Eine Zusammenführung lässt sich nur binnen {days} Tagen rückgängig machen.",
        "fr": "Une fusion ne peut être annulée que dans les {days} jours.",
    }


class SuccessorMerged(Refusal):
    """Merges are undone in the opposite order: the last one first."""

    code = "organisation-successor-merged"
    text = {
        "az": "Varis təşkilat ({code}) özü də birləşdirilib; əvvəlcə onu ayırın.",
        "en": "The successor ({code}) was merged itself meanwhile; separate that one first.",
        "ru": "Преемник ({code}) сам объединён; сначала отделите его.",
        "de": "Die Nachfolgerin ({code}) wurde selbst zusammengeführt; bitte zuerst diese trennen.",
        "fr": "Le successeur ({code}) a lui-même été fusionné ; séparez-le d'abord.",
    }
