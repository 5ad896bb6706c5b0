"""The page at which anybody checks a paper: no token, no script, five languages, and nothing about persons."""

import tomllib
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

import asyncpg
from fastapi import APIRouter, Request, Response

from korpu_chassis.http.middleware import preferred_language, told_beside
from korpu_chassis.refusals import Refusal
from korpu_gateway.readmodel.verification import Checked, Checks

SAFE = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "vary": "accept-language",
}
STYLE = (
    "body{font:1.05rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1d2b44}"
    "dt{color:#5a6478;font-size:.9rem}dd{margin:0 0 .7rem;overflow-wrap:anywhere}input{font:inherit;width:100%;"
    "box-sizing:border-box;padding:.4rem}button{font:inherit;margin-top:.6rem;padding:.4rem 1.2rem}"
    ".bad{color:#a11}"
)


def verification(pool: asyncpg.Pool, checks: Checks) -> APIRouter:
    """The page, on a read model, with a bound on how often it looks there."""
    router = APIRouter()

    async def empty(request: Request) -> Response:
        return _page(request, 200, _form(_spoken(request), request.query_params.get("code", "")))

    async def check(request: Request, code: str) -> Response:
        language = _spoken(request)
        try:
            found = await checks.of(pool, code)
        except Refusal as refusal:
            page = _page(request, refusal.status, f"<p class=bad>{escape(refusal.message(language))}</p>")
            page.headers.update(told_beside(refusal))
            return page
        if found is None:
            return _page(request, 404, f"<p class=bad>{_word('unknown', language)}</p>{_form(language, code)}")
        return _page(request, 200, _told(found, language, request.query_params.get("sha256", "")))

    async def chosen(request: Request) -> Response:
        code = request.query_params.get("code")
        return await check(request, code) if code else await empty(request)

    for path, endpoint in (("/verify", chosen), ("/verify/{code}", check)):
        router.add_api_route(path, endpoint, methods=["GET"], include_in_schema=False)
    return router


def _told(found: Checked, language: str, given: str) -> str:
    standing = _words()["standings"].get(found.standing, {}).get(language, found.standing)
    lines = {
        "number": found.number,
        "kind": _word(found.template, language),
        "made": found.made_on.isoformat(),
        "parties": ", ".join(names.get(language) or next(iter(names.values())) for names in found.parties),
        "standing": standing,
        "void": found.void_since and found.void_since.isoformat(),
        "reason": found.reason,
        "next": found.superseded_by,
        "hash": found.sha256,
    }
    told = "".join(f"<dt>{_word(name, language)}</dt><dd>{escape(each)}</dd>" for name, each in lines.items() if each)
    return f"<p>{_word('ours', language)}</p><dl>{told}</dl>{_compared(found, language, given)}"


def _compared(found: Checked, language: str, given: str) -> str:
    verdict = ""
    if given.strip():
        alike = given.strip().lower() == found.sha256
        verdict = f"<p><strong>{_word('same' if alike else 'differs', language)}</strong></p>"
    field = f"<label>{_word('yours', language)}<input name=sha256 maxlength=64 required></label>"
    return f"{verdict}<form method=get>{field}<button>{_word('check', language)}</button></form>"


def _form(language: str, code: str) -> str:
    field = f'<input name=code maxlength=64 required autocomplete=off value="{escape(code[:64])}">'
    button = f"<button>{_word('check', language)}</button>"
    return f"<form method=get action=/verify><label>{_word('code', language)}{field}</label>{button}</form>"


def _page(request: Request, status: int, body: str) -> Response:
    language = _spoken(request)
    title = _word("title", language)
    page = (
        f'<!doctype html><html lang={language}><meta charset=utf-8><meta name=viewport content="width=device-width">'
        f"<meta name=robots content=noindex><title>{title}</title><style>{STYLE}</style><h1>{title}</h1>{body}</html>"
    )
    return Response(page, status, SAFE, "text/html; charset=utf-8")


def _spoken(request: Request) -> str:
    return preferred_language(request.headers.get("accept-language")) or "az"


def _word(name: str, language: str) -> str:
    return escape(_words()[name][language])


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(files("korpu_gateway.http").joinpath("verifying.toml").read_text("utf-8"))
