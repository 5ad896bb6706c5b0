"""The plain pages that the gateway shows to the office's staff; all that they do goes through its own doors."""

from importlib.resources import files

from fastapi import FastAPI, Response

SAFE = {
    "content-security-policy": "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cache-control": "no-cache",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def add_pages(app: FastAPI) -> None:
    """Show the page for old registers; it holds nothing, and asks under the token that is put in."""
    registers = files("korpu_gateway.http").joinpath("registers.html").read_bytes()

    @app.get("/registers", include_in_schema=False)
    async def page() -> Response:
        return Response(registers, media_type="text/html; charset=utf-8", headers=SAFE)
