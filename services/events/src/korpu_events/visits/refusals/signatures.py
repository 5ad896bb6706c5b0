"""What is wrong with a signing, or worth a look."""

from korpu_chassis.refusals import Notice, Refusal


class SigningWithoutAgreement(Refusal):
    """A signing names what is signed."""

    code = "programme-signing-without-agreement"
    status = 422
    text = {
        "az": "İmzalanma bəndi hansı sazişin imzalandığını göstərməlidir.",
        "en": "A signing must name the agreement that is signed.",
        "ru": "Для подписания нужно указать соглашение.",
    }


class AgreementNotApproved(Notice):
    """What is to be signed is not approved yet."""

    code = "agreement-not-approved"
    text = {
        "az": "İmzalanacaq saziş hələ təsdiqlənməyib (vəziyyəti: {status}).",
        "en": "The agreement to be signed is not approved yet (its status: {status}).",
        "ru": "Соглашение для подписания ещё не утверждено (статус: {status}).",
    }


class AgreementNotHeard(Notice):
    """Nobody has told of the agreement that is to be signed."""

    code = "agreement-not-heard"
    text = {
        "az": "İmzalanacaq saziş haqqında hələ məlumat gəlməyib; nömrəsini yoxlayın.",
        "en": "Nothing has been heard of the agreement to be signed; check it.",
        "ru": "О подписываемом соглашении ещё нет сведений; проверьте его.",
    }


class AgreementAlreadySigned(Notice):
    """What is to be signed was signed before."""

    code = "agreement-already-signed"
    text = {
        "az": "Saziş artıq imzalanıb.",
        "en": "The agreement has already been signed.",
        "ru": "Соглашение уже подписано.",
    }
