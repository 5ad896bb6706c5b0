"""Why a calendar feed is not made or not told."""

from korpu_chassis.refusals import Refusal


class TooManyFeeds(Refusal):
    """Nobody needs more feeds than they have devices."""

    code = "calendar-too-many-feeds"
    text = {
        "az": "Ən çoxu {most} təqvim keçidi ola bilər; əvvəlcə birini ləğv edin.",
        "en": "There can be {most} calendar links at most; revoke one first.",
        "ru": "Ссылок на календарь может быть не более {most}; сначала отзовите одну.",
        "de": "Höchstens {most} Kalenderlinks sind möglich; widerrufen Sie zuerst einen.",
        "fr": "{most} liens de calendrier au plus ; révoquez-en un d'abord.",
    }


class ExpiresTooLate(Refusal):
    """A link that nobody uses any more must end by itself."""

    code = "calendar-expires-too-late"
    status = 422
    text = {
        "az": "Keçid {latest} tarixindən gec olmayan bir günə qədər qüvvədə qala bilər.",
        "en": "The link can hold until {latest} at the latest, and from today on.",
        "ru": "Ссылка может действовать самое позднее до {latest}, начиная с сегодняшнего дня.",
        "de": "Der Link kann von heute bis spätestens {latest} gelten.",
        "fr": "Le lien peut valoir d'aujourd'hui au {latest} au plus tard.",
    }


class LookedTooOften(Refusal):
    """A program that asks without a pause is asked to wait."""

    code = "calendar-looked-too-often"
    status = 429
    text = {
        "az": "Təqvim çox tez-tez soruşulur; bir saatdan sonra yenidən cəhd edin.",
        "en": "The calendar is asked for too often; try again in an hour.",
        "ru": "Календарь запрашивают слишком часто; попробуйте через час.",
        "de": "Der Kalender wird zu oft abgefragt; versuchen Sie es in einer Stunde wieder.",
        "fr": "Le calendrier est demandé trop souvent ; réessayez dans une heure.",
    }
