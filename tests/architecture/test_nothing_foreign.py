"""Nothing of the machine that a file was written on, nor of its network, is committed."""

import re

import pytest

from tests.architecture.repository import text_of, tracked

# In two parts, so that this file is not its own find.
HOMES = "|".join(("/ho" + r"me/\w", "/Us" + r"ers/\w", "/ro" + "ot/", "/wo" + "rk/", r"[A-Z]:\\Us" + "ers"))
# A version that is pinned in a lock looks like an address, and is none.
ADDRESSES = r"(?<!==)\b(?!127\.|0\.0\.0\.0|255\.)(?:10|172\.(?:1[6-9]|2\d|3[01])|192\.168|169\.254)(?:\.\d{1,3}){2,3}\b"
REGISTRIES = "|".join(
    (
        "files.python" + r"hosted\.org",
        r"pypi\.org/" + "simple",
        "index-" + "url",
        "artif" + "actory",
        r"regist" + r"ry\.\w+\.\w+",
    )
)
SECRETS = r"-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_[A-Za-z0-9]{30,}|\bAKIA[0-9A-Z]{16}\b"


@pytest.mark.parametrize(
    "foreign", [HOMES, ADDRESSES, REGISTRIES, SECRETS], ids=["homes", "private addresses", "registries", "secrets"]
)
def test_nothing_foreign_is_committed(foreign: str) -> None:
    expression = re.compile(foreign)

    found = [
        f"{file}:{number} {line.strip()[:80]}"
        for file in tracked()
        for number, line in enumerate(text_of(file).splitlines(), 1)
        if expression.search(line)
    ]

    assert found == []


def test_no_large_file_is_committed() -> None:
    assert [str(file) for file in tracked() if len(text_of(file)) > 1_500_000] == []


@pytest.mark.parametrize(
    ("foreign", "line"),
    [
        (HOMES, "cd /ho" + "me/leyla/korpu"),
        (ADDRESSES, "host = 192." + "168.0.7"),
        (REGISTRIES, "https://files.python" + "hosted.org/packages"),
        (SECRETS, "-----BEGIN RSA " + "PRIVATE KEY-----"),
    ],
)
def test_what_is_foreign_is_recognised(foreign: str, line: str) -> None:
    assert re.search(foreign, line)
