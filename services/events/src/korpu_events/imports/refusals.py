"""What is unclear in rows of visits."""

from korpu_chassis.refusals import Notice


class VisitToCome(Notice):
    """A visit that is not over has a programme, bookings and requests: it is asked for, not entered."""

    code = "register-visit-to-come"
    text = {
        "az": "Bu səfər hələ bitməyib: köhnə siyahıdan daxil edilmir, yeni səfər kimi açılır.",
        "en": "This visit is not over; it is not entered from a register, open it as a new visit.",
        "ru": "Этот визит ещё не завершён: его не вносят из списка, а открывают как новый.",
        "de": "Dieser Besuch ist nicht vorbei; er wird nicht übernommen, sondern neu angelegt.",
        "fr": "Cette visite n'est pas finie ; on ne la reprend pas d'un registre, on l'ouvre comme nouvelle.",
    }


NOTICES = (VisitToCome,)
