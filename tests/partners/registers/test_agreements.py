"""Old memoranda come in as history: good rows load, bad ones wait with row and column, nobody is reminded late."""

from datetime import date
from typing import Any

import pytest

from tests.office import Office
from tests.partners.agreements.history import filed, signed
from tests.partners.registers.registry import PARTNERS, counts, imported, previewed, rows, state, workbook, works

HEAD = ("№", "Tərəfdaş", "Sənədin növü", "İmza tarixi", "Bitmə tarixi")
AGREED = "RecordSignedAgreement"


def memorandum(
    number: int, day: Any, ends: Any = "", partner: str = "Universität Bonn", kind: str = "Memorandum"
) -> Any:
    return (number, partner, kind, day, ends)


async def old(office: Office, *table: Any, again: bool = False) -> Any:
    if not again:
        await imported(office, workbook(PARTNERS))
    return await imported(office, workbook([HEAD, *table]), "agreements")


async def told(office: Office, id: str) -> Any:
    return (await office.asks("officer", "GET", f"/agreement/{id}")).json()


async def test_good_rows_load_and_bad_rows_wait_with_row_and_column(office: Office) -> None:
    known = await old(
        office,
        memorandum(1, "2012", "2017"),
        memorandum(2, ""),
        memorandum(3, "31.02.2015"),
        memorandum(4, "12.5.98", "2003"),
        memorandum(5, date(2001, 3, 4), "2006"),
        memorandum(6, "2004", "2006", partner="Nobody knows"),
        memorandum(7, "2005", "2007", kind="Zəng"),
    )

    assert counts(known) == {"registered": 3, "needs_repair": 4}
    waiting = await rows(office, known["id"], "needs_repair")
    assert {(each["row"], remark["column"], remark["code"]) for each in waiting for remark in each["remarks"]} == {
        (3, "D", "missing-field"),
        (4, "D", "no-such-day"),
        (7, "B", "register-partner-not-known"),
        (8, "C", "register-kind-not-known"),
    }


async def test_a_year_alone_is_its_first_day_or_its_last_and_says_so(office: Office) -> None:
    known = await old(office, memorandum(1, "2012", "2017"))

    (row,) = await rows(office, known["id"], "registered")
    entered = await told(office, row["thing_id"])
    assert [each["code"] for each in row["remarks"]] == ["register-day-not-exact"] * 2
    assert "2012-01-01" in row["remarks"][0]["message"]
    assert (entered["signed_on"], entered["ends"], entered["status"]) == ("2012-01-01", "2017-12-31", "expired")
    assert entered["history"] == {
        "number": "1", "signed_precision": "year", "ends_precision": "year", "annulled_on": None,
    }  # fmt: skip
    assert entered["code"] == "MOU-2012-001"


async def test_an_agreement_of_the_past_reminds_nobody_late(office: Office) -> None:
    known = await old(office, memorandum(1, "2012", "2017"), memorandum(2, "2025", "30.09.2026", kind="Müqavilə"))
    made = [each["thing_id"] for each in await rows(office, known["id"], "registered")]

    await works(office)

    assert [await office.said_about(each) for each in made] == [["recorded"], ["recorded"]]
    assert [(await told(office, each))["status"] for each in made] == ["expired", "expiring"]


async def test_without_an_end_it_is_evergreen_and_looked_at_in_a_year(office: Office) -> None:
    known = await old(office, memorandum(1, "12 may 1998-ci il"), memorandum(2, "1999", "müddətsiz", kind="Договор"))

    first, second = await rows(office, known["id"], "registered")
    entered = await told(office, first["thing_id"])
    assert [each["code"] for each in first["remarks"]] == ["register-no-end-written"]
    assert "register-no-end-written" not in [each["code"] for each in second["remarks"]]
    assert (entered["evergreen"], entered["status"]) == (True, "in_force")


