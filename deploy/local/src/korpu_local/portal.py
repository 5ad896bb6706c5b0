"""The portal as a program: every command of the office by its name, through the gateway's GraphQL."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

import httpx

from korpu_local.home import ROOT

MUTATION = """mutation Command($input: {name}Input!) {{
  answer: {field}(input: $input) {{
    __typename
    ... on Refusal {{ code message path }}
    ... on {type} {{ id version status code {more} }}
  }}
}}"""


class Refused(Exception):
    """The office said no."""

    def __init__(self, command: str, code: str, message: str, path: str | None) -> None:
        super().__init__(f"{command}: {message} ({code}{f', {path}' if path else ''})")
        self.code = code
        self.message = message
        self.path = path


class Wrong(Exception):
    """The gateway could not make sense of what was asked."""


class Portal:
    """One signed-in person's way in."""

    def __init__(self, url: str, token: str | None, *, language: str = "en") -> None:
        headers = {"accept-language": language} | ({"authorization": f"Bearer {token}"} if token else {})
        self._client = httpx.Client(base_url=url, headers=headers, timeout=30)

    def asks(self, query: str, **variables: Any) -> dict[str, Any]:
        """Ask, and give the data of the answer."""
        answer = self.answer(query, **variables)
        if answer.get("errors"):
            raise Wrong(json.dumps(answer["errors"], ensure_ascii=False)[:2000])
        data: dict[str, Any] = answer["data"]
        return data

    def answer(self, query: str, **variables: Any) -> dict[str, Any]:
        """Ask, and give the whole answer."""
        body: dict[str, Any] = self._client.post(
            "/graphql", json={"query": query, "variables": plain(variables)}
        ).json()
        return body

    def does(self, command: str, *, more: str = "", **given: Any) -> dict[str, Any]:
        """Give a command; `more` names further fields that are wanted of the thing."""
        field = command[0].lower() + command[1:]
        query = MUTATION.format(name=command, field=field, type=types()[command], more=more)
        answer: dict[str, Any] = self.asks(query, input=given)["answer"]
        if answer["__typename"] == "Refusal":
            raise Refused(command, answer["code"], answer["message"], answer["path"])
        return answer

    def refuses(self, command: str, **given: Any) -> str:
        """Give a command that is refused, and give the code."""
        try:
            done = self.does(command, **given)
        except Refused as refused:
            return refused.code
        raise AssertionError(f"{command} was not refused: {done}")


@cache
def types() -> dict[str, str]:
    """Which type of the graph each command answers with, by the owners' contracts."""
    found: dict[str, str] = {}
    for file in sorted(ROOT.glob("services/*/contract/commands.json")):
        for each in json.loads(file.read_text("utf-8"))["commands"]:
            found[each["name"]] = "".join(word.capitalize() for word in each["aggregate"].split("_"))
    return found


def plain(value: Any) -> Any:
    """The value as GraphQL's variables carry it: camelCase, dates as text."""
    if isinstance(value, Mapping):
        return {camel(str(name)): plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def camel(name: str) -> str:
    """`planned_from` is `plannedFrom`."""
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)
