"""Why an event does not take its next step."""

from korpu_chassis.refusals import Refusal


class EventTextsMissing(Refusal):
    """Whoever reads Azerbaijani or English reads the whole announcement."""

    code = "event-texts-missing"
    text = {
        "az": "Elan üçün ad və təsvir azərbaycanca və ingiliscə olmalı və orijinala uyğun gəlməlidir.",
        "en": "To announce it, title and summary are needed in Azerbaijani and English, and up to date.",
        "ru": "Для объявления название и описание нужны на азербайджанском и английском, в актуальном виде.",
        "de": "Zur Ankündigung braucht es Titel und Beschreibung auf Aserbaidschanisch und Englisch, auf neuem Stand.",
        "fr": "Pour l'annoncer, il faut le titre et la description en azerbaïdjanais et en anglais, à jour.",
    }


class EventPlaceMissing(Refusal):
    """People come to a place, or follow a link."""

    code = "event-place-missing"
    text = {
        "az": "Tədbirin yerini və ya onlayn keçidini yazın.",
        "en": "Say where it takes place, or give the link for taking part online.",
        "ru": "Укажите место проведения или ссылку для участия онлайн.",
        "de": "Nennen Sie den Ort oder den Link zur Teilnahme.",
        "fr": "Indiquez le lieu ou le lien pour participer en ligne.",
    }


class EventIsOver(Refusal):
    """What lies behind is neither announced nor opened for registration."""

    code = "event-is-over"
    text = {
        "az": "Tədbirin vaxtı artıq keçib.",
        "en": "The event is over already.",
        "ru": "Время мероприятия уже прошло.",
        "de": "Die Veranstaltung ist schon vorbei.",
        "fr": "L'événement est déjà passé.",
    }


class RegistrationTimeOver(Refusal):
    """Registration is opened while it can still be used."""

    code = "event-registration-time-over"
    text = {
        "az": "Qeydiyyatın son vaxtı keçib; əvvəlcə onu dəyişin.",
        "en": "The time for registering is over; change it first.",
        "ru": "Срок регистрации прошёл; сначала измените его.",
        "de": "Die Anmeldefrist ist abgelaufen; ändern Sie sie zuerst.",
        "fr": "Le délai d'inscription est passé ; modifiez-le d'abord.",
    }


class EventBackwards(Refusal):
    """An event lasts some time."""

    code = "event-backwards"
    status = 422
    text = {
        "az": "Tədbirin sonu başlanğıcından sonra olmalıdır.",
        "en": "The event must end after it begins.",
        "ru": "Мероприятие должно заканчиваться позже, чем начинается.",
        "de": "Die Veranstaltung muss nach ihrem Beginn enden.",
        "fr": "L'événement doit finir après son début.",
    }


class RegistrationEndsTooLate(Refusal):
    """Nobody registers for what is over."""

    code = "event-registration-ends-too-late"
    status = 422
    text = {
        "az": "Qeydiyyat tədbir bitməmiş bağlanmalıdır.",
        "en": "Registration must close before the event ends.",
        "ru": "Регистрация должна закрыться до окончания мероприятия.",
        "de": "Die Anmeldung muss vor dem Ende der Veranstaltung schließen.",
        "fr": "Les inscriptions doivent se clore avant la fin de l'événement.",
    }


class CountryCountedTwice(Refusal):
    """The delegates of a country are one number."""

    code = "event-country-counted-twice"
    status = 422
    text = {
        "az": "{country} ölkəsi iki dəfə sayılıb.",
        "en": "{country} is counted twice.",
        "ru": "Страна {country} учтена дважды.",
        "de": "{country} ist doppelt gezählt.",
        "fr": "{country} est compté deux fois.",
    }
