"""Why the documents of an application are not in order."""

from korpu_chassis.refusals import Refusal


class DocumentsMissing(Refusal):
    """What every application needs is there before it is checked."""

    code = "admission-documents-missing"
    text = {
        "az": "Çatışmayan sənədlər: {missing}.",
        "en": "Documents that are missing: {missing}.",
        "ru": "Не хватает документов: {missing}.",
        "de": "Es fehlen Unterlagen: {missing}.",
        "fr": "Documents manquants : {missing}.",
    }


class DocumentsUnfit(Refusal):
    """A diploma from abroad is legalised where it was given and translated by a notary."""

    code = "admission-documents-unfit"
    text = {
        "az": "Bu sənədlər qaydasında deyil (apostil, tərcümə, notariat): {unfit}.",
        "en": "These documents are not in order (apostille, translation, notary): {unfit}.",
        "ru": "Эти документы не в порядке (апостиль, перевод, нотариус): {unfit}.",
        "de": "Diese Unterlagen sind nicht in Ordnung (Apostille, Übersetzung, Notar): {unfit}.",
        "fr": "Ces documents ne sont pas en règle (apostille, traduction, notaire) : {unfit}.",
    }


class DocumentsExpired(Refusal):
    """A document that has expired proves nothing."""

    code = "admission-documents-expired"
    text = {
        "az": "Müddəti bitmiş sənədlər: {expired}.",
        "en": "Documents that have expired: {expired}.",
        "ru": "Документы с истёкшим сроком: {expired}.",
        "de": "Abgelaufene Unterlagen: {expired}.",
        "fr": "Documents périmés : {expired}.",
    }
