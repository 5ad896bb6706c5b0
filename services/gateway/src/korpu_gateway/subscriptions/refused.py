"""What a subscriber is told when a subscription cannot begin, or cannot go on."""

from korpu_chassis.refusals import Refusal


class TooManySubscriptions(Refusal):
    """One connection carries a bounded number of operations."""

    code = "too-many-subscriptions"
    status = 429
    text = {
        "az": "Bir bağlantıda ən çoxu {most} abunəlik ola bilər; artıq lazım olmayanları bitirin.",
        "en": "A connection carries at most {most} operations; complete those that you need no more.",
        "ru": "В одном соединении не более {most} подписок; завершите ненужные.",
        "de": "Eine Verbindung trägt höchstens {most} Abonnements; beenden Sie, was Sie nicht mehr brauchen.",
        "fr": "Une connexion porte au plus {most} abonnements ; terminez ceux dont vous n'avez plus besoin.",
    }


class TooManyConnections(Refusal):
    """One process of the gateway carries a bounded number of live connections."""

    code = "too-many-connections"
    status = 503
    text = {
        "az": "Canlı bağlantılar çoxdur; bir az sonra yenidən cəhd edin.",
        "en": "There are too many live connections; try again in a moment.",
        "ru": "Слишком много живых соединений; повторите чуть позже.",
        "de": "Es gibt zu viele offene Verbindungen; versuchen Sie es gleich noch einmal.",
        "fr": "Trop de connexions ouvertes ; réessayez dans un instant.",
    }
