"""What a mutation answers when a rule says no."""

import re
from typing import Any, Self

import strawberry
from strawberry.utils.str_converters import to_camel_case

from korpu_chassis.refusals import InvalidInput
from korpu_chassis.refusals import Refusal as Rule


@strawberry.type(description="One wrong field of the input.")
class WrongField:
    """One wrong field of the input."""

    path: str = strawberry.field(description="Which field, as in `parties.0.organisationId`.")
    code: str
    message: str


@strawberry.type(
    description=(
        "A rule said no, and nothing has changed. Codes never change; every command may also answer `invalid-input`, "
        "`unauthenticated`, `forbidden`, `not-found`, `stale-version`, `wrong-status`, `idempotency-key-reused` and "
        "`unavailable`, after which the same request may be sent again."
    )
)
class Refusal:
    """A rule said no, and nothing has changed."""

    code: str
    message: str = strawberry.field(description="In the caller's language; says what to do next.")
    path: str | None = strawberry.field(description="The field of the input that was refused.")
    errors: list[WrongField]

    @classmethod
    def told(cls, problem: dict[str, Any]) -> Self:
        """The refusal that an owner's problem details tell of."""
        errors = [
            WrongField(path=camel_path(each["path"]) or "", code=each["code"], message=each["message"])
            for each in problem.get("errors", ())
        ]
        path = camel_path(problem.get("path"))
        return cls(code=str(problem["code"]), message=str(problem["detail"]), path=path, errors=errors)

    @classmethod
    def of(cls, rule: Rule, language: str) -> Self:
        """A refusal of the gateway itself."""
        wrong = rule.errors if isinstance(rule, InvalidInput) else ()
        errors = [WrongField(path=each.path, code=each.code, message=each.message(language)) for each in wrong]
        return cls(code=rule.code, message=rule.message(language), path=camel_path(rule.path), errors=errors)


def camel_path(path: str | None) -> str | None:
    """`parties.0.organisation_id` as the schema spells it; union branches of the owner's validation are left out."""
    if path is None:
        return None
    steps = [step for step in path.split(".") if re.fullmatch(r"[a-z0-9_]+", step)]
    return ".".join(step if step.isdigit() else to_camel_case(step) for step in steps)
