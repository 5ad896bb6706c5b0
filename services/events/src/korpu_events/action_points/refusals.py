"""Why not: what may not be done, and what to do instead."""

from korpu_chassis.refusals import Refusal


class DueInThePast(Refusal):
    """A commitment is made for a day that is still to come."""

    code = "action-point-due-in-the-past"
    status = 422
    text = {
        "az": "İcra tarixi keçmişdə ola bilməz.",
        "en": "The due date has passed already.",
        "ru": "Срок исполнения уже прошёл.",
    }


class VerifierIsDoer(Refusal):
    """Nobody verifies what they did themselves."""

    code = "action-point-verifier-is-doer"
    text = {
        "az": "İşi görən şəxs onu özü yoxlaya bilməz.",
        "en": "Whoever did it does not verify it.",
        "ru": "Исполнитель не проверяет собственную работу.",
    }


class VerifierIsOwner(Refusal):
    """Nobody verifies a commitment of their own."""

    code = "action-point-verifier-is-owner"
    text = {
        "az": "Tapşırığın icraçısı onu özü yoxlaya bilməz; yoxlayan başqa şəxs olmalıdır.",
        "en": "Whose commitment it is does not verify it; name somebody else.",
        "ru": "Ответственный не проверяет собственное поручение; назначьте другого.",
        "de": "Wer sich verpflichtet hat, prüft nicht selbst; benennen Sie jemand anderen.",
        "fr": "Celui qui s'est engagé ne vérifie pas lui-même ; désignez une autre personne.",
    }


class WithoutEvidence(Refusal):
    """What is done can be seen by somebody else."""

    code = "action-point-without-evidence"
    status = 422
    text = {
        "az": "İşin görüldüyünün haradan göründüyünü yazın və ya fayl əlavə edin; yoxlayan onu oxuyur.",
        "en": "Say where one can see that it is done, or attach a file; whoever verifies it reads that.",
        "ru": "Укажите, по чему видно, что сделано, или приложите файл; это прочтёт проверяющий.",
        "de": "Schreiben Sie, woran man es sieht, oder hängen Sie eine Datei an; wer prüft, liest es.",
        "fr": "Indiquez où l'on voit que c'est fait, ou joignez un fichier ; celui qui vérifie le lira.",
    }


class WithoutOwner(Refusal):
    """A commitment belongs to a person or to a unit."""

    code = "action-point-without-owner"
    status = 422
    text = {
        "az": "Tapşırığın icraçısını göstərin: şəxs və ya bölmə.",
        "en": "Say whose commitment it is: a person's or a unit's.",
        "ru": "Укажите исполнителя: лицо или подразделение.",
    }
