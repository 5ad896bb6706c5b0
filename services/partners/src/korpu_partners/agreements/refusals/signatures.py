"""Who has signed, when, and why a signature does not count."""

from korpu_chassis.refusals import Refusal


class NotApproved(Refusal):
    """Only approved terms can be signed."""

    code = "agreement-not-approved"
    text = {
        "az": "Şərtlərin hamısı təsdiqlənməyib; çatışmayan təsdiqlər: {missing}.",
        "en": "The terms are not approved by all; still missing: {missing}.",
        "ru": "Условия согласованы не всеми; не хватает: {missing}.",
        "de": "Die Bedingungen sind nicht von allen genehmigt; es fehlen: {missing}.",
        "fr": "Les conditions ne sont pas approuvées par tous ; il manque : {missing}.",
    }


class SignatureMissing(Refusal):
    """Every party signs."""

    code = "agreement-signature-missing"
    text = {
        "az": "Bütün tərəflər imzalamalıdır; imzası çatışmayan tərəflərin sayı: {count}.",
        "en": "Every party must sign; signatures missing: {count}.",
        "ru": "Подписать должны все стороны; не хватает подписей: {count}.",
        "de": "Alle Parteien müssen unterschreiben; es fehlen: {count}.",
        "fr": "Toutes les parties doivent signer ; signatures manquantes : {count}.",
    }


class SignatureOfStranger(Refusal):
    """Only parties sign, each once."""

    code = "agreement-signature-of-stranger"
    text = {
        "az": "Yalnız tərəflər, hər biri bir dəfə imzalayır.",
        "en": "Only the parties sign, each once.",
        "ru": "Подписывают только стороны, каждая один раз.",
        "de": "Nur die Parteien unterschreiben, jede einmal.",
        "fr": "Seules les parties signent, chacune une fois.",
    }


class SignedInTheFuture(Refusal):
    """A signature is given before it is recorded."""

    code = "agreement-signed-in-the-future"
    text = {
        "az": "İmza tarixi ({on}) gələcəkdədir.",
        "en": "The signature's date ({on}) is in the future.",
        "ru": "Дата подписи ({on}) — в будущем.",
        "de": "Das Datum der Unterschrift ({on}) liegt in der Zukunft.",
        "fr": "La date de la signature ({on}) est dans le futur.",
    }
