"""Checking a paper by its code: what may be told to whoever holds it in hand."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import asyncpg
import orjson

from korpu_chassis.clock import BAKU
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import Caller, Rate
from korpu_chassis.refusals import Refusal
from korpu_gateway.reads.kinds import KINDS

CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{24}")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MODULUS = 37
LONGEST = 64
OFF = {
    "trip": ("rejected", "cancelled"),
    "visit": ("declined", "cancelled"),
    "mobility": ("rejected", "declined", "lapsed", "cancelled", "not_shown"),
    "learning_agreement": ("withdrawn", "cancelled"),
    "admission": ("rejected", "cancelled"),
    "letter": ("annulled",),
}
"""What papers speak of, and how it stands when it does not take place: such a paper holds nothing any more."""
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
    void_since: date | None
    """Since which day what it speaks of does not take place."""


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
        row = await pool.fetchrow(_look(), hashlib.sha256(code.encode()).hexdigest())
        if row is None:
            return None
        agreement, void = orjson.loads(row["agreement"] or "null"), row["void"]
        return _checked(
            orjson.loads(row["paper"]), agreement, row["next"], void.astimezone(BAKU).date() if void else None
        )


@cache
def _look() -> str:
    """The question for one paper among those of all owners: every kind that knows a code by its digest."""
    columns = {kind.name: {each.name for each in kind.columns} for kind in KINDS.values()}
    of = (_AGREEMENT, *(f"{kind}_id" for kind in OFF))
    papers = " UNION ALL ".join(
        f"SELECT doc, {', '.join(each if each in known else f'NULL::uuid AS {each}' for each in of)} FROM {name} "  # noqa: S608 -- our own names
        "WHERE code_digest = $1"
        for name, known in sorted(columns.items())
        if "code_digest" in known
    )
    off = " UNION ALL ".join(
        f"SELECT '{kind}' AS kind, id, doc->>'status' AS status, valid_from FROM {kind} "  # noqa: S608 -- our own names
        f"WHERE id = p.{kind}_id AND doc->>'status' = ANY ('{{{','.join(statuses)}}}')"
        for kind, statuses in OFF.items()
    )
    return _LOOK.format(papers=papers, off=off)


_AGREEMENT = "agreement_id"
_LOOK = """
    SELECT p.doc::text AS paper, a.doc::text AS agreement, n.doc->>'code' AS next, off.since AS void
    FROM ({papers}) p
    LEFT JOIN agreement a ON a.id = p.agreement_id
    LEFT JOIN agreement n ON n.id = (a.doc->>'successor_id')::uuid AND a.doc->>'status' = 'renewed'
    LEFT JOIN LATERAL (
        SELECT coalesce((
            SELECT max(h.valid_to) FROM history h
            WHERE h.kind = o.kind AND h.id = o.id AND h.doc->>'status' <> o.status
        ), o.valid_from) AS since
        FROM ({off}) o LIMIT 1
    ) off ON true
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


def _checked(
    paper: Mapping[str, Any], agreement: Mapping[str, Any] | None, following: str | None, void: date | None
) -> Checked:
    revoked = paper["status"] == "revoked"
    return Checked(
        template=paper["template"],
        number=paper["number"],
        made_on=date.fromisoformat(paper["made_on"]),
        parties=tuple(_names(each["names"]) for each in paper["parties"]),
        sha256=paper["file"]["sha256"],
        draft=paper["draft"],
        standing="revoked" if revoked else "void" if void else _standing(paper, agreement),
        superseded_by=following,
        reason=paper["reason"] if revoked else None,
        void_since=None if revoked else void,
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
