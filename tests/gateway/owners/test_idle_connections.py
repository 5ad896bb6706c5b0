"""The gateway keeps connections to the owners, and none for as long as an owner does."""

from starlette.applications import Starlette

from korpu_chassis.http.server import server
from korpu_gateway.owners.owners import LIMITS


def test_an_idle_connection_is_let_go_before_its_owner_closes_it() -> None:
    owner = server(Starlette()).config

    assert LIMITS.keepalive_expiry is not None
    assert LIMITS.keepalive_expiry + 1 < owner.timeout_keep_alive
