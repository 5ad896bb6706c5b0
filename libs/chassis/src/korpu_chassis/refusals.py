"""What the system answers when a rule says no: codes that never change, words in the reader's language."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from itertools import chain
from typing import Any, ClassVar, NamedTuple

from pydantic_core import PydanticCustomError

type_uri = "urn:korpu:refusal:{code}".format
FALLBACK = ("az", "en", "ru")
MANDATORY = ("az", "en")


class Worded:
    """Something said to a person: a stable code and its words per language."""

    code: ClassVar[str]
    text: ClassVar[Mapping[str, str]]
    path: str | None
    details: dict[str, Any]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """A code is kebab-case and has Azerbaijani and English words that can be filled in, or the class is refused."""
        super().__init_subclass__(**kwargs)
        if "code" not in cls.__dict__:
            return
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cls.code):
            msg = f"{cls.__name__}: {cls.code!r} is not a kebab-case code"
            raise TypeError(msg)
        if missing := [language for language in MANDATORY if not getattr(cls, "text", {}).get(language)]:
            msg = f"{cls.__name__} has no words in {', '.join(missing)}"
            raise TypeError(msg)
        for words in cls.text.values():
            try:
                words.format_map(_Details())
            except ValueError as error:
                msg = f"{cls.__name__} has words that cannot be filled in: {words!r} ({error})"
                raise TypeError(msg) from None

    def message(self, language: str) -> str:
        """The words in this language, or in the first of Azerbaijani, English, Russian that exists."""
        return spoken(self.text, language).format_map(_Details(self.details))


class Refusal(Worded, Exception):
    """A rule says no; nothing has changed."""

    status: ClassVar[int] = 409
    retry_after: int | None = None

    def __init__(self, path: str | None = None, *, retry_after: int | None = None, **details: Any) -> None:
        """Refuse, naming the input's field (`loaves.0.kind`) and what fills the words; details are never personal.

        Who asks too often or too early may ask again `retry_after` seconds later.
        """
        super().__init__(self.code)
        self.path = path
        self.retry_after = retry_after
        self.details = details

    def __str__(self) -> str:
        """The code and the English words, for a log line."""
        return f"{self.code}: {self.message('en')}"


class Notice(Worded):
    """A warning: the change is made, and its author should know this."""

    def __init__(self, path: str | None = None, **details: Any) -> None:
        """Warn, naming the input's field and what fills the words; details are never personal."""
        self.path = path
        self.details = details


class Wrong(NamedTuple):
    """One wrong field of an input: where, which rule, and what fills its words."""

    path: str
    code: str
    details: Mapping[str, Any] = {}
    said: str = ""

    def message(self, language: str) -> str:
        """The rule's words in this language, or what a service's own rule said."""
        words = wording().get(self.code) or {"en": self.said}
        return spoken(words, language).format_map(_Details(self.details))


class _Details(dict[str, Any]):
    """Details of a refusal; one that was not given is shown as an ellipsis and breaks nothing."""

    def __missing__(self, key: str) -> str:
        return "…"


def spoken(text: Mapping[str, str], language: str) -> str:
    """The text in this language, else in the first fallback that has one."""
    for candidate in (language, *FALLBACK):
        if words := text.get(candidate):
            return words
    return next(iter(text.values()), "")


@cache
def wording() -> Mapping[str, Mapping[str, str]]:
    """The words of the chassis' own codes, per code and language."""
    return tomllib.loads(files(__package__).joinpath("wording.toml").read_text("utf-8"))


class NotFound(Refusal):
    """There is no such thing, or the caller may not know of it."""

    code = "not-found"
    status = 404
    text = wording()["not-found"]


class Forbidden(Refusal):
    """The caller may not do this."""

    code = "forbidden"
    status = 403
    text = wording()["forbidden"]


class Unauthenticated(Refusal):
    """The caller's token is missing, expired or not ours."""

    code = "unauthenticated"
    status = 401
    text = wording()["unauthenticated"]


class StaleVersion(Refusal):
    """Somebody else has changed it since the caller looked."""

    code = "stale-version"
    text = wording()["stale-version"]


class KeyReused(Refusal):
    """An idempotency key names one request, and this is another."""

    code = "idempotency-key-reused"
    text = wording()["idempotency-key-reused"]


class WrongStatus(Refusal):
    """The step does not follow the present status."""

    code = "wrong-status"
    text = wording()["wrong-status"]


class Unavailable(Refusal):
    """A part of the system is away; the same request may be sent again."""

    code = "unavailable"
    status = 503
    text = wording()["unavailable"]


class InUse(Refusal):
    """Others are at work on the same thing; the same request may be sent again."""

    code = "in-use"
    status = 503
    text = wording()["in-use"]


