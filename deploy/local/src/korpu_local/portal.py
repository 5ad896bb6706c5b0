"""The portal as a program: every command of the office by its name, through the gateway's GraphQL."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from ssl import SSLContext
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import httpx

from korpu_local.home import ROOT

NOTHING = {"type": "null"}
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

    def __init__(self, url: str, token: str | None, *, language: str = "en", once: bool = False) -> None:
        """Come in with a token, or without; `once` gives each command a key of its words, so that it counts once."""
        self._once = once
        headers = {"accept-language": language} | ({"authorization": f"Bearer {token}"} if token else {})
        self._client = httpx.Client(base_url=url, headers=headers, timeout=30, verify=trusted())

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
        declared = commands()[command]
        if self._once:
            words = json.dumps([command, plain(given)], sort_keys=True)
            given = {**given, "idempotency_key": str(uuid5(NAMESPACE_URL, words))}
        query = MUTATION.format(name=command, field=field, type=declared.type, more=more)
        answer: dict[str, Any] = self.asks(query, input=declared.said(given))["answer"]
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

    def brings(self, service: str, content: bytes, media_type: str) -> str:
        """Bring a file to its owner, and give the hash by which commands name it."""
        answer = self._client.post(f"/{service}/files", content=content, headers={"content-type": media_type})
        return str(answer.raise_for_status().json()["sha256"])

    def posts(self, path: str, **body: Any) -> dict[str, Any]:
        """Send something to an owner's own route at the gateway, and give the answer."""
        answer: dict[str, Any] = self._client.post(path, json=body).raise_for_status().json()
        return answer

    def close(self) -> None:
        """Go home."""
        self._client.close()


@dataclass(frozen=True)
class Declared:
    """A command as its owner's contract declares it."""

    type: str
    input: dict[str, Any]
    says: tuple[str, ...] = ()

    def said(self, value: Any, schema: Any = None) -> Any:
        """The value in the graph's words: choices are written in capitals."""
        schema = self._meant(schema or self.input, value)
        if isinstance(value, Mapping):
            inside = schema.get("properties", {})
            return {name: self.said(each, inside.get(name, {"": 0})) for name, each in value.items()}
        if isinstance(value, list | tuple):
            return [self.said(each, schema.get("items", {"": 0})) for each in value]
        return value.upper().replace("-", "_") if isinstance(value, str) and "enum" in schema else value

    def _meant(self, schema: Any, value: Any) -> Any:
        if "$ref" in schema:
            return self._meant(self.input["$defs"][schema["$ref"].rsplit("/", 1)[1]], value)
        choices = [] if "properties" in schema else [each for each in schema.get("anyOf", ()) if each != NOTHING]
        return self._meant(choices[0], value) if choices else schema


@cache
def trusted() -> SSLContext:
    """Whose certificates are believed: read once, however many people come in."""
    return httpx.create_ssl_context()


@cache
def commands() -> dict[str, Declared]:
    """Every command of the owners' contracts, by its name."""
    found: dict[str, Declared] = {}
    for file in sorted(ROOT.glob("services/*/contract/commands.json")):
        for each in json.loads(file.read_text("utf-8"))["commands"]:
            thing = "".join(word.capitalize() for word in each["aggregate"].split("_"))
            found[each["name"]] = Declared(thing, each["input"], tuple(each["says"]))
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
