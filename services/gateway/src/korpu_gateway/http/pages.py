"""The plain pages that the gateway shows; all that they do goes through its own doors."""

import re
import tomllib
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

import orjson
from fastapi import FastAPI, Request, Response

from korpu_chassis.http.middleware import preferred_language

SAFE = {
    "content-security-policy": "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cache-control": "no-cache",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
HTML = "text/html; charset=utf-8"
GUESTS_SPEAK = "en"
"""Where a guest's browser prefers none of our languages: they are abroad."""


def add_pages(app: FastAPI) -> None:
    """Show the page for old registers, and that of a guest link; they hold nothing, and ask by what is put in."""
    registers = files("korpu_gateway.http").joinpath("registers.html").read_bytes()

    @app.get("/registers", include_in_schema=False)
    async def page() -> Response:
        return Response(registers, media_type=HTML, headers=SAFE)

    @app.get("/guest", include_in_schema=False)
    async def guest(request: Request) -> Response:
        """The secret stands behind the `#` of the address, which no browser sends."""
        body, policy = guest_page(preferred_language(request.headers.get("accept-language")) or GUESTS_SPEAK)
        more = {"content-security-policy": policy, "cache-control": "no-store", "vary": "accept-language"}
        return Response(body, media_type=HTML, headers={**SAFE, **more})


@cache
def guest_page(language: str) -> tuple[str, str]:
    """The page in a language, and the policy that lets its own script run and no other."""
    words = tomllib.loads(files("korpu_gateway.http").joinpath("guest.toml").read_text("utf-8"))[language]
    page = files("korpu_gateway.http").joinpath("guest.html").read_text("utf-8")
    [script] = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    allowed = b64encode(sha256(script.encode()).digest()).decode()
    given = {
        "__LANGUAGE__": language,
        "__TITLE__": escape(words["page"]),
        "__WORDS__": orjson.dumps(words).decode().replace("<", "\\u003c"),
    }
    for mark, value in given.items():
        page = page.replace(mark, value)
    return page, SAFE["content-security-policy"].replace("script-src 'unsafe-inline'", f"script-src 'sha256-{allowed}'")
