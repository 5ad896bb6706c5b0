"""Why an offered place is not taken."""

from korpu_chassis.refusals import Refusal


class OfferLapsed(Refusal):
    """An offer is confirmed until the end of its last day."""

    code = "application-offer-lapsed"
    text = {
        "az": "Təklifin müddəti {until} tarixində bitib.",
        "en": "The offer was open until {until}.",
        "ru": "Предложение действовало до {until}.",
        "de": "Das Angebot galt bis {until}.",
        "fr": "L'offre était valable jusqu'au {until}.",
    }


class PlaceTaken(Refusal):
    """The last place went to who confirmed first."""

    code = "application-place-taken"
    text = {
        "az": "Son yeri sizdən əvvəl başqası təsdiqləyib; təklifiniz qüvvədədir, şöbə ilə əlaqə saxlayın.",
        "en": "Somebody else has confirmed the last place before you; your offer stands, ask the office.",
        "ru": "Последнее место подтвердили раньше вас; ваше предложение в силе, обратитесь в отдел.",
        "de": "Der letzte Platz wurde vor Ihnen bestätigt; Ihr Angebot bleibt, fragen Sie die Abteilung.",
        "fr": "La dernière place a été confirmée avant vous ; votre offre tient, adressez-vous au service.",
    }


class StayIncomplete(Refusal):
    """A stay has its days, its level, its field and its academic year."""

    code = "application-stay-incomplete"
    text = {
        "az": "Namizədlik üçün məlumat çatmır: {missing}.",
        "en": "The nomination lacks: {missing}.",
        "ru": "Для номинации не хватает: {missing}.",
        "de": "Für die Nominierung fehlt: {missing}.",
        "fr": "Pour la nomination, il manque : {missing}.",
    }


class NoStay(Refusal):
    """Only a place on seats of a condition becomes a stay, and once."""

    code = "application-no-stay"
    text = {
        "az": "Bu yer üzrə namizədlik tələb olunmur və ya artıq var.",
        "en": "This place needs no nomination, or has one already.",
        "ru": "Для этого места номинация не нужна или уже есть.",
        "de": "Dieser Platz braucht keine Nominierung oder hat schon eine.",
        "fr": "Cette place ne demande pas de nomination, ou en a déjà une.",
    }
