"""Why a session does not come onto the programme of an event."""

from korpu_chassis.refusals import Refusal


class UnknownSession(Refusal):
    """The event has no such session."""

    code = "event-session-unknown"
    status = 404
    text = {
        "az": "Tədbirin belə sessiyası yoxdur.",
        "en": "The event has no such session.",
        "ru": "У мероприятия нет такой сессии.",
        "de": "Die Veranstaltung hat keine solche Sitzung.",
        "fr": "L'événement n'a pas de telle séance.",
    }


class SessionBackwards(Refusal):
    """A session lasts some time."""

    code = "event-session-backwards"
    status = 422
    text = {
        "az": "Sessiyanın sonu başlanğıcından sonra olmalıdır.",
        "en": "The session must end after it begins.",
        "ru": "Сессия должна заканчиваться позже, чем начинается.",
        "de": "Die Sitzung muss nach ihrem Beginn enden.",
        "fr": "La séance doit finir après son début.",
    }


class OutsideTheEvent(Refusal):
    """A session takes place during the event."""

    code = "event-session-outside"
    text = {
        "az": "«{item}» tədbirin vaxtından ({starts} – {ends}, {zone}) kənardadır.",
        "en": "“{item}” lies outside the hours of the event ({starts} – {ends}, {zone}).",
        "ru": "«{item}» вне времени мероприятия ({starts} – {ends}, {zone}).",
        "de": "„{item}“ liegt außerhalb der Zeit der Veranstaltung ({starts} – {ends}, {zone}).",
        "fr": "« {item} » est hors des heures de l'événement ({starts} – {ends}, {zone}).",
    }


class TooManySessions(Refusal):
    """A programme can still be read."""

    code = "event-too-many-sessions"
    text = {
        "az": "Proqramda ən çoxu {limit} sessiya ola bilər.",
        "en": "A programme has {limit} sessions at most.",
        "ru": "В программе не более {limit} сессий.",
        "de": "Ein Programm hat höchstens {limit} Sitzungen.",
        "fr": "Un programme compte {limit} séances au plus.",
    }
