"""Amendments: numbered changes of signed terms, with approvals and signatures of their own."""

from korpu_chassis.refusals import Refusal


class AmendmentOpen(Refusal):
    """Amendments are settled one after the other."""

    code = "agreement-amendment-open"
    text = {
        "az": "{number} nömrəli əlavə hələ bitməyib; əvvəlcə onu imzalayın və ya geri götürün.",
        "en": "Amendment {number} is still open; sign or drop it first.",
        "ru": "Дополнение {number} ещё не завершено; сначала подпишите или снимите его.",
        "de": "Nachtrag {number} ist noch offen; bitte erst unterschreiben oder fallen lassen.",
        "fr": "L'avenant {number} est encore ouvert ; signez-le ou abandonnez-le d'abord.",
    }


class NoAmendment(Refusal):
    """There is no open amendment with this number."""

    code = "agreement-no-amendment"
    status = 404
    text = {
        "az": "Bu nömrə ilə açıq əlavə yoxdur.",
        "en": "There is no open amendment with this number.",
        "ru": "Открытого дополнения с этим номером нет.",
        "de": "Es gibt keinen offenen Nachtrag mit dieser Nummer.",
        "fr": "Il n'y a pas d'avenant ouvert portant ce numéro.",
    }


class AmendsNothing(Refusal):
    """An amendment changes the terms, and neither the kind nor the parties."""

    code = "agreement-amends-nothing"
    text = {
        "az": "Əlavə şərtləri dəyişməlidir; növ və tərəflər üçün yeni sənəd lazımdır.",
        "en": "An amendment must change the terms; another kind or other parties need a new agreement.",
        "ru": "Дополнение должно менять условия; для другого вида или сторон нужен новый документ.",
        "de": "Ein Nachtrag muss die Bedingungen ändern; andere Art oder Parteien brauchen einen neuen Vertrag.",
        "fr": "Un avenant doit modifier les conditions ; autre type ou parties : nouvel accord.",
    }


class AmendmentNotApproved(Refusal):
    """An amendment is signed when it is approved by all."""

    code = "agreement-amendment-not-approved"
    text = {
        "az": "Əlavə təsdiqlənməyib; çatışmayan təsdiqlər: {missing}.",
        "en": "The amendment is not approved by all; still missing: {missing}.",
        "ru": "Дополнение согласовано не всеми; не хватает: {missing}.",
        "de": "Der Nachtrag ist nicht von allen genehmigt; es fehlen: {missing}.",
        "fr": "L'avenant n'est pas approuvé par tous ; il manque : {missing}.",
    }
