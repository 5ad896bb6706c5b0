"""Whatever kind of thing a claim of a token is, it names a caller or it is refused; nothing breaks on it."""

from typing import Any
from uuid import UUID

import pytest

from korpu_chassis.identity.access_tokens import Verifier
from korpu_chassis.refusals import Unauthenticated
from tests.chassis.test_identity import Issuer, a_verifier


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
def verifier(issuer: Issuer) -> Verifier:
    return a_verifier(issuer)


ANYTHING: tuple[Any, ...] = (
    7, -1, 0.5, 10**400, True, [], ["", 7], [None], {}, {"a": [1]}, "", "x" * 300, "\u0000", "not-a-uuid", float("inf"),
    float("nan"),
)  # fmt: skip


@pytest.mark.parametrize("value", ANYTHING, ids=lambda value: repr(value)[:12])
@pytest.mark.parametrize(
    "claim", ["sub", "exp", "iat", "nbf", "iss", "aud", "jti", "roles", "units", "person_id", "locale"]
)
async def test_a_claim_of_another_kind_is_refused_or_passed_over(
    issuer: Issuer, verifier: Verifier, claim: str, value: Any
) -> None:
    try:
        principal = await verifier.verify(issuer.token(**{claim: value}))
    except Unauthenticated:
        return

    assert all(isinstance(each, str) for each in (principal.subject, *principal.roles, *principal.units))
    assert isinstance(principal.person_id, UUID | None)


@pytest.mark.parametrize("claim", ["person_id", "locale", "sub", "roles", "units", "exp"])
async def test_a_number_where_words_belong_is_no_token_of_ours(issuer: Issuer, verifier: Verifier, claim: str) -> None:
    wrong: dict[str, Any] = {claim: 7}

    with pytest.raises(Unauthenticated):
        await verifier.verify(issuer.token(**wrong))
