"""A list that the portal exports is a template: it comes in without mapping by hand and, as it is, changes nothing."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from rich.console import Console

from korpu_local.importing import Importer, Register
from tests.journeys.causes import SAID
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually

LISTS = {
    "organisations": ("organisations", "az"),
    "agreements": ("agreements", "en"),
    "letters": ("letters", "ru"),
    "publications": ("publications", "de"),
    "projects": ("joint_projects", "fr"),
    "people": ("people", "az"),
    "stays": ("mobilities", "en"),
    "visits": ("visits", "de"),
}
"""Each kind of register that is exported as a list, and in which language this test asks for it; contacts are none."""


def bring_about(office: Office, kind: str) -> None:
    """Something of this kind is there, whatever other journeys have left."""
    made: dict[str, Any] = {
        "organisations": office.partner,
        "agreements": lambda: office.signed(office.partner()),
        "letters": lambda: office.letter(office.partner()),
        "publications": lambda: office.officer.does("PlanPublication", **SAID["PlanPublication"](office, {})),
        "projects": lambda: office.officer.does("PlanProject", **SAID["PlanProject"](office, {})),
        "people": office.person,
        "stays": lambda: office.nominated(office.signed(office.partner())),
        "visits": lambda: office.visit(office.partner()),
    }
    made[kind]()


def exported(office: Office, name: str, language: str) -> bytes:
    """The list as a file, once it holds something."""
    url, token = office.entrance("officer")
    headers = {"authorization": f"Bearer {token}", "accept-language": language}

    def asked() -> bytes:
        answer = httpx.post(f"{url}/exports/{name}.csv", json={}, headers=headers, timeout=60)
        answer.raise_for_status()
        return answer.content

    return eventually(asked, lambda content: len(content.splitlines()) > 1)


@pytest.mark.parametrize("kind", LISTS)
def test_an_exported_list_comes_in_again_without_effect(office: Office, tmp_path: Path, kind: str) -> None:
    name, language = LISTS[kind]
    bring_about(office, kind)
    (file := tmp_path / f"{name}.csv").write_bytes(exported(office, name, language))
    url, token = office.entrance("officer")

    done: Thing = Importer(url, str(token), Console(quiet=True), lambda _: True).run(Register(file, kind))

    assert {outcome for outcome, many in done["counts"].items() if many} == {"unchanged"}
