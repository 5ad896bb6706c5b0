"""Why an hour is not entered in the diary, and why no free hours can be told."""

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


class NobodyAskedAbout(Refusal):
    """Free hours are those of somebody or something."""

    code = "free-times-of-nobody"
    status = 422
    text = {
        "az": "Heç olmasa bir şəxsin, otağın və ya avtomobilin adını çəkin.",
        "en": "Name at least one person, room or car.",
        "ru": "Назовите хотя бы одного человека, комнату или машину.",
        "de": "Nennen Sie mindestens eine Person, einen Raum oder einen Wagen.",
        "fr": "Nommez au moins une personne, une salle ou une voiture.",
    }


class TimesReversed(Refusal):
    """What ends has begun."""

    code = "free-times-reversed"
    status = 422
    text = {
        "az": "Son başlanğıcdan sonra olmalıdır.",
        "en": "The end comes after the beginning.",
        "ru": "Конец наступает после начала.",
        "de": "Das Ende kommt nach dem Anfang.",
        "fr": "La fin vient après le début.",
    }


class TooManyDays(Refusal):
    """An answer is of some months at most."""

    code = "free-times-too-many-days"
    status = 422
    text = {
        "az": "Bir dəfəyə ən çoxu {limit} gün soruşula bilər.",
        "en": "At most {limit} days can be asked for at once.",
        "ru": "За один раз можно спросить не более чем о {limit} днях.",
        "de": "Auf einmal kann nach höchstens {limit} Tagen gefragt werden.",
        "fr": "On peut demander au plus {limit} jours à la fois.",
    }
