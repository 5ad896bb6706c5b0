"""An owner that really listens, on a port and a thread of its own, for clients that know nothing of asyncio."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from korpu_chassis.identity.subjects import hide_with
from korpu_chassis.persistence.store import Database
from korpu_chassis.runtime.assembly import Service, ServiceRuntime
from korpu_chassis.runtime.routes import create_app
from korpu_local.ports import free_port
from tests.office import People


@contextmanager
def served(service: Service, dsn: str, people: People) -> Iterator[str]:
    """Give the address of the owner while it listens."""
    hide_with("only the tests know this key")
    port, ready = free_port(), threading.Event()
    servers: list[uvicorn.Server] = []

    async def listen() -> None:
        database = Database(dsn)
        app = create_app(ServiceRuntime(service, database, people))  # type: ignore[arg-type]
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None))
        servers.append(server)
        ready.set()
        await server.serve()
        await database.close()

    thread = threading.Thread(target=lambda: asyncio.run(listen()), daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        servers[0].should_exit = True
        thread.join(10)
        hide_with(None)
