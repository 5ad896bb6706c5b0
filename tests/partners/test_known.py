"""How other aggregates name organisations: by id, and by the successor's id once one was merged."""

from uuid import UUID, uuid4

import pytest

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import NotFound
from korpu_partners.organisations.interface import known_organisation, known_organisations
from tests.office import Office
from tests.partners.agreements.history import draft, partner, seats


async def merged(office: Office, old: str, kept: str) -> None:
    await office.does("officer", "MergeOrganisation", id=old, into=kept, reason="registered twice")


async def asked(office: Office, *ids: str) -> tuple[UUID, ...]:
    async with office.database.transaction() as session:
        uow = office.runtime.unit_of_work(session, Principal.system("test"), "test")
        return await known_organisations([UUID(each) for each in ids], uow, "to")


async def test_what_was_merged_twice_is_known_as_the_last_successor(office: Office) -> None:
    first, second, last, other = [await partner(office) for _ in range(4)]
    await merged(office, first, second)
    await merged(office, second, last)

    assert await asked(office, first, other, second, last) == (UUID(last), UUID(other))


async def test_what_nobody_registered_is_not_found_where_it_was_named(office: Office) -> None:
    known = await partner(office)

    with pytest.raises(NotFound) as refused:
        await asked(office, known, str(uuid4()))

    assert refused.value.path == "to.1"


async def test_one_organisation_is_known_under_its_own_id(office: Office) -> None:
    known = UUID(await partner(office))

    async with office.database.transaction() as session:
        uow = office.runtime.unit_of_work(session, Principal.system("test"), "test")
        assert await known_organisation(known, uow, "parent_id") == known
        with pytest.raises(NotFound):
            await known_organisation(uuid4(), uow, "parent_id")


async def test_a_new_agreement_names_the_successor(office: Office) -> None:
    old, kept = await partner(office), await partner(office)
    await merged(office, old, kept)

    agreement = await draft(office, old, conditions=[seats(old)])

    assert [party["organisation_id"] for party in agreement["parties"]] == [None, kept]
    assert agreement["conditions"][0]["to"]["organisation_id"] == kept
