"""Why the people of a visit stay as they are, and what is worth a look."""

from korpu_chassis.refusals import Notice, Refusal


class BornInTheFuture(Refusal):
    """Nobody who visits is born after today."""

    code = "visit-member-born-in-the-future"
    status = 422
    text = {
        "az": "Doğum tarixi gələcəkdə ola bilməz; ili yoxlayın.",
        "en": "The birth date is still to come; check the year.",
        "ru": "Дата рождения ещё не наступила; проверьте год.",
        "de": "Das Geburtsdatum liegt in der Zukunft; prüfen Sie das Jahr.",
        "fr": "La date de naissance est à venir ; vérifiez l'année.",
    }


class UnknownMember(Refusal):
    """The delegation has no such member."""

    code = "visit-member-unknown"
    status = 404
    text = {
        "az": "Nümayəndə heyətində belə üzv yoxdur.",
        "en": "The delegation has no such member.",
        "ru": "В делегации нет такого участника.",
    }


class MembersUnchanged(Refusal):
    """A change of the member list adds or removes somebody."""

    code = "visit-members-unchanged"
    status = 422
    text = {
        "az": "Kimin əlavə edildiyini və ya çıxarıldığını göstərin.",
        "en": "Say who is added or removed.",
        "ru": "Укажите, кто добавлен или удалён.",
    }


class SecondHead(Refusal):
    """A delegation has one head."""

    code = "visit-second-head"
    text = {
        "az": "Nümayəndə heyətinin yalnız bir rəhbəri ola bilər.",
        "en": "A delegation has one head.",
        "ru": "У делегации может быть только один глава.",
    }


class TooManyMembers(Refusal):
    """A delegation is not a congress."""

    code = "visit-too-many-members"
    text = {
        "az": "Nümayəndə heyətində {limit} nəfərdən çox ola bilməz.",
        "en": "A delegation has at most {limit} members.",
        "ru": "В делегации не более {limit} участников.",
    }


class SameLanguage(Refusal):
    """An interpreter works between two languages."""

    code = "visit-interpreter-same-language"
    status = 422
    text = {
        "az": "Tərcüməçinin dil cütü iki fərqli dil olmalıdır.",
        "en": "An interpreter works between two different languages.",
        "ru": "Переводчик работает между двумя разными языками.",
    }


class InvitedTwice(Refusal):
    """The number of an invitation letter is used once."""

    code = "visit-invitation-number-taken"
    text = {
        "az": "Bu nömrəli dəvət məktubu artıq var.",
        "en": "An invitation letter with this number exists.",
        "ru": "Письмо-приглашение с таким номером уже есть.",
    }


class HostBelowProtocol(Notice):
    """The head of the delegation is of higher rank than whoever receives it."""

    code = "visit-host-below-protocol"
    text = {
        "az": "Protokola görə heyətin rəhbərini ({level}) eyni və ya daha yüksək səviyyəli şəxs qəbul edir.",
        "en": "By protocol, the head of the delegation ({level}) is received by somebody of at least that rank.",
        "ru": "По протоколу главу делегации ({level}) принимает лицо не ниже рангом.",
    }


class PassportExpires(Notice):
    """A passport ends before the visit does."""

    code = "visit-passport-expires"
    text = {
        "az": "Pasportun müddəti səfər bitməmiş qurtarır.",
        "en": "The passport expires before the visit ends.",
        "ru": "Паспорт истекает до окончания визита.",
    }
