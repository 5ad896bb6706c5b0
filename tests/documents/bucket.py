"""An S3 server for tests: moto's, in a process and an environment of its own.

It is not in the lock: what it needs would hold libraries of the services back, and nothing else would use it.
"""

import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from korpu_local.home import ROOT
from korpu_local.ports import free_port

MOTO = "moto[s3,server]==5.2.5"
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


@contextmanager
def bucket() -> Iterator[str]:
    """An S3 server with one bucket, `files`; its keys stand in the environment meanwhile."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [uv(), "tool", "run", "--quiet", "--from", MOTO, "moto_server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    before = {name: os.environ.get(name) for name in KEYS}
    os.environ.update(KEYS)
    try:
        _until_it_answers(address)
        urllib.request.urlopen(urllib.request.Request(f"{address}/files", method="PUT"))  # noqa: S310 -- our own server
        yield address
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
        server.terminate()
        server.wait(10)


def uv() -> str:
    """The one that installed the workspace."""
    return shutil.which("uv") or str(ROOT / ".local" / "uv" / "bin" / "uv")


def _until_it_answers(address: str) -> None:
    for _ in range(900):
        try:
            urllib.request.urlopen(f"{address}/moto-api/")  # noqa: S310 -- our own server
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)
