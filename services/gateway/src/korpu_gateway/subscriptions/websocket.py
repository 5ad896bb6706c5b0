"""Subscriptions over WebSocket: the protocol `graphql-transport-ws`, and no other."""

from korpu_chassis.http.middleware import Receive, Scope, Send
from korpu_chassis.identity.substitution import Identifies
from korpu_gateway.subscriptions.close_codes import OTHER_PROTOCOL, close
from korpu_gateway.subscriptions.connection import Connection
from korpu_gateway.subscriptions.hub import Hub
from korpu_gateway.subscriptions.slots import Places

PROTOCOL = "graphql-transport-ws"
INIT_WITHIN = 3.0


class WebSockets:
    """The endpoint of WebSockets."""

    def __init__(self, hub: Hub, verifier: Identifies, places: Places, init_within: float = INIT_WITHIN) -> None:
        self._hub = hub
        self._verifier = verifier
        self._init_within = init_within
        self._places = places

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Carry one connection until it ends."""
        await receive()
        if PROTOCOL not in scope["subprotocols"]:
            await send({"type": "websocket.accept"})
            await close(send, OTHER_PROTOCOL)
            return
        await send({"type": "websocket.accept", "subprotocol": PROTOCOL})
        connection = Connection(self._hub, self._verifier, scope, (receive, send), self._places)
        await connection.run(self._init_within)
