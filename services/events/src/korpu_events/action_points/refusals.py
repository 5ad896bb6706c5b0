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


class WithoutOwner(Refusal):
    """A commitment belongs to a person or to a unit."""

    code = "action-point-without-owner"
    status = 422
    text = {
        "az": "Tapşırığın icraçısını göstərin: şəxs və ya bölmə.",
        "en": "Say whose commitment it is: a person's or a unit's.",
        "ru": "Укажите исполнителя: лицо или подразделение.",
    }
