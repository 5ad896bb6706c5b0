"""Old lists of contacts, projects, stays and visits at the portal: shown, entered, one row mended, and taken back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.register import SECONDS, Register

pytestmark = pytest.mark.journey

NAME = "query($id: ID!) { organisation(id: $id) { name } }"
CODE = "query($id: ID!) { agreement(id: $id) { code } }"
PEOPLE = "query($id: ID!) { organisation(id: $id) { contactPeople { name } } }"
PROJECTS = "query($text: String!) { jointProjects(first: 10, filter: {search: $text}) { nodes { status } } }"
STAYS = "query($id: ID!) { agreement(id: $id) { mobilities { nodes { status } } } }"
VISITS = "query($text: String!) { visits(first: 10, filter: {search: $text}) { nodes { status } } }"


class OldList(NamedTuple):
    """Two rows that are right and one that is not: what is wrong there, what is right, and what the portal shows."""

    rows: Sequence[Sequence[str]]
    field: str
    code: str
    value: str
    shown: Callable[[], list[Any]]
    entered: str
    gone: list[str]


def called(office: Office, partner: Thing) -> str:
    """The name of a partner."""
    return str(office.officer.asks(NAME, id=partner["id"])["organisation"]["name"])


def contacts(office: Office) -> OldList:
    """Three people at a partner, one of whom has an office that nobody knows."""
    mark, partner = office.mark, office.partner()
    name = called(office, partner)
    people = [(name, f"{who} {mark}", role, f"{who.lower()}-{mark}@uni.de") for who, role in ROLES]

    def shown() -> list[Any]:
        told = office.officer.asks(PEOPLE, id=partner["id"])["organisation"]["contactPeople"]
        return ["KNOWN" for each in told if mark in (each["name"] or "")]

    head = ("Tərəfdaş", "Ad Soyad", "Rolu", "E-poçt")
    return OldList([head, *people], "role", "register-kind-not-known", "koordinator", shown, "KNOWN", [])


ROLES = (("Erika", "koordinator"), ("Mario", "nominations"), ("Bela", "xəzinədar"))


def projects(office: Office) -> OldList:
    """Three projects with a partner, one of which ends on no day."""
    mark, name = office.mark, called(office, office.partner())
    paid = (name, name, "DAAD")
    head = "Layihənin adı|Tərəfdaşlar|Koordinator|Fond|Qrant nömrəsi|Büdcə|Başlama tarixi|Bitmə tarixi"
    rows = [
        tuple(head.split("|")),
        (f"Günəş enerjisi {mark}", *paid, f"{mark}-1", "45 000 €", "2015", "2017"),
        (f"Su ehtiyatları {mark}", *paid, f"{mark}-2", "10 000 €", "2016", "2018"),
        (f"Külək enerjisi {mark}", *paid, f"{mark}-3", "20 000 €", "2017", "tezliklə"),
    ]

    def shown() -> list[Any]:
        found = office.officer.asks(PROJECTS, text=mark)["jointProjects"]["nodes"]
        return [each["status"] for each in found]

    return OldList(rows, "ends", "malformed-date", "2019", shown, "CLOSED", ["WITHDRAWN"] * 3)


def stays(office: Office) -> OldList:
    """Three stays under one agreement, one of which begins on a day that never was."""
    agreement = office.signed(office.partner())
    code = office.officer.asks(CODE, id=agreement["id"])["agreement"]["code"]
    names = [office.named("Məmmədova") for _ in range(3)]
    for name in names:
        office.person(family_name=name)
    days = (("01.09.2018", "30.01.2019"), ("01.02.2018", "30.06.2018"), ("31.02.2017", "30.06.2017"))
    rows = [
        ("Ad Soyad", "İstiqamət", "Qəbul edən universitet", "Saziş", "Başlama tarixi", "Bitmə tarixi", "Səviyyə"),
        *((f"{name}, Aysel", "gedən", "", code, *span, "bakalavr") for name, span in zip(names, days, strict=True)),
    ]

    def shown() -> list[Any]:
        found = office.officer.asks(STAYS, id=agreement["id"])["agreement"]["mobilities"]["nodes"]
        return [each["status"] for each in found]

    return OldList(rows, "starts", "no-such-day", "01.02.2017", shown, "CLOSED", ["CANCELLED"] * 3)


def visits(office: Office) -> OldList:
    """Three delegations of a partner, one of which nobody has counted."""
    mark, name = office.mark, called(office, office.partner())
    told = (("12.05.2018", "14.05.2018", "4 nəfər"), ("3.4.2017", "4.4.2017", "2"), ("7.6.2016", "8.6.2016", "çox"))
    rows = [
        ("Nümayəndə heyəti", "Təşkilat", "İstiqamət", "Rəhbərin səviyyəsi", "Başlama tarixi", "Bitmə tarixi", "Nəfər"),
        *((f"Heyət {number} {mark}", name, "gələn", "prorektor", *each) for number, each in enumerate(told)),
    ]

    def shown() -> list[Any]:
        return [each["status"] for each in office.officer.asks(VISITS, text=mark)["visits"]["nodes"]]

    return OldList(rows, "members", "wrong-type", "5", shown, "CLOSED", ["CANCELLED"] * 3)


LISTS = {"contacts": contacts, "projects": projects, "stays": stays, "visits": visits}


def seen_as(register: Register, expected: dict[str, int]) -> None:
    """Look at the rows until their owner has heard of all that they name."""

    def looks() -> dict[str, int]:
        counts = register.previewed()
        if counts != expected:
            register.does("MapColumns")
        return counts

    eventually(looks, lambda counts: counts == expected, SECONDS)


@pytest.mark.parametrize("kind", LISTS)
def test_an_old_list_is_shown_entered_mended_by_a_value_and_taken_back(
    office: Office, tmp_path: Path, kind: str
) -> None:
    old = LISTS[kind](office)
    (file := tmp_path / f"{kind}.csv").write_text("\n".join(";".join(row) for row in old.rows), "utf-8")

    register = Register(office, file, kind)
    seen_as(register, {"wouldRegister": 2, "needsRepair": 1})
    before = old.shown()
    assert register.entered() == {"registered": 2, "needsRepair": 1}

    assert before == []
    assert eventually(old.shown, lambda found: len(found) == 2) == [old.entered] * 2
    [waiting] = register.rows("NEEDS_REPAIR")
    assert (waiting["row"], waiting["remarks"][0]["field"], waiting["remarks"][0]["code"]) == (4, old.field, old.code)
    register.does("RepairRow", row=4, values=[{"field": old.field, "value": old.value}])
    assert register.until("DONE") == {"registered": 3}
    assert eventually(old.shown, lambda found: len(found) == 3) == [old.entered] * 3

    register.does("UndoImport", reason="The list of another department")

    assert register.until("UNDONE") == {"withdrawn": 3}
    eventually(old.shown, lambda found: found == old.gone)
