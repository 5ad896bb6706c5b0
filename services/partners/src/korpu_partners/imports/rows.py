"""Reading one row of a spreadsheet as a registration, or saying column by column why it cannot be one."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from korpu_chassis.refusals import InvalidInput
from korpu_chassis.store import Part
from korpu_chassis.text import clean
from korpu_partners.organisations.commands import RegisterOrganisation

HOME = "AZ"
SEVERAL = ("domains", "kinds", "tags")
DIRECT = ("country", "region", "city", "website", "ror", "pic", "erasmus_code", "voen", "source")
COLUMNS = ("name", "name_az", "name_en", "scope", *DIRECT, *SEVERAL)
LABELS = {"name": "und", "name_az": "az", "name_en": "en"}


class Problem(Part):
    """What is wrong with one column of a row."""

    column: str
    code: str
    message: str


def fingerprint(values: Mapping[str, str]) -> str:
    """Tell a row by what it says, not by where it stands, so that no import of it is the second."""
    said = {name: value for name, value in sorted(values.items()) if value}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def tidy(values: Mapping[str, str]) -> dict[str, str]:
    """Take the surrounding blanks off names of columns and off values; what cannot be stored is shown as `�`."""
    return {_storable(name).strip().lower(): _storable(value).strip() for name, value in values.items()}


def _storable(value: str) -> str:
    try:
        return clean(value)
    except PydanticCustomError:
        return value.replace("\0", "�").encode("utf-8", "replace").decode()


def registration(values: Mapping[str, str], language: str) -> RegisterOrganisation | list[Problem]:
    """Read the row; a university abroad unless it says otherwise."""
    unknown = [name for name in values if name not in COLUMNS and values[name]]
    if unknown:
        return [Problem(column=name, code="unknown-column", message=f"{', '.join(COLUMNS)}?") for name in unknown]
    try:
        return RegisterOrganisation.model_validate_json(json.dumps(_as_input(values)), strict=True)
    except ValidationError as wrong:
        refusal = InvalidInput.of(wrong.errors(include_url=False, include_input=False))
        return [
            Problem(column=_column(each.path, values), code=each.code, message=each.message(language))
            for each in refusal.errors
        ]


def _as_input(values: Mapping[str, str]) -> dict[str, Any]:
    country = values.get("country", "").upper()
    names = [
        {"language": language, "kind": "label", "text": values[column]}
        for column, language in LABELS.items()
        if values.get(column)
    ]
    several = {name: values.get(name, "").replace(";", " ").replace(",", " ").split() for name in SEVERAL}
    return {
        **{name: values[name] for name in DIRECT if values.get(name)},
        **several,
        "names": names,
        "kinds": several["kinds"] or ["university"],
        "country": country,
        "scope": values.get("scope") or ("domestic" if country == HOME else "foreign"),
    }


def _column(path: str, values: Mapping[str, str]) -> str:
    field = path.split(".", maxsplit=1)[0]
    if field != "names":
        return field
    return next((column for column in LABELS if column in values), "name")
