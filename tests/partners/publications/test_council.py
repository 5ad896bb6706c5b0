"""What comes out is what the council has approved, or what the head answers for."""

from tests.office import Office
from tests.partners.publications import press


async def made(office: Office) -> press.Work:
    """A book that is printed while its text is revised once more."""
    work = await press.printed(office, await press.in_production(office))
    return dict(await office.does("officer", "ReviseSource", id=work["id"], changed="A new chapter on verbs"))


async def test_a_text_that_the_council_has_not_seen_does_not_come_out(office: Office) -> None:
    work = await made(office)
    out = {"id": work["id"], "on": "2026-09-07"}

    unseen = await office.refuses("officer", "PublishPublication", **out)
    seen = await press.decided(office, work, "8/1")

    assert (await office.messages_about(work["id"]))[-2]["change"]["council_behind"] is True
    assert (unseen, seen["status"]) == ("publication-council-on-older-text", "in_production")
    assert seen["state"]["council"] == {"number": "8/1", "on": "2026-09-07", "revision": 2}
    assert (await office.does("officer", "PublishPublication", **out))["status"] == "published"


async def test_the_head_answers_for_a_misprint_until_the_next_revision(office: Office) -> None:
    work = await made(office)
    waiver = {"id": work["id"], "language": "az", "reason": "A misprint alone"}
    out = {"id": work["id"], "on": "2026-09-07"}

    await office.does("head", "WaiveFreshness", **waiver)
    await office.does("officer", "ReviseSource", id=work["id"], changed="Another misprint")
    again = await office.refuses("officer", "PublishPublication", **out)
    await office.does("head", "WaiveFreshness", **waiver)

    assert again == "publication-council-on-older-text"
    assert (await office.does("officer", "PublishPublication", **out))["status"] == "published"


async def test_there_is_nothing_to_waive_of_a_text_that_the_council_has_seen(office: Office) -> None:
    work = await press.approved(office)

    code = await office.refuses("head", "WaiveFreshness", id=work["id"], language="az", reason="In a hurry")

    assert code == "publication-edition-is-fresh"


async def test_a_wrong_number_of_a_decision_is_put_right(office: Office) -> None:
    work = await press.approved(office, "7/3")

    right = await press.decided(office, work, "7/4")

    assert (right["status"], right["state"]["council"]["number"]) == ("approved", "7/4")
