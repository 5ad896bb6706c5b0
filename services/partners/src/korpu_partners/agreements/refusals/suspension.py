"""Letting an agreement rest, and taking it up again."""

from korpu_chassis.refusals import Refusal


class SuspensionInThePast(Refusal):
    """A suspension ends on a day to come."""

    code = "agreement-suspension-in-the-past"
    text = {
        "az": "Dayandırmanın son günü gələcəkdə olmalıdır.",
        "en": "The last day of the suspension must be to come.",
        "ru": "Последний день приостановки должен быть в будущем.",
        "de": "Der letzte Tag der Aussetzung muss in der Zukunft liegen.",
        "fr": "Le dernier jour de la suspension doit être à venir.",
    }
