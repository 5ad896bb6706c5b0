"""Ports for servers that are stopped and started again."""

import secrets
import socket
import subprocess
import sys

import pytest

from korpu_local.ports import OURS, free_port, is_free, listens


def test_a_server_gets_a_free_port_below_those_that_are_given_by_chance() -> None:
    ports = {free_port() for _ in range(50)}

    assert len(ports) > 40
    assert ports <= set(OURS)


def test_no_port_is_given_twice_though_nobody_listens_on_it_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole product takes some thirty before the first of them is listened on: two alike were no rare thing."""
    taken = free_port()
    other = free_port()
    draws, choose = iter([taken, taken, other]), secrets.choice
    monkeypatch.setattr(secrets, "choice", lambda ours: next(draws, None) or choose(ours))

    assert free_port() not in {taken, other}
    assert next(draws, None) is None


def test_another_process_is_not_given_it_either() -> None:
    taken = free_port()
    asks = (
        "import secrets; from korpu_local import ports;"
        f"draws = iter([{taken}] * 3); choose = secrets.choice;"
        "secrets.choice = lambda ours: next(draws, None) or choose(ours);"
        "print(ports.free_port())"
    )

    given = int(subprocess.run([sys.executable, "-c", asks], check=True, capture_output=True, text=True).stdout)

    assert given in OURS
    assert given != taken


def test_a_port_on_which_somebody_listens_is_neither_free_nor_silent() -> None:
    port = free_port()
    assert (is_free(port), listens(port)) == (True, False)

    with socket.socket() as server:
        server.bind(("127.0.0.1", port))
        server.listen()
        assert (is_free(port), listens(port)) == (False, True)
