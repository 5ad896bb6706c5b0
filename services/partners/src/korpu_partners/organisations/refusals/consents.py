"""Why a contact person cannot be kept."""

from korpu_chassis.refusals import Refusal


class GroundMissing(Refusal):
    """A person's name or address is kept only on a ground that is written down."""

    code = "contact-ground-missing"
    text = {
        "az": "Şəxsin məlumatı əsassız saxlanmır: `ground` sahəsini doldurun (razılıq və ya vəzifə əlaqəsi) və sübutu.",
        "en": "A person's data needs a ground: say `ground` (consent, or the contact of an office) and its evidence.",
        "ru": "Данные лица хранятся только на основании: укажите `ground` и подтверждение.",
        "de": "Personendaten brauchen eine Grundlage: geben Sie `ground` und den Nachweis an.",
        "fr": "Les données d'une personne exigent un fondement : indiquez `ground` et la preuve.",
    }


class ConsentMissing(Refusal):
    """What is kept by consent is kept as far as the consent goes."""

    code = "contact-consent-missing"
    text = {
        "az": "Bu məlumat üçün qüvvədə olan razılıq yoxdur: {data}.",
        "en": "There is no consent in force for: {data}.",
        "ru": "Нет действующего согласия на: {data}.",
        "de": "Keine gültige Einwilligung für: {data}.",
        "fr": "Pas de consentement en vigueur pour : {data}.",
    }


class ConsentReversed(Refusal):
    """A consent ends on or after the day from which it holds, and not before today."""

    code = "contact-consent-dates-reversed"
    status = 422
    text = {
        "az": "Razılığın sonu onun başlanğıcından və bu gündən əvvəl ola bilməz.",
        "en": "The consent cannot end before it begins, nor before today.",
        "ru": "Согласие не может закончиться раньше начала или раньше сегодняшнего дня.",
        "de": "Die Einwilligung kann nicht vor ihrem Beginn und nicht vor heute enden.",
        "fr": "Le consentement ne peut finir avant de commencer, ni avant aujourd'hui.",
    }


class ConsentUnknown(Refusal):
    """Only a consent that was given and still holds can be withdrawn."""

    code = "contact-consent-unknown"
    text = {
        "az": "Belə qüvvədə olan razılıq yoxdur.",
        "en": "There is no such consent that still holds.",
        "ru": "Такого действующего согласия нет.",
        "de": "Eine solche geltende Einwilligung gibt es nicht.",
        "fr": "Il n'existe pas de tel consentement en vigueur.",
    }
