"""What every HTTP request passes: middleware, limits, connections, sockets, the server."""

SURFACE = (
    "connections",
    "middleware",
    "server",
)
