"""A product on servers of its own, since its servers are broken too."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from korpu_local.databases import SERVICES, Databases
from korpu_local.home import Home
from korpu_local.servers import Servers
from korpu_local.stack import Parts, Stack
from korpu_local.up import migrate_all, prepare


@contextmanager
def own_product(home: Home) -> Iterator[Stack]:
    """The whole product with its own PostgreSQL, which keeps what it is told, and its own Kafka."""
    servers = Servers(home)
    postgres, broker = servers.ensure()
    databases = Databases(postgres, home)
    fresh = asyncio.run(prepare(databases, broker))
    addresses = {service: databases.dsn(service) for service in SERVICES}
    stack = Stack(home, Parts(databases=addresses, broker=broker, servers=list(servers.programs())))
    migrate_all(databases, fresh)
    try:
        stack.start(120)
        yield stack
    finally:
        stack.stop()
        servers.stop()
