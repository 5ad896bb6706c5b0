"""The page of each owner names every command that it takes, and none that it does not take."""

import re

import pytest

from korpu_chassis.runtime.assembly import Service
from korpu_local.home import ROOT
from tests.contracts.services import owners


@pytest.mark.parametrize("service", owners(), ids=lambda service: str(service.name))
def test_the_page_names_the_commands_that_there_are(service: Service) -> None:
    page = (ROOT / "services" / service.name / "README.md").read_text("utf-8")
    commands = page.partition("## Commands")[2].partition("\n## ")[0]

    named = re.findall(r"`([A-Z][a-z]+(?:[A-Z][A-Za-z]*)+)`", commands)

    assert sorted(named) == sorted(each.name for each in service.commands())
