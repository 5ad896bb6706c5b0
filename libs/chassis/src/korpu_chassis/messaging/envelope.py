"""The form in which services speak to each other: CloudEvents, one fact with the state after it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

import orjson
from cloudevents.core.bindings import kafka as binding
from cloudevents.core.exceptions import CloudEventValidationError
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent
from uuid_utils.compat import uuid7

from korpu_chassis.i18n.text import holds_nul
from korpu_chassis.messaging.epochs import epoch_in, order_of
from korpu_chassis.messaging.kafka import Record
from korpu_chassis.messaging.kafka_headers import fault_of
from korpu_chassis.observability.tracing import continuing, trace_headers

LARGEST_BODY = 900_000
LARGEST_VERSION = 2**31 - 1
AUTHORITY = "az.edu.gdu"
SCHEMAS = "https://gdu.edu.az/korpu/schemas"


class Unreadable(Exception):
    """A message that does not keep the agreed form; the reason never quotes what it holds."""


class _Json(JSONFormat):
    """JSON as orjson reads it: strict UTF-8, no lone surrogates, no bottomless nesting."""

    def write_data(self, data: Any, datacontenttype: str | None) -> bytes:  # noqa: ARG002 -- the library's signature
        return orjson.dumps(data)

    def read_data(self, body: bytes, datacontenttype: str | None) -> Any:
        if (datacontenttype or "").partition(";")[0].strip().lower() != "application/json":
            raise Unreadable("the content type is not application/json")
        return orjson.loads(body)


def _present_trace() -> dict[str, str]:
    """The trace in which a fact is said; whatever is said outside of one begins its own."""
    if present := trace_headers():
        return present
    with continuing({}):
        return trace_headers()


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """One fact about one aggregate, with the aggregate's whole public state after it."""

    service: str
    topic: str
    fact: str
    subject: UUID
    time: datetime
    state: Mapping[str, object]
    change: Mapping[str, object]
    correlation_id: UUID
    causation_id: UUID | None = None
    actor: str | None = None
    id: UUID = field(default_factory=uuid7)
    trace: Mapping[str, str] = field(default_factory=_present_trace)

    @property
    def type(self) -> str:
        """The name of the fact for the world: reverse domain, service, aggregate, fact, version of the contract."""
        return f"{AUTHORITY}.{self.service}.{self.fact}.v1"

    def packed(self) -> binding.KafkaMessage:
        """The message in CloudEvents' binary mode: attributes as headers, the aggregate's id as key."""
        attributes = {
            "specversion": "1.0",
            "id": str(self.id),
            "source": f"/{self.service}",
            "type": self.type,
            "subject": str(self.subject),
            "time": self.time,
            "datacontenttype": "application/json",
            "dataschema": f"{SCHEMAS}/{self.service}/{self.fact}.v1.schema.json",
            "correlationid": str(self.correlation_id),
            "causationid": self.causation_id and str(self.causation_id),
            "traceparent": self.trace.get("traceparent"),
            "tracestate": self.trace.get("tracestate"),
            "actor": self.actor,
        }
        body: Any = {"state": self.state, "change": self.change}
        event = CloudEvent({name: value for name, value in attributes.items() if value is not None}, body)
        return binding.to_binary(event, _Json(), key_mapper=lambda said: said.get_subject())


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message that keeps the agreed form: one fact about one aggregate, and the aggregate's state after it."""

    topic: str
    partition: int
    offset: int
    key: str
    id: UUID
    subject: UUID
    type: str
    time: datetime
    version: int
    state: dict[str, Any]
    change: dict[str, Any]
    attributes: dict[str, Any]
    epoch: int = 0

    @property
    def order(self) -> int:
        """Which of two words about one aggregate is newer: by epoch, then by version."""
        return order_of(self.epoch, self.version)

    @property
    def fact(self) -> str:
        """The fact by its short name: `loaf.baked`."""
        return ".".join(self.type.removeprefix(f"{AUTHORITY}.").split(".")[1:-1])

    @property
    def trace(self) -> dict[str, str]:
        """The trace in which it was said, as headers."""
        return {name: self.attributes[name] for name in ("traceparent", "tracestate") if name in self.attributes}

    @property
    def correlation_id(self) -> UUID | None:
        """The story to which the message belongs."""
        return _uuid(self.attributes, "correlationid") if "correlationid" in self.attributes else None


_EXPECTED = ("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "content-type")


def read(record: Record) -> Incoming:
    """Read a message strictly; raises Unreadable with the reason."""
    if fault := fault_of(record.headers, _EXPECTED):
        raise Unreadable(fault)
    if record.body is None or record.key is None:
        raise Unreadable("without body" if record.body is None else "without key")
    try:
        packed = binding.KafkaMessage(dict(record.headers), record.key, record.body)
        event = binding.from_binary(packed, _Json(), CloudEvent)
        return _checked(record, event.get_attributes(), event.get_data())
    except CloudEventValidationError as error:
        raise Unreadable(f"not a CloudEvent 1.0: {', '.join(sorted(error.errors))}") from None
    except (ValueError, AttributeError, RecursionError, OverflowError) as error:
        raise Unreadable(f"not readable: {type(error).__name__}") from None


def _checked(record: Record, attributes: dict[str, Any], body: object) -> Incoming:
    if not isinstance(body, dict) or not isinstance(body.get("state"), dict):
        raise Unreadable("the body has no state")
    if not isinstance(change := body.get("change", {}), dict):
        raise Unreadable("the change is not an object")
    if type(version := body["state"].get("version")) is not int or not 1 <= version <= LARGEST_VERSION:
        raise Unreadable("the state has no version")
    if b"\\u0000" in cast("bytes", record.body) and holds_nul(body):
        raise Unreadable("a text holds NUL")
    if attributes.pop(binding.PARTITIONKEY_ATTR) != attributes["subject"]:
        raise Unreadable("the key is not the subject")
    return Incoming(
        *(record.topic, record.partition, record.offset),
        key=attributes["subject"],
        id=_uuid(attributes, "id"),
        subject=_uuid(attributes, "subject"),
        type=attributes["type"],
        time=attributes["time"].astimezone(UTC),
        version=version,
        state=body["state"],
        change=change,
        attributes=attributes,
        epoch=_epoch(attributes),
    )


def _epoch(attributes: Mapping[str, str]) -> int:
    try:
        return epoch_in(attributes.get("epoch", "0"))
    except ValueError:
        raise Unreadable("epoch is not a number") from None


def _uuid(attributes: Mapping[str, str], name: str) -> UUID:
    try:
        return UUID(attributes[name])
    except ValueError:
        raise Unreadable(f"{name} is not a UUID") from None
