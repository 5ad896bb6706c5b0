"""Ports of this machine: free, taken, answering."""

import secrets
import socket
import urllib.error
import urllib.request

OURS = range(20_000, 32_000)
TRIES = 1_000


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
    """
    for _ in range(TRIES):
        if is_free(port := secrets.choice(OURS), host):
            return port
    raise OSError(f"no port from {OURS.start} to {OURS.stop - 1} is free on {host}")


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
