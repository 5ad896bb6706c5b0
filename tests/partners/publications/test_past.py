"""Books of the past in the life of a publication: entered as what they are, and annulled if they are not ours."""

from typing import Any

from tests.office import Office
from tests.partners.publications import press

OLD: dict[str, Any] = {
    "kind": "textbook",
    "title": {"az": "Alman dili"},
    "editions": [{"language": "az"}],
    "published_on": "1998-01-01",
    "published_precision": "year",
}


async def test_a_book_of_the_past_is_annulled_wherever_it_stands(office: Office) -> None:
    out = await office.does("officer", "EnterOldPublication", **OLD)
    given = await office.does("officer", "EnterOldPublication", **OLD, distributed_on="1999-05-01")

    annulled = [
        (await office.does("officer", "AnnulPublication", id=each["id"], reason="Entered twice"))["status"]
        for each in (out, given)
    ]

    assert (out["status"], given["status"], annulled) == ("published", "distributed", ["withdrawn"] * 2)


async def test_a_book_of_today_is_neither_annulled_nor_has_names_to_forget(office: Office) -> None:
    work = await press.published(office)

    annulled = await office.refuses("officer", "AnnulPublication", id=work["id"], reason="Not ours")
    forgotten = await office.refuses("officer", "ForgetAuthors", id=work["id"])

    assert (annulled, forgotten) == ("publication-not-of-the-past", "publication-no-author-line")
