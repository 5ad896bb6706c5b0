"""Why a kept text is not accepted, or does not become an answer."""

from korpu_chassis.refusals import Refusal


class PlaceholderUnknown(Refusal):
    """Only place-holders that there are can be filled in."""

    code = "answer-template-placeholder-unknown"
    status = 422
    text = {
        "az": "Belə əvəzləyici yoxdur: {placeholder}. Olanlar: {known}.",
        "en": "There is no such place-holder: {placeholder}. There are: {known}.",
        "ru": "Нет такой подстановки: {placeholder}. Есть: {known}.",
        "de": "Diesen Platzhalter gibt es nicht: {placeholder}. Es gibt: {known}.",
        "fr": "Cette variable n'existe pas : {placeholder}. Existent : {known}.",
    }


class PlaceholderEmpty(Refusal):
    """A kept text that tells of something is used where there is something to tell."""

    code = "answer-template-placeholder-empty"
    text = {
        "az": "Bu sorğuda {placeholder} üçün məlumat yoxdur; sorğunu tamamlayın və ya başqa mətn seçin.",
        "en": "This enquiry has nothing for {placeholder}; complete the enquiry or choose another text.",
        "ru": "В этом запросе нет данных для {placeholder}; дополните запрос или выберите другой текст.",
        "de": "Diese Anfrage hat nichts für {placeholder}; ergänzen Sie sie oder wählen Sie einen anderen Text.",
        "fr": "Cette demande n'a rien pour {placeholder} ; complétez-la ou choisissez un autre texte.",
    }


class TemplateUnusable(Refusal):
    """An answer is made from a text that is in use, and there in the language of the enquiry, up to date."""

    code = "answer-template-unusable"
    text = {
        "az": "Bu mətn istifadədə deyil və ya sorğunun dilində ({language}) aktual tərcüməsi yoxdur.",
        "en": "This text is retired, or has no translation up to date in the language of the enquiry ({language}).",
        "ru": "Этот текст снят с использования или не переведён на язык запроса ({language}).",
        "de": "Dieser Text wird nicht mehr benutzt oder fehlt aktuell in der Sprache der Anfrage ({language}).",
        "fr": "Ce texte est retiré, ou n'a pas de traduction à jour dans la langue de la demande ({language}).",
    }
