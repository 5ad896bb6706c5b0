"""Old registers of organisations: looked at before they are entered, entered once, and taken back as a whole."""

import pytest

from tests.office import Office
from tests.partners.registers.registry import (
    PARTNERS,
    begun,
    counts,
    imported,
    previewed,
    rows,
    state,
    text,
    workbook,
    works,
)


async def test_columns_are_guessed_and_nothing_is_entered_before_the_start(office: Office) -> None:
    known = await previewed(office, workbook(PARTNERS))

    assert [each["field"] for each in known["columns"]] == ["name", "country", "city", "website"]
    assert (known["status"], counts(known)) == ("previewed", {"would_register": 3})
    assert [each["thing_id"] for each in await rows(office, known["id"])] == [None, None, None]


async def test_good_rows_become_prospects_that_are_told_of(office: Office) -> None:
    known = await imported(office, workbook(PARTNERS))

    made = [each["thing_id"] for each in await rows(office, known["id"], "registered")]
    assert (known["status"], counts(known)) == ("done", {"registered": 3})
    assert [await office.said_about(each) for each in made] == [["registered"]] * 3
    assert [(await office.messages_about(each))[0]["state"]["country"] for each in made] == ["AZ", "DE", "IT"]


async def test_a_postal_address_is_taken_over_and_can_be_corrected_or_forgotten(office: Office) -> None:
    table = [("Universitet", "Ölkə", "Ünvan"), ("Universität Konstanz", "Almaniya", "Universitätsstr. 10, 78464")]
    known = await imported(office, workbook(table))
    [row] = await rows(office, known["id"], "registered")

    moved = await office.does("officer", "CorrectOrganisation", id=row["thing_id"], address="Hofhalde 5, 78462")
    gone = await office.does("officer", "CorrectOrganisation", id=row["thing_id"], forget=["address"])

    first = (await office.messages_about(row["thing_id"]))[0]["state"]
    assert [each["address"] for each in (first, moved["state"], gone["state"])] == [
        "Universitätsstr. 10, 78464", "Hofhalde 5, 78462", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1254", ","), ("utf-8", "|")]
)
async def test_a_second_import_changes_nothing_in_whatever_file_and_order(
    office: Office, encoding: str, delimiter: str
) -> None:
    latin: list[tuple[str, ...]] = [row for row in PARTNERS if row[1] != "Италия"]
    swapped: list[tuple[str, ...]] = [(row[1], row[0], row[3], row[2]) for row in (latin[0], *reversed(latin[1:]))]
    if encoding == "cp1254":
        latin = swapped = [tuple(each.replace("ə", "e") for each in row) for row in latin]
    await imported(office, workbook(latin))

    again = await imported(office, text(swapped, encoding, delimiter))

    assert counts(again) == {"unchanged": 2}


async def test_rows_that_wait_say_where_and_why_and_are_repaired_in_place(office: Office) -> None:
    table = [*PARTNERS, ("Atlantis University", "Atlantis", "", "no site")]
    known = await imported(office, workbook(table))

    (row,) = await rows(office, known["id"], "needs_repair")
    assert row["row"] == 5
    assert {(each["column"], each["code"]) for each in row["remarks"]} == {
        ("B", "unknown-country"),
        ("D", "malformed-url"),
    }
    mended = [{"field": "country", "value": "Yunanıstan"}, {"field": "website", "value": ""}]
    answer = await office.does("officer", "RepairRow", id=known["id"], row=5, values=mended)

    assert answer["state"]["counts"]["registered"] == 4
    (row,) = [each for each in await rows(office, known["id"]) if each["row"] == 5]
    assert (await office.messages_about(row["thing_id"]))[0]["state"]["country"] == "GR"


