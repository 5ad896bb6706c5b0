"""What a reader is told when a question cannot be answered."""

from korpu_chassis.refusals import Refusal


class NotACursor(Refusal):
    """The place in a list is not one that this gateway gave."""

    code = "not-a-cursor"
    status = 422
    text = {
        "az": "Bu kursor bizim verdiyimiz kursor deyil; siyahını əvvəldən oxuyun",
        "en": "This cursor is not one that we gave; read the list from its beginning",
    }


class TooLong(Refusal):
    """More was asked of a list than one page holds."""

    code = "page-too-long"
    status = 422
    text = {
        "az": "Bir səhifədə ən çoxu {longest} yazı ola bilər",
        "en": "A page holds at most {longest} entries and at least none",
    }


class TooCostly(Refusal):
    """The operation may lead to more things than one answer holds."""

    code = "too-costly"
    status = 400
    text = {
        "az": "Sorğu çox böyükdür: bir cavabda ən çoxu {most} obyekt ola bilər; siyahıları qısaldın",
        "en": "This asks for too much: one answer leads to at most {most} things; ask for shorter lists",
    }


class NotTrusted(Refusal):
    """The document is not one of those that the portal was published with."""

    code = "document-not-trusted"
    status = 400
    text = {
        "az": "Bu sorğu portalın sorğuları arasında yoxdur",
        "en": "This operation is not one of the portal's own",
    }


class IntrospectionClosed(Refusal):
    """The schema is shown to the office's staff."""

    code = "introspection-closed"
    status = 400
    text = {
        "az": "Sxem yalnız şöbənin əməkdaşlarına göstərilir",
        "en": "The schema is shown to the office's staff; sign in to read it",
    }
