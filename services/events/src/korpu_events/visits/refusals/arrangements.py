"""What surrounds a visit: ways, beds, money, gifts, briefing and press."""

from korpu_chassis.refusals import Refusal


class NightsReversed(Refusal):
    """The last night of a lodging is not before its first."""

    code = "lodging-nights-reversed"
    status = 422
    text = {
        "az": "Son gecə birinci gecədən əvvəl ola bilməz.",
        "en": "The last night is before the first.",
        "ru": "Последняя ночь раньше первой.",
    }