async def test_a_known_one_is_offered_and_is_another_or_the_same_or_of_no_use(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    table = [PARTNERS[0], *[("UNIVERSITAT BONN", "DE", f"Bonn {number}", "") for number in range(3)]]

    known = await imported(office, workbook(table))
    offered = await rows(office, known["id"], "offered")
    await office.does("officer", "AcceptRow", id=known["id"], row=2)
    await office.does("officer", "JoinRow", id=known["id"], row=3, same_as=offered[1]["offered"][0])
    done = await office.does("officer", "DismissRow", id=known["id"], row=4)

    assert counts(done["state"]) == {"registered": 1, "joined": 1, "dismissed": 1}
    assert await office.refuses("officer", "DismissRow", id=known["id"], row=4) == "register-unknown-row"


async def test_a_row_is_the_same_only_as_one_that_was_offered(office: Office) -> None:
    await imported(office, workbook(PARTNERS))
    known = await imported(
        office, workbook([PARTNERS[0], ("Uni Bologna", "Italy", "", "x"), (*PARTNERS[3][:2], "B", "")])
    )

    code = await office.refuses("officer", "JoinRow", id=known["id"], row=2, same_as=known["id"])

    assert code == "register-not-offered"


async def test_an_import_is_undone_as_a_whole_and_can_come_again(office: Office) -> None:
    known = await imported(office, workbook(PARTNERS))
    made = [each["thing_id"] for each in await rows(office, known["id"], "registered")]

    await office.does("officer", "UndoImport", id=known["id"], reason="The wrong sheet")
    await works(office)

    undone = await state(office, known["id"])
    assert (undone["status"], counts(undone)) == ("undone", {"withdrawn": 3})
    assert [await office.said_about(each) for each in made] == [["registered", "archived"]] * 3
    assert counts(await imported(office, workbook(PARTNERS))) == {"registered": 3}


async def test_an_import_that_something_depends_on_is_not_undone(office: Office) -> None:
    known = await imported(office, workbook(PARTNERS))
    (first, *_) = await rows(office, known["id"], "registered")
    await office.does("officer", "ConfirmOrganisation", id=first["thing_id"])

    code = await office.refuses("officer", "UndoImport", id=known["id"], reason="A mistake")

    assert code == "register-still-needed"


async def test_the_mapping_is_corrected_and_unknown_columns_are_kept(office: Office) -> None:
    table = [("Kim", "Haradan", "Qeyd"), ("Lycée Zola", "Fransa", "köhnə dost"), ("Lycée Hugo", "Fransa", "")]
    known = await begun(office, workbook(table))
    assert [each["field"] for each in known["state"]["columns"]] == [None, "country", None]
    assert await office.refuses("officer", "PreviewImport", id=known["id"]) == "register-field-unmapped"

    await office.does("officer", "MapColumns", id=known["id"], columns=[{"column": "A", "field": "name"}])
    await office.does("officer", "PreviewImport", id=known["id"])
    await works(office)

    (first, *_) = await rows(office, known["id"], "would_register")
    assert first["cells"] == {"A": "Lycée Zola", "B": "Fransa", "C": "köhnə dost"}


@pytest.mark.parametrize(
    "columns",
    [
        [{"column": "Z", "field": "name"}],
        [{"column": "A", "field": "nonsense"}],
        [{"column": "A", "field": "city"}, {"column": "B", "field": "city"}],
        [{"column": "A", "field": "city"}, {"column": "a", "field": "name"}],
    ],
)
async def test_a_mapping_names_columns_and_fields_that_are_there_once(office: Office, columns: list[object]) -> None:
    known = await begun(office, workbook(PARTNERS))

    assert await office.refuses("officer", "MapColumns", id=known["id"], columns=columns) == "register-mapping-unclear"


async def test_a_preview_is_dropped_and_another_sheet_is_chosen(office: Office) -> None:
    known = await begun(office, workbook(PARTNERS, [("Ad", "Ölkə"), ("Sapienza", "Italy")]))

    other = await office.does("officer", "MapColumns", id=known["id"], sheet="Vərəq2")
    assert [each["field"] for each in other["state"]["columns"]] == ["name", "country"]
    dropped = await office.does("officer", "DropImport", id=known["id"], reason="Not ours")

    assert dropped["status"] == "dropped"
    assert await rows(office, known["id"]) == []


async def test_what_persons_are_called_stays_out_of_every_message(office: Office) -> None:
    head, row = ("Adı", "Ölkə", "Əlaqə şəxsi", "E-poçt"), ("Lycée", "FR", "Aysel Məmmədova", "aysel@lycee.fr")

    known = await imported(office, workbook([head, row]))

    (made,) = [each["thing_id"] for each in await rows(office, known["id"], "registered")]
    told = str([await office.messages_about(each) for each in (known["id"], made)])
    audit = str([await office.audit_of(each) for each in (known["id"], made)])
    assert "Aysel" not in told + audit
    assert "aysel@" not in told + audit


async def test_only_the_department_imports_and_the_auditor_looks(office: Office) -> None:
    known = await imported(office, workbook(PARTNERS))

    answer = await office.asks("legal", "PUT", f"/imports/files/{known['id']}/0", content=b"x")
    looked = await office.asks("auditor", "GET", f"/imports/{known['id']}/rows")
    unseen = await office.asks("legal", "GET", f"/imports/{known['id']}/rows")

    assert (answer.status_code, looked.status_code, unseen.status_code) == (403, 200, 403)
