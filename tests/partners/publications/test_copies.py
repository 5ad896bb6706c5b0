"""Copies and numbers of a book: never more than were printed, put right when wrong, and one ISBN for one alone."""

import asyncio
from datetime import datetime

from korpu_chassis.clock import BAKU
from tests.office import Office, Refused
from tests.partners.publications import press


async def given(
    office: Office, work: press.Work, copies: int = 60, on: str = "2026-09-07"
) -> tuple[press.Work, press.Work]:
    """Copies that a partner was given."""
    gift: press.Work = {"organisation_id": await press.partner(office), "language": "az", "on": on}
    state = (await office.does("officer", "GiveCopies", id=work["id"], copies=copies, **gift))["state"]
    return state, state["distributions"][-1]


async def test_copies_of_a_wrong_partner_and_number_are_put_right_with_a_reason(office: Office) -> None:
    work = await press.published(office)
    _, gift = await given(office, work)
    other = await press.partner(office)
    wrong = {"id": work["id"], "distribution_id": gift["id"], "reason": "The parcel went to Vilnius"}

    right = await office.does("officer", "CorrectCopies", **wrong, organisation_id=other, copies=40)

    held = {**gift, "organisation_id": other, "copies": 40}
    assert right["state"]["distributions"] == [held]
    message = (await office.messages_about(work["id"]))[-1]
    told = {name: held[name] for name in ("organisation_id", "language", "copies", "on")}
    assert message["change"] == {**told, "distribution_id": gift["id"], "reason": "The parcel went to Vilnius"}
    assert (await office.audit_of(work["id"]))[-1]["why"] == "The parcel went to Vilnius"


async def test_a_correction_never_gives_away_more_than_was_printed(office: Office) -> None:
    work = await press.published(office)
    _, first = await given(office, work, 60)
    await given(office, work, 30)
    about = {"id": work["id"], "distribution_id": first["id"], "reason": "Counted again"}

    more = await office.refuses("officer", "CorrectCopies", **about, copies=71)
    foreign = await office.refuses("officer", "CorrectCopies", **about, language="fr")
    early = await office.refuses("officer", "CorrectCopies", **about, on="2026-09-06")
    all_left = await office.does("officer", "CorrectCopies", **about, copies=70)

    assert (more, foreign, early) == (
        "publication-not-enough-copies",
        "publication-no-such-edition",
        "publication-given-on-wrong-day",
    )
    assert [each["copies"] for each in all_left["state"]["distributions"]] == [70, 30]


async def test_copies_that_came_back_can_be_given_to_others(office: Office) -> None:
    work = await press.published(office)
    _, gift = await given(office, work, 100)
    back = {"id": work["id"], "distribution_id": gift["id"], "reason": "Nobody was there to take them"}

    await office.does("officer", "TakeBackCopies", **back)
    again, _ = await given(office, work, 100)
    gone = await office.refuses("officer", "TakeBackCopies", **back)

    assert len(again["distributions"]) == 1
    assert gone == "publication-no-such-gift"
    assert (await office.said_about(work["id"]))[-3:] == ["copies_given", "copies_taken_back", "copies_given"]


async def test_a_closed_list_is_still_put_right_but_loses_nobody(office: Office) -> None:
    work = await press.published(office)
    _, gift = await given(office, work)
    await office.does("officer", "CompleteDistribution", id=work["id"])
    about = {"id": work["id"], "distribution_id": gift["id"], "reason": "Counted again"}

    right = await office.does("officer", "CorrectCopies", **about, copies=59)
    less = await office.refuses("officer", "TakeBackCopies", **about)

    assert (right["status"], less) == ("distributed", "wrong-status")


async def test_of_several_who_take_one_isbn_at_once_exactly_one_gets_it(office: Office) -> None:
    works = [await press.in_production(office) for _ in range(4)]

    async def takes(work: press.Work) -> str:
        try:
            return str((await press.printed(office, work, isbn=press.ISBNS[0]))["status"])
        except Refused as refused:
            return str(refused.code)

    answers = await asyncio.gather(*map(takes, works))

    assert sorted(answers) == ["in_production", *["publication-isbn-taken"] * 3]
    printed = [len((await press.state(office, work))["editions"][0]["printings"]) for work in works]
    assert sorted(printed) == [0, 0, 0, 1]


async def test_a_closed_list_is_opened_again_for_a_further_edition(office: Office) -> None:
    work = await press.published(office)
    await given(office, work)
    await office.does("officer", "CompleteDistribution", id=work["id"])
    shut = await office.refuses("officer", "AddEdition", id=work["id"], language="fr")

    opened = await office.does("officer", "ReopenDistribution", id=work["id"], reason="A French edition comes out")
    more = await office.does("officer", "AddEdition", id=work["id"], language="fr")
    again = await office.does("officer", "CompleteDistribution", id=work["id"])

    assert (shut, opened["status"], opened["state"]["distributed_on"]) == ("wrong-status", "published", None)
    assert [each["language"] for each in more["state"]["editions"]] == ["az", "en", "de", "fr"]
    assert (again["status"], again["state"]["distributed_on"]) == ("distributed", "2026-09-07")
    assert (await office.audit_of(work["id"]))[-3]["why"] == "A French edition comes out"


async def test_a_wrong_day_of_publication_is_put_right(office: Office) -> None:
    work = await press.published(office)
    await office.waits_until(datetime(2026, 9, 12, 9, tzinfo=BAKU))
    about = {"id": work["id"], "reason": "The printer's note says so"}

    right = await office.does("officer", "CorrectPublicationDay", **about, on="2026-09-09")
    await given(office, work, on="2026-09-10")
    future = await office.refuses("officer", "CorrectPublicationDay", **about, on="2026-09-13")
    early = await office.refuses("officer", "CorrectPublicationDay", **about, on="2026-09-06")
    late = await office.refuses("officer", "CorrectPublicationDay", **about, on="2026-09-11")

    assert right["state"]["published_on"] == "2026-09-09"
    assert (future, early, late) == (
        "publication-published-in-the-future",
        "publication-published-before-council",
        "publication-given-on-wrong-day",
    )
    told = (await office.messages_about(work["id"]))[-2]["change"]
    assert told == {"before": "2026-09-07", "on": "2026-09-09", "reason": "The printer's note says so"}
