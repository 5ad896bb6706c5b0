"""Day or month first: a column is read as its rows prove, and a person is asked when they prove both."""

from typing import Any

import pytest

from korpu_registers.reading.day_order import proven, reads_either_way
from tests.office import Office
from tests.partners.registers.registry import PARTNERS, counts, imported, previewed, rows, state, text, workbook, works

HEAD = ("Tərəfdaş", "Növü", "İmza tarixi", "Bitmə tarixi")


async def looked_at(office: Office, *days: tuple[str, str]) -> Any:
    await imported(office, workbook(PARTNERS))
    table = [
        ("Universität Bonn", kind, *pair) for kind, pair in zip(("MoU", "Contract", "Erasmus"), days, strict=False)
    ]
    return await previewed(office, text([HEAD, *table]), "agreements")


async def read(office: Office, known: Any) -> dict[int, tuple[str, set[tuple[str, str]]]]:
    return {
        each["row"]: (each["outcome"], {(it["column"], it["code"]) for it in each["remarks"]})
        for each in await rows(office, known["id"])
    }


@pytest.mark.parametrize(
    ("written", "order"),
    [
        ("31/12/2011", "day_first"), ("12/31/2011", "month_first"), ("12/31/11", "month_first"), ("5.4.2010", None),
        ("12/31/2011 00:00", "month_first"), ("13/13/2011", None), ("2011-12-31", None), ("2011", None), ("", None),
    ],
)  # fmt: skip
def test_numbers_that_are_a_day_in_one_order_alone_prove_it(written: str, order: str | None) -> None:
    assert proven(written) == order


@pytest.mark.parametrize(("written", "either"), [("05/04/2010", True), ("5.5.10", False), ("12/31/2011", False)])
def test_small_numbers_read_either_way_unless_they_are_equal(written: str, either: bool) -> None:  # noqa: FBT001
    assert reads_either_way(written) is either


async def test_a_column_that_contradicts_itself_is_asked_about_with_the_rows_that_prove_both(office: Office) -> None:
    known = await looked_at(office, ("12/31/2011", ""), ("05/04/2010", ""), ("31/05/2012", ""))

    found = {each["row"]: each for each in await rows(office, known["id"])}
    (remark,) = found[3]["remarks"]
    assert (found[3]["outcome"], remark["column"], remark["code"]) == (
        "needs_repair",
        "C",
        "register-day-order-unclear",
    )
    assert "Row 4" in remark["message"]
    assert "row 2" in remark["message"]
    assert [found[each]["outcome"] for each in (2, 4)] == ["would_register", "would_register"]


async def test_a_column_that_is_month_first_is_read_so_and_each_row_says_it(office: Office) -> None:
    known = await looked_at(office, ("12/31/2011", "2016"), ("05/04/2010", "2015"))

    found = await read(office, known)
    assert all(outcome == "would_register" for outcome, _ in found.values())
    assert all(("C", "register-month-first") in remarks for _, remarks in found.values())
    messages = [each["message"] for row in await rows(office, known["id"]) for each in row["remarks"]]
    assert any("2010-05-04" in each for each in messages)


async def test_a_column_without_a_proof_follows_the_other_columns_of_days(office: Office) -> None:
    known = await looked_at(office, ("12/31/2011", "01/02/2016"))

    assert ("D", "register-month-first") in (await read(office, known))[2][1]


async def test_a_column_without_any_proof_writes_the_day_first_as_the_office_does(office: Office) -> None:
    known = await looked_at(office, ("05/04/2010", "04/04/2015"))

    assert (await read(office, known))[2] == ("would_register", set())


async def test_a_person_says_which_comes_first_and_the_rows_are_read_so(office: Office) -> None:
    known = await looked_at(office, ("12/31/2011", ""), ("05/04/2010", ""), ("31/05/2012", ""))

    said = [{"column": "C", "field": "signed", "day_order": "month_first"}]
    await office.does("officer", "MapColumns", id=known["id"], columns=said)
    await office.does("officer", "PreviewImport", id=known["id"])
    await works(office)

    assert counts(await state(office, known["id"])) == {"would_register": 2, "needs_repair": 1}
    found = await read(office, known)
    assert ("C", "register-month-first") in found[3][1]
    assert ("C", "no-such-day") in found[4][1]


async def test_what_a_person_mends_is_read_as_the_office_writes(office: Office) -> None:
    known = await looked_at(office, ("12/31/2011", ""), ("05/04/2010", ""), ("31/05/2012", ""))
    await office.does("officer", "StartImport", id=known["id"])
    await works(office)

    mended = [{"field": "signed", "value": "05.04.2010"}]
    await office.does("officer", "RepairRow", id=known["id"], row=3, values=mended)

    assert counts(await state(office, known["id"])) == {"registered": 3}
