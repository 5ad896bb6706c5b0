"""Days that are asked for again and again: told again only when they have changed, and kept for a while if public."""

import hashlib
from collections.abc import Mapping

from fastapi import Request, Response

READ = {"cache-control": "public, max-age=300", "x-content-type-options": "nosniff"}


def marked(content: bytes, media_type: str, request: Request, headers: Mapping[str, str] = READ) -> Response:
    """The content with its mark, or only that it is the one which the reader has."""
    mark = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    known = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    told = {**headers, "etag": mark}
    if known & {mark, "*"}:
        return Response(status_code=304, headers=told)
    return Response(content, media_type=media_type, headers=told)
