"""Why a WebSocket ends, as its client is told."""

from typing import NamedTuple

from korpu_chassis.http.middleware import Send


class Close(NamedTuple):
    """Why a connection ends; codes above 4000 are the protocol's own."""

    code: int
    reason: str


BAD = Close(4400, "Not a message of graphql-transport-ws")
NOT_YET = Close(4401, "Unauthorized: send connection_init first")
FORBIDDEN = Close(4403, "Forbidden: the access token is not good")
EXPIRED = Close(4403, "Forbidden: the access token has expired")
NO_DEPUTY = Close(4403, "Forbidden: you no longer act in another's place; come in anew")
TOO_LATE = Close(4408, "Connection initialisation timeout")
OTHER_PROTOCOL = Close(4406, "Subprotocol not acceptable: speak graphql-transport-ws")
TWICE = Close(4429, "Too many initialisation requests")
FULL = Close(1013, "Too many connections; try again later")


async def close(send: Send, why: Close) -> None:
    """End the connection."""
    await send({"type": "websocket.close", "code": why.code, "reason": why.reason})
