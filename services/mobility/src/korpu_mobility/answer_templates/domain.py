"""Kept texts and their place-holders: which there are, and how they are filled."""

import re
from collections.abc import Mapping
from enum import StrEnum

from korpu_mobility.answer_templates.refusals import PlaceholderEmpty, PlaceholderUnknown

WRITTEN = re.compile(r"\{([^{}]*)\}")


class TemplateStatus(StrEnum):
    """Whether a kept text is still used."""

    ACTIVE = "active"
    RETIRED = "retired"


class Placeholder(StrEnum):
    """What is filled in when a kept text becomes an answer."""

    NAME = "name"
    CODE = "code"
    OPPORTUNITY = "opportunity"
    LAST_DAY = "last_day"
    APPLY_LINK = "apply_link"


def require_placeholders(words: str, path: str) -> None:
    """Every brace belongs to a place-holder that there is."""
    known = {each.value for each in Placeholder}
    for name in WRITTEN.findall(words):
        if name not in known:
            raise PlaceholderUnknown(path, placeholder=name or "{}", known=", ".join(sorted(known)))
    if set("{}") & set(WRITTEN.sub("", words)):
        raise PlaceholderUnknown(path, placeholder="{", known=", ".join(sorted(known)))


def filled(words: str, values: Mapping[str, str | None]) -> str:
    """The text with its place-holders filled; one for which there is nothing is refused."""

    def value(found: re.Match[str]) -> str:
        if not (told := values.get(found[1])):
            raise PlaceholderEmpty("template_id", placeholder=found[1])
        return told

    return WRITTEN.sub(value, words)
