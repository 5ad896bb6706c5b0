"""Ports of this machine: free, taken, answering."""

import os
import secrets
import socket
import urllib.error
import urllib.request
from collections import deque

OURS = range(20_000, 32_000)
TRIES = 1_000
KEPT = 200
_reserved: deque[int] = deque()
"""Files of this process; its end closes them."""


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Say whether a server could listen on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(host: str = "127.0.0.1") -> int:
    """Find a port on which nobody listens, for a server that may be stopped and started again on it.

    It lies below those that systems give to whoever takes any: one of these may be gone while the server is away.
    Nobody is given it twice, in no process of this machine, though its server listens only later: its twin among the
    ports of UDP is held for it, by this process as long as it lives and has not found ``KEPT`` others.
    """
    for _ in range(TRIES):
        if is_free(port := secrets.choice(OURS), host) and (twin := _hold(port, host)) is not None:
            _reserved.append(twin)
            if len(_reserved) > KEPT:
                os.close(_reserved.popleft())
            return port
    raise OSError(f"no port from {OURS.start} to {OURS.stop - 1} is free on {host}")


def _hold(port: int, host: str) -> int | None:
    twin = socket.socket(type=socket.SOCK_DGRAM)
    try:
        twin.bind((host, port))
    except OSError:
        twin.close()
        return None
    return twin.detach()


def listens(port: int, host: str = "127.0.0.1") -> bool:
    """Say whether somebody answers on this port."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((host, port)) == 0


def is_ready(port: int) -> bool:
    """Ask a process whether it works, if only in part: a parked message is no reason to wait for the process."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2) as answer:
            return bool(answer.status == 200)  # noqa: PLR2004 -- HTTP's own word for yes
    except urllib.error.HTTPError as refused:
        return b'"degraded"' in refused.read(200)
    except (urllib.error.URLError, OSError):
        return False
