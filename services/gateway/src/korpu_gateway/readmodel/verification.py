"""Checking a paper by its code: what may be told to whoever holds it in hand."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import asyncpg
import orjson

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import Caller, Rate
from korpu_chassis.refusals import Refusal

CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{24}")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MODULUS = 37
LONGEST = 64
A_SECOND, AT_ONCE = 1.0, 30.0


class TooManyChecks(Refusal):
    """Papers are checked by people; a machine that guesses waits."""

    code = "too-many-checks"
    status = 429
    text = {
        "az": "Çox sayda yoxlama var; bir dəqiqədən sonra təkrar edin.",
        "en": "Too many checks at the moment; try again in a minute.",
        "ru": "Слишком много проверок; повторите через минуту.",
        "de": "Zurzeit zu viele Prüfungen; bitte in einer Minute erneut versuchen.",
        "fr": "Trop de vérifications en ce moment ; réessayez dans une minute.",
    }


@dataclass(frozen=True)
class Checked:
    """A paper that is ours, and what stands behind it today; no person is named."""

    template: str
    number: str
    made_on: date
    parties: tuple[Mapping[str, str], ...]
    sha256: str
    draft: bool
    standing: str
    superseded_by: str | None
    reason: str | None


class Checks:
    """Looks papers up, for each caller no more of them in a second than people ask for."""

    def __init__(self, a_second: float = A_SECOND, at_once: float = AT_ONCE) -> None:
        self._rate = Rate("checks", at_once=at_once, a_second=a_second)

    async def of(self, pool: asyncpg.Pool, typed: str, principal: Principal = Principal.anonymous) -> Checked | None:
        """The paper with this code; nothing when there is none, and no look when the check symbol is wrong."""
        code = well_formed(typed)
        if code is None:
            return None
        self._rate.take(Caller.of(principal).key, TooManyChecks)
        row = await pool.fetchrow(_LOOK, hashlib.sha256(code.encode()).hexdigest())
        return (
            _checked(orjson.loads(row["paper"]), orjson.loads(row["agreement"] or "null"), row["next"]) if row else None
        )


_LOOK = """
    SELECT p.doc::text AS paper, a.doc::text AS agreement, n.doc->>'code' AS next
    FROM paper p
    LEFT JOIN agreement a ON a.id = p.agreement_id
    LEFT JOIN agreement n ON n.id = (a.doc->>'successor_id')::uuid AND a.doc->>'status' = 'renewed'
    WHERE p.code_digest = $1
"""


def well_formed(typed: str) -> str | None:
    """The code as it was made, however it was typed: small letters, blanks, O for 0, I and L for 1."""
    if len(typed) > LONGEST:
        return None
    code = re.sub(r"[\s-]", "", typed.upper()).translate(str.maketrans("OIL", "011"))
    if not CODE.fullmatch(code):
        return None
    rest = 0
    for letter in code[:-1]:
        rest = (rest * len(ALPHABET) + ALPHABET.index(letter)) % MODULUS
    return code if rest == ALPHABET.index(code[-1]) else None


def _checked(paper: Mapping[str, Any], agreement: Mapping[str, Any] | None, following: str | None) -> Checked:
    revoked = paper["status"] == "revoked"
    return Checked(
        template=paper["template"],
        number=paper["number"],
        made_on=date.fromisoformat(paper["made_on"]),
        parties=tuple(_names(each["names"]) for each in paper["parties"]),
        sha256=paper["file"]["sha256"],
        draft=paper["draft"],
        standing="revoked" if revoked else _standing(paper, agreement),
        superseded_by=following,
        reason=paper["reason"] if revoked else None,
    )


def _standing(paper: Mapping[str, Any], agreement: Mapping[str, Any] | None) -> str:
    if paper["draft"]:
        return "draft"
    if agreement is None or paper["template"] == "termination":
        return "issued"
    if paper["amendment"] is not None:
        return _amended(paper, agreement)
    if agreement["signed_on"] is None:
        return "unsigned" if agreement["terms_hash"] == paper["terms_hash"] else "outdated"
    held = agreement["signed_terms"]
    return str(agreement["status"]) if held and held["hash"] == paper["terms_hash"] else "outdated"


def _amended(paper: Mapping[str, Any], agreement: Mapping[str, Any]) -> str:
    """Where an amendment stands, or its agreement once it is signed."""
    same = (each for each in agreement["amendments"] if each["terms_hash"] == paper["terms_hash"])
    found = next((each for each in same if each["number"] == paper["amendment"]), None)
    if found is None or found["status"] == "dropped":
        return "outdated"
    return "unsigned" if found["signed_on"] is None else str(agreement["status"])


def _names(held: Mapping[str, Any]) -> dict[str, str]:
    return {language: each["text"] for language, each in held["texts"].items()}
