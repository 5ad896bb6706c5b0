"""Why a decision about a row is refused."""

from korpu_chassis.refusals import Refusal


class UnknownRow(Refusal):
    """The import has no such row that waits."""

    code = "register-unknown-row"
    status = 404
    text = {
        "az": "Gözləyən belə sətir yoxdur.",
        "en": "There is no such row that waits.",
        "ru": "Нет такой ожидающей строки.",
        "de": "Es gibt keine solche wartende Zeile.",
        "fr": "Il n'y a pas de telle ligne en attente.",
    }


class NotOffered(Refusal):
    """A row is the same as one that was offered for it, or as none."""

    code = "register-not-offered"
    status = 422
    text = {
        "az": "Bu qeyd həmin sətir üçün təklif olunmayıb.",
        "en": "This record was not offered for the row.",
        "ru": "Эта запись не предлагалась для строки.",
        "de": "Dieser Eintrag wurde für die Zeile nicht angeboten.",
        "fr": "Cette fiche n'a pas été proposée pour la ligne.",
    }
