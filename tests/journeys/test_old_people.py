"""An old list of people at the portal: one page and one list of imports, whoever keeps the rows."""

from pathlib import Path

from tests.journeys.office import Office
from tests.journeys.patience import eventually
from tests.journeys.register import Register

SEEN = """query($id: ID!) { registerImport(id: $id) { code kind availableActions }
    registerImports(filter: {kind: [PEOPLE, ORGANISATIONS]}) { nodes { id kind } } }"""
ROWS = "query($id: ID!) { registerRows(of: $id) { rows { row } } }"


def test_a_list_of_people_is_one_import_among_those_of_partners(office: Office, tmp_path: Path) -> None:
    mark = office.mark
    (file := tmp_path / "people.csv").write_text(
        "Matrikelnummer;Name;Art;Geburtsdatum\n"
        f"{mark}-1;Aysel {mark};Studentin;5.4.2003\n"
        f"{mark}-2;Anna Maria {mark} Berg;Studentin;5.4.2004\n"
    )
    (partners := tmp_path / "partners.csv").write_text(f"name;country\nUniversität {mark};DE\n")
    register, other = Register(office, file, "people"), Register(office, partners, "organisations")

    assert register.previewed() == {"wouldRegister": 1, "needsRepair": 1}
    assert register.entered() == {"registered": 1, "needsRepair": 1}

    seen = office.officer.asks(SEEN, id=register.id)
    assert seen["registerImport"]["code"].startswith("MIMP-")
    assert {"repairRow", "dismissRow", "undoImport"} == {*seen["registerImport"]["availableActions"]} & {
        "repairRow", "dismissRow", "undoImport", "registerPartnerOfRow", "namePartnerOfRow",
    }  # fmt: skip
    listed = {each["id"]: each["kind"] for each in seen["registerImports"]["nodes"]}
    assert (listed[register.id], listed[other.id]) == ("PEOPLE", "ORGANISATIONS")
    [entered] = register.rows("REGISTERED")
    assert entered["thing"]["id"].startswith("person:")
    assert office.as_role("auditor").asks(ROWS, id=register.id)["registerRows"] is None
    assert other.refuses("RepairRow", row=2, values=[{"field": "name", "value": "x"}]) == "wrong-status"

    register.does("DismissRow", row=3)
    register.does("UndoImport", reason="Wrong list")

    assert register.until("UNDONE") == {"withdrawn": 1, "dismissed": 1}
    gone = "query($id: ID!) { person(id: $id) { status } }"
    person = eventually(
        lambda: office.officer.asks(gone, id=entered["thing"]["id"])["person"], lambda one: one["status"] == "ERASED"
    )
    assert person == {"status": "ERASED"}


def test_an_import_that_nobody_keeps_is_not_found(office: Office) -> None:
    nobody = "register_import:01990000-0000-7000-8000-00000000dead"

    assert office.officer.refuses("PreviewImport", id=nobody) == "not-found"
