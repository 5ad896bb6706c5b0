"""Why an hour is not entered in the diary."""

from korpu_chassis.refusals import Refusal


class AlreadyBooked(Refusal):
    """Nobody and nothing is in two places at once."""

    code = "programme-already-booked"
    text = {
        "az": "{what} artıq tutulub: {thing}, «{item}», {starts} – {ends}.",
        "en": "{what} is already booked: {thing}, “{item}”, {starts} – {ends}.",
        "ru": "{what}: уже занято — {thing}, «{item}», {starts} – {ends}.",
        "de": "{what} ist schon vergeben: {thing}, „{item}“, {starts} – {ends}.",
        "fr": "{what} est déjà pris : {thing}, « {item} », {starts} – {ends}.",
    }
