"""Ports for servers that are stopped and started again."""

import socket

from korpu_local.ports import OURS, free_port, is_free, listens


def test_a_server_gets_a_free_port_below_those_that_are_given_by_chance() -> None:
    ports = {free_port() for _ in range(50)}

    assert len(ports) > 40
    assert ports <= set(OURS)


def test_a_port_on_which_somebody_listens_is_neither_free_nor_silent() -> None:
    port = free_port()
    assert (is_free(port), listens(port)) == (True, False)

    with socket.socket() as server:
        server.bind(("127.0.0.1", port))
        server.listen()
        assert (is_free(port), listens(port)) == (False, True)
