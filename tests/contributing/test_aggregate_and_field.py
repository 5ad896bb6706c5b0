"""An aggregate and a field that are added as CONTRIBUTING.md says have all that it promises."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from korpu_local.home import ROOT
from tests.contributing.page import follow, section, written

AGGREGATE, FIELD = "Add an aggregate", "Add a field to an aggregate"
SOURCES = ("libs/*/src", "services/*/src", "deploy/local/src")
WATCHES = (
    "tests/architecture/test_layout.py",
    "tests/architecture/test_names.py",
    "tests/architecture/test_glossary.py",
    "tests/architecture/test_privacy.py",
    "tests/contracts/test_canvases.py",
)
COUNTED = re.compile(r"(\d+) new files and (\d+) lines in (\d+) files that are there: (\d+) lines")


def in_copy(folder: Path, *words: str) -> str:
    """What a program of the copy says; it imports nothing of ours from elsewhere."""
    sources = [str(each) for pattern in SOURCES for each in sorted(folder.glob(pattern))]
    paths = os.pathsep.join([*sources, str(folder)])
    environment = {**os.environ, "PYTHONPATH": paths}
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which somebody has followed the page, and has had the contracts written."""
    folder = tmp_path_factory.mktemp("followed")
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    for title in (AGGREGATE, FIELD):
        follow(title, folder)
    in_copy(folder, "-m", "korpu_local", "generate")
    in_copy(folder, "-m", "korpu_local.migration", "gateway", "calls")
    for words in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder


def test_the_page_says_how_much_is_written_by_hand() -> None:
    new, changed = written(AGGREGATE)
    added = [line for diff in changed.values() for line in diff if line.startswith("+")]
    added = [line for line in added if line != "+"]
    by_hand = [line for text in new.values() for line in text.splitlines() if line] + added

    told = COUNTED.search(section(AGGREGATE))

    assert told is not None
    assert [len(new), len(added), len(changed), len(by_hand)] == [int(each) for each in told.groups()]


def test_the_contract_of_the_owner_has_the_aggregate(copy: Path) -> None:
    contract = copy / "services/partners/contract"
    commands = json.loads((contract / "commands.json").read_text("utf-8"))
    spoken = json.loads((contract / "asyncapi.json").read_text("utf-8"))

    (command,) = [each for each in commands["commands"] if each["name"] == "OpenCall"]
    assert (command["path"], command["refuses"]) == ("/commands/open-call", ["call-ends-in-the-past"])
    assert "| call | OpenCall | officer, head | – |" in (contract / "permissions.md").read_text("utf-8")
    assert "call.opened" in spoken["components"]["messages"]
    assert "partners.calls.v1" in spoken["channels"]
    assert json.loads((contract / "messages/call.opened.v1.example.json").read_text("utf-8"))["state"]["ends"]


def test_what_waits_is_said_of_it(copy: Path) -> None:
    asked = (
        "from datetime import UTC, date, datetime; from uuid import UUID; from korpu_partners.app import service;"
        "[calls] = [each for each in service.definitions if each.name == 'call'];"
        "at = datetime(2026, 3, 2, tzinfo=UTC); plain = dict(code='CALL-1', version=1, created_at=at, changed_at=at);"
        "said = dict(title='Grants', ends=date(2026, 4, 1), organisation_id=UUID(int=1), status='active');"
        "call = calls.table(**said, **plain);"
        "print([(task.key, task.due.isoformat(), [each.role for each in task.waits_for])"
        " for task in calls.published(call).tasks])"
    )

    assert in_copy(copy, "-c", asked).strip() == "[('CloseCall', '2026-04-01', ['officer', 'head'])]"


def test_its_topic_is_declared_with_the_others_of_its_owner(copy: Path) -> None:
    assert '"partners.calls.v1" = 6' in (copy / "deploy/kafka/topics.toml").read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "type Call implements Node {",
        "  call(id: ID!): Call",
        "  callByCode(code: String!): Call",
        "  calls(",
        "input CallFilter {",
        "  callChanged(",
        "  openCall(",
        "input OpenCallInput {",
        "  acronym: String",
    ],
)
def test_the_portal_sees_it(copy: Path, line: str) -> None:
    assert f"\n{line}" in (copy / "services/gateway/schema.graphql").read_text("utf-8")


def test_a_list_of_it_is_a_file_with_headings_of_its_own(copy: Path) -> None:
    asked = (
        "from korpu_gateway.exports.lists import Lists; from korpu_gateway.exports.vocabulary import missing;"
        "from korpu_gateway.schema import schema; from korpu_gateway.reads.permissions import STAFF;"
        "lists = Lists(schema()._schema); columns = lists.columns('calls', STAFF, None);"
        "print([each.name for each in columns], [missing(each, 'de') for each in columns])"
    )

    told = in_copy(copy, "-c", asked)

    assert "'title'" in told
    assert "'ends'" in told
    assert "[]" in told


def test_the_draft_of_its_shelf_says_what_the_type_declares(copy: Path) -> None:
    [draft] = (copy / "services/gateway/src/korpu_gateway/migrations/versions").glob("*_calls.py")
    text = draft.read_text("utf-8")

    assert 'create_shelf("call",' in text
    assert 'ordered("ends"),' in text
    assert 'reference("organisation_id"),' in text


def test_the_tests_of_the_layout_pass_on_it(copy: Path) -> None:
    in_copy(copy, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *WATCHES)


def test_the_new_modules_keep_the_house_s_form(copy: Path) -> None:
    new, _ = written(AGGREGATE)

    in_copy(copy, "-m", "ruff", "check", "--no-cache", *new)
    in_copy(copy, "-m", "ruff", "format", "--check", "--no-cache", *new)