class InvalidInput(Refusal):
    """The input breaks the rules of its fields; each wrong field is named."""

    code = "invalid-input"
    status = 422
    text = wording()["invalid-input"]

    def __init__(self, path: str | None = None, errors: Sequence[Wrong] = (), **details: Any) -> None:
        """Refuse with every wrong field."""
        super().__init__(path or (errors[0].path if errors else None), **details)
        self.errors = tuple(errors)

    @classmethod
    def of(cls, errors: Iterable[Mapping[str, Any]]) -> "InvalidInput":
        """The refusal for pydantic's `errors()`; the values that were sent are never repeated."""
        listed = list(errors)
        return cls(errors=[_wrong(error) for error in listed if not _counts_what_is_wrong(error, listed)])


def _counts_what_is_wrong(error: Mapping[str, Any], errors: Sequence[Mapping[str, Any]]) -> bool:
    """Pydantic counts only the right items of a tuple: one wrong item among enough of them is no shortage."""
    place: tuple[int | str, ...] = error["loc"]
    within = {each["loc"][: len(place) + 1] for each in errors if each["loc"][: len(place)] == place} - {place}
    short = error["type"] == "too_short"
    return short and bool(within) and error["ctx"]["actual_length"] + len(within) >= error["ctx"]["min_length"]


PYDANTIC_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_too_short": "too-short",
    "string_too_long": "too-long",
    "too_short": "too-few",
    "too_long": "too-many",
    "json_invalid": "invalid-json",
    "enum": "unknown-choice",
    "literal_error": "unknown-choice",
    "greater_than_equal": "too-small",
    "greater_than": "too-small",
    "less_than_equal": "too-large",
    "less_than": "too-large",
    "int_parsing_size": "number-too-large",
    "string_unicode": "invalid-characters",
    "decimal_max_digits": "number-too-large",
    "decimal_whole_digits": "number-too-large",
    "decimal_max_places": "too-many-decimals",
}


def _wrong(error: Mapping[str, Any]) -> Wrong:
    kind = str(error["type"])
    path = ".".join(str(part) for part in error.get("loc", ()) if part != "body")
    return Wrong(path, _code(kind), _limits(error.get("ctx") or {}), str(error.get("msg", "")) if "-" in kind else "")


def _code(kind: str) -> str:
    """Our own codes have hyphens and pydantic's kinds have none."""
    if "-" in kind or kind in PYDANTIC_CODES:
        return PYDANTIC_CODES.get(kind, kind)
    return "wrong-type" if re.search(r"_(type|parsing|from_float)$|finite_number", kind) else "invalid-value"


def _limits(context: Mapping[str, Any]) -> dict[str, Any]:
    """Only the rule's limits are repeated: the rest of the context may hold what was sent."""
    limits = ("min_length", "max_length", "ge", "gt", "le", "lt", "limit", "expected", "places")
    return {
        ("limit" if name not in {"expected", "places"} else name): context[name] for name in limits if name in context
    }


CHASSIS: tuple[type[Refusal], ...] = (
    NotFound, Forbidden, Unauthenticated, StaleVersion, KeyReused, WrongStatus, Unavailable, InUse, InvalidInput,
)  # fmt: skip


def all_refusals(*declared: Iterable[type[Refusal]]) -> dict[str, type[Refusal]]:
    """Every refusal of these declarations and of the chassis, by code; one code belongs to one class."""
    found: dict[str, type[Refusal]] = {}
    for refusal in (*CHASSIS, *chain.from_iterable(declared)):
        if found.setdefault(refusal.code, refusal) is not refusal:
            raise ValueError(f"{refusal.__name__} and {found[refusal.code].__name__} share the code {refusal.code!r}")
    return dict(sorted(found.items()))


def problem(refusal: Refusal, language: str, request_id: str) -> dict[str, Any]:
    """The refusal as problem details (RFC 9457)."""
    errors = refusal.errors if isinstance(refusal, InvalidInput) else ()
    return {
        "type": type_uri(code=refusal.code),
        "title": HTTPStatus(refusal.status).phrase,
        "status": refusal.status,
        "detail": refusal.message(language),
        "code": refusal.code,
        "path": refusal.path,
        "errors": [{"path": e.path, "code": e.code, "message": e.message(language)} for e in errors],
        "request_id": request_id,
    }


def wrong(code: str) -> PydanticCustomError:
    """The refusal of a value by the rule of this code; the value is not repeated."""
    words = wording().get(code, {}).get("en", code)
    return PydanticCustomError(code, "{words}", {"words": words})  # type: ignore[arg-type,unused-ignore]
