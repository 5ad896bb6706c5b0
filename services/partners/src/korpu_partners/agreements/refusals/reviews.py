"""The review of one version of terms: whose turn it is, and which approvals stand."""

from korpu_chassis.refusals import Refusal


class ApproverIsAuthor(Refusal):
    """Nobody approves what they wrote."""

    code = "agreement-approver-is-author"
    text = {
        "az": "Şərtləri yazan şəxs onları təsdiq edə bilməz; başqa əməkdaş təsdiq etməlidir.",
        "en": "Whoever wrote the terms cannot approve them; a colleague must.",
        "ru": "Автор условий не может их согласовать; это должен сделать коллега.",
        "de": "Wer die Bedingungen verfasst hat, darf sie nicht genehmigen; das muss jemand anders tun.",
        "fr": "L'auteur des conditions ne peut pas les approuver ; un collègue doit le faire.",
    }


class NotYourStep(Refusal):
    """A review step belongs to the office that it names."""

    code = "agreement-not-your-step"
    status = 403
    text = {
        "az": "Bu rəy mərhələsi ({step}) sizin vəzifənizə aid deyil.",
        "en": "This review step ({step}) is not yours to decide.",
        "ru": "Этот этап согласования ({step}) решаете не вы.",
        "de": "Über diesen Prüfschritt ({step}) entscheiden nicht Sie.",
        "fr": "Cette étape d'examen ({step}) ne relève pas de vous.",
    }


class NotItsTurn(Refusal):
    """A step is decided after those before it, once, and only if it is on the route."""

    code = "agreement-not-its-turn"
    text = {
        "az": "Bu mərhələnin ({step}) növbəsi deyil; indi qərar gözlənilir: {open}.",
        "en": "It is not this step's turn ({step}); now waiting for: {open}.",
        "ru": "Сейчас не очередь этого этапа ({step}); ожидается решение: {open}.",
        "de": "Dieser Schritt ({step}) ist nicht an der Reihe; erwartet wird: {open}.",
        "fr": "Ce n'est pas le tour de cette étape ({step}) ; on attend : {open}.",
    }


class TermsMoved(Refusal):
    """An approval is given for the terms that were read, and these have changed since."""

    code = "agreement-terms-moved"
    text = {
        "az": "Oxuduğunuz şərtlər (v{read}) dəyişib; indi v{current} qüvvədədir, onu oxuyun.",
        "en": "The terms you read (v{read}) have changed; read v{current} and decide again.",
        "ru": "Прочитанные вами условия (v{read}) изменились; прочтите v{current}.",
        "de": "Die gelesenen Bedingungen (v{read}) haben sich geändert; bitte v{current} lesen.",
        "fr": "Les conditions lues (v{read}) ont changé ; lisez v{current}.",
    }
