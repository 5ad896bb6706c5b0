"""How an agreement goes on: the reminders before its end, the notice date, reviews, and the successor's terms."""

from korpu_chassis.refusals import Refusal


class HasSuccessor(Refusal):
    """One successor follows an agreement."""

    code = "agreement-has-successor"
    text = {
        "az": "Bu sənədin davamı artıq hazırlanır və ya imzalanıb.",
        "en": "A successor of this agreement is already under way or signed.",
        "ru": "Продолжение этого документа уже готовится или подписано.",
        "de": "Ein Nachfolger dieses Vertrags ist schon in Arbeit oder unterschrieben.",
        "fr": "Un successeur de cet accord est déjà en préparation ou signé.",
    }


class NothingToRenew(Refusal):
    """An evergreen agreement goes on without renewal."""

    code = "agreement-nothing-to-renew"
    text = {
        "az": "Müddətsiz sənəd yenilənmir; onun dövri baxışı olur.",
        "en": "An evergreen agreement is reviewed, not renewed.",
        "ru": "Бессрочный документ не продлевается, а пересматривается.",
        "de": "Ein unbefristeter Vertrag wird überprüft, nicht verlängert.",
        "fr": "Un accord sans terme est réexaminé, non renouvelé.",
    }


class NothingToReview(Refusal):
    """Only an evergreen agreement has review dates."""

    code = "agreement-nothing-to-review"
    text = {
        "az": "Dövri baxış yalnız müddətsiz sənədlərdə olur.",
        "en": "Only an evergreen agreement has review dates.",
        "ru": "Даты пересмотра есть только у бессрочных документов.",
        "de": "Nur unbefristete Verträge haben Prüftermine.",
        "fr": "Seul un accord sans terme a des dates de réexamen.",
    }


class NoticeTooLate(Refusal):
    """An automatic renewal can be declined until its notice date."""

    code = "agreement-notice-too-late"
    text = {
        "az": "Bildiriş tarixi ({date}) keçib; sənəd özü yenilənir.",
        "en": "The notice date ({date}) has passed; the agreement renews itself.",
        "ru": "Срок уведомления ({date}) прошёл; документ продлевается сам.",
        "de": "Der Kündigungstermin ({date}) ist vorbei; der Vertrag verlängert sich.",
        "fr": "La date de préavis ({date}) est passée ; l'accord se renouvelle.",
    }
