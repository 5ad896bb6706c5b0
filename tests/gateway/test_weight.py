"""Who serves the portal carries nothing that only other roles need: its memory is one of the bars."""

import subprocess
import sys

LOADED = """
import sys
import korpu_gateway.server
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_the_serving_process_loads_neither_a_kafka_client_nor_the_owners_database_toolkit() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True)

    loaded = set(done.stdout.split())
    assert {"korpu_gateway", "strawberry", "asyncpg"} <= loaded
    assert loaded & {"aiokafka", "sqlalchemy", "sqlmodel", "alembic"} == set()
