"""What may be kept of a person, how long, and until when a consent holds."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from korpu_chassis.refusals import Notice, Refusal


class Status(StrEnum):
    """Whether we know who the person is, or only that there was one."""

    REGISTERED = "registered"
    ERASED = "erased"


class Kind(StrEnum):
    """What brings a person to the office."""

    STUDENT = "student"
    STAFF = "staff"
    APPLICANT = "applicant"


class Gender(StrEnum):
    """As stated by the person; statistics ask for it."""

    FEMALE = "female"
    MALE = "male"
    UNSTATED = "unstated"


class DocumentKind(StrEnum):
    """What the restricted file holds."""

    PASSPORT = "passport"
    VISA = "visa"
    HEALTH = "health"


class Purpose(StrEnum):
    """What a person consents to."""

    SHARE_WITH_HOST = "share_with_host"
    PHOTO = "photo"
    PRESS = "press"
    NEWSLETTER = "newsletter"


class Basis(StrEnum):
    """Why a person is erased."""

    OWN_REQUEST = "own_request"
    RETENTION_ENDED = "retention_ended"
    COURT_OR_AUTHORITY = "court_or_authority"


KEPT_AFTER_EXPIRY = timedelta(days=365)
HEALTH_KEPT = timedelta(days=365)
LONGEST_KEPT = timedelta(days=10 * 366)


def keep_until(kind: DocumentKind, recorded: date, expires: date | None) -> date:
    """The last day of a restricted document: a year after it expires, a health note a year after it was written."""
    if kind is DocumentKind.HEALTH:
        return recorded + HEALTH_KEPT
    return min(max(expires or recorded, recorded) + KEPT_AFTER_EXPIRY, recorded + LONGEST_KEPT)


class Given(Protocol):
    """A consent, as far as its validity goes."""

    @property
    def purpose(self) -> str:
        """What was agreed to."""

    @property
    def valid_from(self) -> date:
        """The first day."""

    @property
    def valid_to(self) -> date | None:
        """The last day, if there is one."""

    @property
    def withdrawn_on(self) -> date | None:
        """When it was taken back, if it was."""


def consents_to(purpose: Purpose, consents: Iterable[Given], on: date) -> bool:
    """Say whether a consent to this purpose holds on that day."""
    return any(
        given.purpose == purpose
        and given.withdrawn_on is None
        and given.valid_from <= on
        and (given.valid_to is None or on <= given.valid_to)
        for given in consents
    )


class PersonKnown(Refusal):
    """A university number belongs to one person."""

    code = "person-number-taken"
    text = {
        "az": "Bu universitet nömrəsi ilə başqa şəxs artıq qeydiyyatdadır.",
        "en": "Another person is registered with this university number.",
        "ru": "С этим университетским номером уже зарегистрирован другой человек.",
        "de": "Mit dieser Universitätsnummer ist schon jemand anders erfasst.",
        "fr": "Une autre personne est enregistrée avec ce numéro universitaire.",
    }


class PersonErasedAlready(Refusal):
    """Nothing more happens with a person whose data is gone."""

    code = "person-erased"
    text = {
        "az": "Bu şəxsin məlumatları silinib; onunla bağlı yeni əməliyyat aparmaq olmaz.",
        "en": "This person's data has been erased; nothing more can be done with it.",
        "ru": "Данные этого человека стёрты; новые действия с ними невозможны.",
        "de": "Die Daten dieser Person sind gelöscht; mit ihr ist nichts mehr möglich.",
        "fr": "Les données de cette personne ont été effacées ; plus rien n'est possible.",
    }


class ConsentUnknown(Refusal):
    """Only a consent that was given and still holds can be withdrawn."""

    code = "person-consent-unknown"
    text = {
        "az": "Belə qüvvədə olan razılıq yoxdur.",
        "en": "There is no such consent that still holds.",
        "ru": "Такого действующего согласия нет.",
        "de": "Eine solche geltende Einwilligung gibt es nicht.",
        "fr": "Il n'existe pas de tel consentement en vigueur.",
    }


class ConsentBackwards(Refusal):
    """A consent ends on or after the day from which it holds."""

    code = "person-consent-dates-reversed"
    status = 422
    text = {
        "az": "Razılığın sonu onun başlanğıcından əvvəl ola bilməz.",
        "en": "The consent cannot end before it begins.",
        "ru": "Согласие не может закончиться раньше, чем началось.",
        "de": "Die Einwilligung kann nicht enden, bevor sie beginnt.",
        "fr": "Le consentement ne peut pas finir avant de commencer.",
    }


class MayBeKnown(Notice):
    """Somebody with the same name and birth date is registered already."""

    code = "person-may-be-known"
    text = {
        "az": "Eyni ad və doğum tarixi ilə şəxs artıq qeydiyyatdadır: {other}.",
        "en": "A person with the same name and birth date is registered already: {other}.",
        "ru": "Человек с тем же именем и датой рождения уже зарегистрирован: {other}.",
        "de": "Jemand mit gleichem Namen und Geburtstag ist schon erfasst: {other}.",
        "fr": "Une personne de mêmes nom et date de naissance est déjà enregistrée : {other}.",
    }
