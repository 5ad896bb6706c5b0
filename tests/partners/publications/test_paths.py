"""Every way in which a publication stops, from wherever it stands."""

from collections.abc import Awaitable, Callable

from tests.office import Office
from tests.partners import wording
from tests.partners.publications import press

Begin = Callable[[Office], Awaitable[press.Work]]


async def returned(office: Office) -> press.Work:
    """The text is with its authors again."""
    work = await press.submitted(office)
    return dict(await office.does("officer", "ReturnPublication", id=work["id"], reason="A chapter is missing"))


UNDECIDED: tuple[Begin, ...] = (press.submitted, press.in_house, press.outside, press.polished, returned)
OPEN: tuple[Begin, ...] = (press.planned, *UNDECIDED, press.approved, press.in_production)


async def ends(office: Office, command: str, role: str, begin: Begin) -> tuple[str, str]:
    """Where a work stood, and where it ended."""
    work = await begin(office)
    return work["status"], (await office.does(role, command, id=work["id"], reason="Not with us"))["status"]


async def test_until_the_council_has_spoken_the_head_declines(office: Office) -> None:
    told = [await ends(office, "DeclinePublication", "head", begin) for begin in UNDECIDED]

    assert told == [
        (status, "declined")
        for status in ("submitted", "internal_review", "external_review", "language_edit", "returned")
    ]


async def test_until_it_is_out_a_work_is_taken_back(office: Office) -> None:
    told = [await ends(office, "WithdrawPublication", "officer", begin) for begin in OPEN]

    assert len({before for before, _ in told}) == len(OPEN)
    assert {after for _, after in told} == {"withdrawn"}


async def test_a_wrong_translation_of_its_title_is_refused(office: Office) -> None:
    work = await press.planned(office)

    assert await wording.translated_wrongly(office, "TranslatePublication", work) == wording.REFUSED