async def test_a_partner_is_found_by_any_spelling_and_an_uncertain_one_by_its_code(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    twin: dict[str, Any] = {
        "names": [{"language": "de", "kind": "label", "text": "Universität Bonn"}],
        "kinds": ["university"],
    }
    other = await office.does("officer", "RegisterOrganisation", scope="foreign", country="AT", **twin)
    known = await old(
        office, memorandum(1, "2001", "2004"), memorandum(2, "2003", "2004", "Baki Dovlet Universiteti"), again=True
    )

    (row,) = await rows(office, known["id"], "needs_repair")
    assert row["remarks"][0]["code"] == "register-partner-uncertain"
    assert other["state"]["code"] in row["remarks"][0]["message"]
    mended = [{"field": "partner", "value": other["state"]["code"]}]
    answer = await office.does("officer", "RepairRow", id=known["id"], row=2, values=mended)

    assert counts(answer["state"]) == {"registered": 2}


async def test_a_second_import_changes_nothing_and_a_corrected_row_is_offered(office: Office) -> None:
    await old(office, memorandum(1, "2012", "2017"))

    same = await old(office, memorandum(1, "2012", "2017"), again=True)
    corrected = await old(office, memorandum(1, "2012", "2018"), again=True)

    assert counts(same) == {"unchanged": 1}
    assert counts(corrected) == {"offered": 1}


async def test_two_rows_that_say_the_same_are_not_two_agreements(office: Office) -> None:
    known = await old(office, memorandum(1, "2012", "2017"), memorandum(2, "2012", "2016"))

    assert counts(known) == {"registered": 1, "offered": 1}


async def test_merged_cells_titles_and_empty_rows_are_read_as_people_mean_them(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    table = [
        ("Memorandumların reyestri",), (), HEAD, memorandum(1, "2001", "2004"), (), memorandum(2, "2005", "2009", ""),
        memorandum(3, "#N/A", "2012"),
    ]  # fmt: skip

    known = await previewed(office, workbook(table, merged=["A1:E1", "B4:B6"]), "agreements")

    assert (known["head_row"], counts(known)) == (3, {"would_register": 2, "needs_repair": 1})


async def test_an_undone_import_annuls_what_it_entered(office: Office) -> None:
    known = await old(office, memorandum(1, "2012", "2017"), memorandum(2, "2018"))
    made = [each["thing_id"] for each in await rows(office, known["id"], "registered")]

    await office.does("officer", "UndoImport", id=known["id"], reason="A mistake")
    await works(office)

    assert (await state(office, known["id"]))["status"] == "undone"
    assert [(await told(office, each))["status"] for each in made] == ["annulled"] * 2
    assert [await office.said_about(each) for each in made] == [["recorded", "annulled"]] * 2


async def partner(office: Office) -> str:
    known = await imported(office, workbook(PARTNERS))
    return str((await rows(office, known["id"], "registered"))[0]["thing_id"])


def past(partner_id: str, **other: Any) -> Any:
    return {
        "kind": "cooperation",
        "title": {"az": "Köhnə müqavilə"},
        "parties": [{"us": True}, {"organisation_id": partner_id, "us": False}],
        "signed_on": "2024-01-01",
        "ends": "2030-01-01",
        "evidence": {"reference": "Folder 7"},
        **other,
    }


async def test_an_agreement_of_the_past_is_recorded_by_hand_too(office: Office) -> None:
    known = await office.does("officer", AGREED, **past(await partner(office), number="18/04"))

    assert (known["status"], known["state"]["code"]) == ("in_force", "COA-2024-001")
    assert known["state"]["approvals"] == []
    annulled = await office.does("officer", "AnnulAgreement", id=known["id"], reason="Entered twice")
    assert annulled["status"] == "annulled"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"signed_on": "2027-01-01"}, "agreement-signed-in-the-future"),
        ({"ends": None}, "agreement-no-end"),
        ({"ends": "2023-01-01"}, "agreement-ended-already"),
        ({"parties": [{"us": True}, {"organisation_id": "01a20820-b5cb-7545-9107-30c96f79caf2", "us": False}]},
         "agreement-partner-unknown"),
    ],
)  # fmt: skip
async def test_what_cannot_have_been_is_refused(office: Office, other: Any, code: str) -> None:
    assert await office.refuses("officer", AGREED, **past(await partner(office), **other)) == code


async def test_history_does_not_let_two_of_a_kind_bind_at_once(office: Office) -> None:
    known = past(await partner(office))
    await office.does("officer", AGREED, **known)

    assert await office.refuses("officer", AGREED, **known) == "agreement-already-in-force"


async def test_what_was_agreed_here_is_not_annulled(office: Office) -> None:
    agreement = await signed(office)

    assert (
        await office.refuses("officer", "AnnulAgreement", id=agreement["id"], reason="No")
        == "agreement-not-of-the-past"
    )


async def test_what_something_has_come_of_is_not_annulled(office: Office) -> None:
    known = await office.does("officer", AGREED, **past(await partner(office)))
    ending: dict[str, Any] = {
        "given_on": "2026-09-07",
        "effective": "2027-01-01",
        "wished_by": "us",
        "document": await filed(office, known["state"]),
    }
    seen = (await office.asks("head", "GET", f"/agreement/{known['id']}/impact")).json()["impact"]
    await office.does("head", "TerminateAgreement", id=known["id"], reason="Over", impact=seen, **ending)

    code = await office.refuses("officer", "AnnulAgreement", id=known["id"], reason="No")

    assert code == "agreement-depended-on"
