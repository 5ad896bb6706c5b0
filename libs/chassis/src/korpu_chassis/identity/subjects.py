"""Who acted, as an id that tells nothing about the person: what the identity provider says, or a keyed hash of it."""

import hashlib
import re
from typing import Annotated

import structlog
from pydantic import AfterValidator, Field

from korpu_chassis.refusals import Refusal, wording
from korpu_chassis.validation.codes import Public, Text

# This rule is frozen: whoever changes it gives people other ids than those under which their work is kept.
_PLAIN = re.compile(r"[A-Za-z0-9._:|-]+")
_NAMED = re.compile(
    r"[A-Za-z]+(?:\.[A-Za-z]+)+\d{0,4}"  # given.family
    r"|(?:994|0)\d{9}"  # a telephone
    r"|(?:AZE\d{8}|AA\d{7}|[CP]\d{8})"  # a passport
)
DERIVED = re.compile(r"id:[0-9a-f]{40}")

log = structlog.get_logger()


class SubjectKeyMissing(Refusal):
    """The identity provider names people by addresses or names, and there is no key to hide them."""

    code = "subject-key-missing"
    status = 503
    text = wording()["subject-key-missing"]


class _Key:
    """The key of this process, the same in every service."""

    digest: bytes | None = None


def hide_with(key: str | None) -> None:
    """Let this process derive ids with this key."""
    _Key.digest = hashlib.sha256(key.encode()).digest() if key else None


def is_opaque(subject: str) -> bool:
    """Whether an identity provider's subject tells nothing about the person.

    It is made of letters, digits and `._:|-`, and no part of it (between `:` and `|`) is a name of several words with
    dots between, a telephone or the number of a passport. One word may be anything, and passes.
    """
    return bool(_PLAIN.fullmatch(subject)) and not any(map(_NAMED.fullmatch, re.split(r"[:|]", subject)))


def opaque(subject: str) -> str:
    """The id under which a subject is kept and published: itself if it is opaque, else a keyed hash of it.

    Applied again it changes nothing, so an id that was read from a message may be given back.
    """
    if is_opaque(subject):
        return subject
    if _Key.digest is None:
        log.error("identity.subject_key_missing", setting="KORPU_SUBJECT_KEY")
        raise SubjectKeyMissing
    return f"id:{hashlib.blake2b(subject.encode(), digest_size=20, key=_Key.digest).hexdigest()}"


Subject = Annotated[
    Text,
    Field(max_length=255, description="Whom the identity provider names so, or the id that messages carry."),
    AfterValidator(opaque),
    Public("an id that tells nothing"),
]
