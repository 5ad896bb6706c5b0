"""Tokens of the local issuer, as owners verify them."""

import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from korpu_chassis.identity.access_tokens import Principal, Verifier
from korpu_chassis.refusals import Unauthenticated
from korpu_local.home import Home, Trouble
from korpu_local.issuer import issuer_app
from korpu_local.tokens import AUDIENCE, ROLES, Caller, Issuer

URL = "http://issuer.test"


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(Home(tmp_path), URL)


async def verified(issuer: Issuer, token: str) -> Principal:
    client = httpx.AsyncClient(transport=httpx.ASGITransport(issuer_app(issuer)))
    verifier = Verifier(URL, AUDIENCE, f"{URL}/jwks.json", client)
    try:
        return await verifier.verify(token)
    finally:
        await verifier.close()


@pytest.mark.parametrize("role", ROLES)
async def test_a_token_of_every_role_is_good(issuer: Issuer, role: str) -> None:
    who = await verified(issuer, issuer.token(Caller(role=role)))

    assert (who.roles, who.units) == (frozenset({role}), frozenset(ROLES[role]))


async def test_a_token_names_unit_person_and_subject_as_asked(issuer: Issuer) -> None:
    person = uuid4()

    who = await verified(
        issuer, issuer.token(Caller(role="student", units=["law"], person_id=str(person), subject="aysel"))
    )

    assert (who.subject, who.units, who.person_id) == ("aysel", frozenset({"law"}), person)


async def test_a_token_of_another_key_is_not_good(issuer: Issuer, tmp_path: Path) -> None:
    forged = Issuer(Home(tmp_path / "forger"), URL).token(Caller(role="head"))

    with pytest.raises(Unauthenticated):
        await verified(issuer, forged)


def test_an_unknown_role_is_answered_with_the_known_ones(issuer: Issuer) -> None:
    with pytest.raises(Trouble, match="no role 'rector'; the roles are officer, head"):
        issuer.token(Caller(role="rector"))


def test_a_person_of_the_demonstration_is_in_the_token_of_its_role(issuer: Issuer) -> None:
    issuer.remember_person("student", "0198-a")

    assert issuer.known_people() == {"student": "0198-a"}


def test_the_command_prints_the_token_and_nothing_else(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "korpu_local", "token", "--role", "officer", "--home", str(tmp_path)]

    said = subprocess.run(command, capture_output=True, text=True, check=True)

    assert said.stderr == ""
    assert [len(line.split(".")) for line in said.stdout.splitlines()] == [3]
