"""Addresses of offices, told from those of persons."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

SHORT = 3
_PERSON = re.compile(r"[^\d]+[._-][^\d]+\d{0,4}")


class _Words(NamedTuple):
    short: frozenset[str]
    long: tuple[str, ...]
    free_hosts: frozenset[str]
    free_endings: frozenset[str]


@cache
def _words() -> _Words:
    table = tomllib.loads(files(__package__).joinpath("mailboxes.toml").read_text("utf-8"))
    short = frozenset(each for each in table["offices"] if len(each) <= SHORT)
    long = tuple(each for each in table["offices"] if len(each) > SHORT)
    return _Words(short, long, frozenset(table["free_hosts"]), frozenset(table["free_endings"]))


def is_functional(mailbox: str) -> bool:
    """Whether an address is an office's and not a person's.

    A task in its name makes it an office's, also at a host where everybody has one. Else a host of persons, or a name
    of two parts such as `given.family` or `g.family`, makes it a person's. One word alone tells nothing, and may pass.
    """
    known = _words()
    local, _, host = mailbox.lower().rpartition("@")
    parts = [each for each in re.split(r"[^a-z]+", unicodedata.normalize("NFKD", local)) if each]
    if any(part in known.short or part.startswith(known.long) for part in parts):
        return True
    name, _, ending = host.partition(".")
    if name in known.free_hosts and ending in known.free_endings:
        return False
    return len(parts) == 1 or not _PERSON.fullmatch(local)
