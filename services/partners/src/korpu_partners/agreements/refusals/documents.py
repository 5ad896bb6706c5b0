"""What is kept beside the terms: evidence and papers, where an agreement came from, and the exceptions allowed."""

from korpu_chassis.refusals import Refusal


class DatedInTheFuture(Refusal):
    """What is recorded has happened."""

    code = "agreement-dated-in-the-future"
    text = {
        "az": "Tarix ({on}) gələcəkdədir; yalnız baş vermiş iş qeyd olunur.",
        "en": "The date ({on}) is in the future; only what has happened is recorded.",
        "ru": "Дата ({on}) — в будущем; записывается только то, что произошло.",
        "de": "Das Datum ({on}) liegt in der Zukunft; nur Geschehenes wird erfasst.",
        "fr": "La date ({on}) est dans le futur ; on n'enregistre que ce qui a eu lieu.",
    }


class NoSuchDocument(Refusal):
    """A paper is known by its reference, and by its file where several share one."""

    code = "agreement-document-unknown"
    status = 422
    text = {
        "az": "Sənədə belə istinadla kağız qoşulmayıb.",
        "en": "No paper with this reference belongs to the agreement.",
        "ru": "Бумаги с такой ссылкой при документе нет.",
        "de": "Zu diesem Vertrag gehört kein Dokument mit diesem Zeichen.",
        "fr": "Aucun document portant cette référence n'appartient à l'accord.",
    }


class DocumentIsEvidence(Refusal):
    """What a signature, an approval, a suspension or an end stands on stays with the agreement."""

    code = "agreement-document-is-evidence"
    text = {
        "az": "Bu fayla imza, razılıq və ya xitam əsaslanır; o, sənəddə qalır.",
        "en": "A signature, an approval or an end of this agreement stands on this file; it stays.",
        "ru": "На этом файле основана подпись, согласование или прекращение; он остаётся.",
        "de": "Auf dieser Datei beruht eine Unterschrift, eine Zustimmung oder das Ende des Vertrags; sie bleibt.",
        "fr": "Une signature, une approbation ou la fin de l'accord repose sur ce fichier ; il reste.",
    }
