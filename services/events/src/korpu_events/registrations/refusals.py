"""Why something that is asked of a registration is refused."""

from korpu_chassis.refusals import Refusal


class RegistrationNotOpen(Refusal):
    """One registers while registration is open: not before, not after, and not for what is called off or over."""

    code = "registration-not-open"
    text = {
        "az": "Bu tədbirə qeydiyyat hazırda açıq deyil.",
        "en": "Registration for this event is not open.",
        "ru": "Регистрация на это мероприятие сейчас не открыта.",
        "de": "Die Anmeldung zu dieser Veranstaltung ist nicht geöffnet.",
        "fr": "Les inscriptions à cet événement ne sont pas ouvertes.",
    }


class RegisteredAlready(Refusal):
    """Somebody registers once for an event."""

    code = "registered-already"
    text = {
        "az": "Siz bu tədbirə artıq qeydiyyatdan keçmisiniz.",
        "en": "You are registered for this event already.",
        "ru": "Вы уже зарегистрированы на это мероприятие.",
        "de": "Sie sind zu dieser Veranstaltung schon angemeldet.",
        "fr": "Vous êtes déjà inscrit à cet événement.",
    }


class RegistrantUnknown(Refusal):
    """Whoever registers with an account is known as a person, so that they see and call off what they registered."""

    code = "registrant-unknown"
    text = {
        "az": "Hesabınız heç bir şəxslə bağlı deyil; qonaq kimi, e-poçtla qeydiyyatdan keçin.",
        "en": "Your account belongs to no person that we know; register as a guest, by e-mail.",
        "ru": "Ваша учётная запись не связана с человеком; зарегистрируйтесь как гость, по e-mail.",
        "de": "Ihr Konto gehört zu keiner Person, die wir kennen; melden Sie sich als Gast per E-Mail an.",
        "fr": "Votre compte n'est lié à aucune personne connue ; inscrivez-vous comme invité, par e-mail.",
    }


class EventHasBegun(Refusal):
    """Before an event begins one calls a registration off; afterwards it is known who came."""

    code = "registration-event-has-begun"
    text = {
        "az": "Tədbir artıq başlayıb, bitib və ya ləğv olunub.",
        "en": "The event has begun already, is over, or was called off.",
        "ru": "Мероприятие уже началось, прошло или отменено.",
        "de": "Die Veranstaltung hat schon begonnen, ist vorbei oder abgesagt.",
        "fr": "L'événement a déjà commencé, est terminé ou annulé.",
    }


class AddressConfirmed(Refusal):
    """An address is confirmed once."""

    code = "registration-address-confirmed"
    text = {
        "az": "Ünvan artıq təsdiqlənib; yeriniz bu keçiddə görünür.",
        "en": "The address is confirmed already; this link shows how you stand.",
        "ru": "Адрес уже подтверждён; по этой ссылке видно ваше место.",
        "de": "Die Adresse ist schon bestätigt; dieser Link zeigt, wie es steht.",
        "fr": "L'adresse est déjà confirmée ; ce lien montre où vous en êtes.",
    }


class NoLinkNeeded(Refusal):
    """Links are for guests; who has an account uses the portal."""

    code = "registration-needs-no-link"
    text = {
        "az": "Keçid yalnız hesabı olmayan qonaq və qüvvədə olan qeydiyyat üçündür.",
        "en": "A link is for a guest without account, and for a registration that still stands.",
        "ru": "Ссылка нужна только гостю без учётной записи и при действующей регистрации.",
        "de": "Ein Link ist für Gäste ohne Konto und für eine Anmeldung, die noch gilt.",
        "fr": "Un lien est destiné à un invité sans compte, et à une inscription encore valable.",
    }


class PlacesTaken(Refusal):
    """Nobody who has a place loses it because the room is smaller."""

    code = "event-places-taken"
    text = {
        "az": "{taken} nəfərin artıq yeri var; tutum bundan az ola bilməz.",
        "en": "{taken} people have a place already; there cannot be fewer places.",
        "ru": "Мест уже занято: {taken}; вместимость не может быть меньше.",
        "de": "{taken} Personen haben schon einen Platz; es können nicht weniger Plätze werden.",
        "fr": "{taken} personnes ont déjà une place ; il ne peut pas y en avoir moins.",
    }


class TicketUnknown(Refusal):
    """A ticket is for one registration, whose place still stands."""

    code = "registration-ticket-unknown"
    text = {
        "az": "Bu bilet bu qeydiyyatın bileti deyil.",
        "en": "This is not the ticket of this registration.",
        "ru": "Это билет не от этой регистрации.",
        "de": "Das ist nicht die Eintrittskarte dieser Anmeldung.",
        "fr": "Ce n'est pas le billet de cette inscription.",
    }


class RegisteredElsewhere(Refusal):
    """Who is registered for another event is not let in here."""

    code = "registration-of-another-event"
    text = {
        "az": "Bu qeydiyyat başqa tədbir üçündür: {code}.",
        "en": "This registration is for another event: {code}.",
        "ru": "Эта регистрация на другое мероприятие: {code}.",
        "de": "Diese Anmeldung gilt für eine andere Veranstaltung: {code}.",
        "fr": "Cette inscription est pour un autre événement : {code}.",
    }


class WithoutPlace(Refusal):
    """Who waits in line, or called it off, has no place."""

    code = "registration-without-place"
    text = {
        "az": "Bu qeydiyyatın yeri yoxdur: {code}.",
        "en": "This registration has no place: {code}.",
        "ru": "У этой регистрации нет места: {code}.",
        "de": "Diese Anmeldung hat keinen Platz: {code}.",
        "fr": "Cette inscription n'a pas de place : {code}.",
    }


class AttendanceTooEarly(Refusal):
    """Who was there is known from the first day of an event on."""

    code = "attendance-too-early"
    text = {
        "az": "İştirak tədbirin ilk günündən qeyd olunur.",
        "en": "Attendance is recorded from the first day of the event on.",
        "ru": "Присутствие отмечается с первого дня мероприятия.",
        "de": "Die Anwesenheit wird ab dem ersten Tag der Veranstaltung festgehalten.",
        "fr": "La présence se note à partir du premier jour de l'événement.",
    }


class DelegatesAreCounted(Refusal):
    """Where we know who came, nobody types in how many."""

    code = "event-delegates-are-counted"
    text = {
        "az": "Xarici nümayəndələr qeydiyyatlardan sayılır; əvvəlcə iştirak siyahısını düzəldin.",
        "en": "Foreign delegates are counted from the registrations; put the attendance right instead.",
        "ru": "Иностранные делегаты считаются по регистрациям; исправьте список присутствовавших.",
        "de": "Die ausländischen Gäste werden aus den Anmeldungen gezählt; berichtigen Sie die Anwesenheit.",
        "fr": "Les délégués étrangers sont comptés d'après les inscriptions ; corrigez plutôt la présence.",
    }
