"""The life of a person in the office's books: known, and one day forgotten."""

from enum import StrEnum

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


class Basis(StrEnum):
    """Why a person is erased."""

    OWN_REQUEST = "own_request"
    RETENTION_ENDED = "retention_ended"
    COURT_OR_AUTHORITY = "court_or_authority"


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
