"""Traces as W3C names them: each request and message belongs to one, whether or not a collector records it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from secrets import randbits
from typing import Any

from opentelemetry import context, trace
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

LONGEST_STATE = 512
"""So much of a `tracestate` must be passed on at least; a longer one comes from nobody whom we need to tell."""
_CARRIED = ("traceparent", "tracestate")
_W3C = TraceContextTextMapPropagator()
_exporting: list[str] = []

Headers = Mapping[str, str] | Iterable[tuple[str, bytes]] | Iterable[tuple[bytes, bytes]]


def trace_to(service: str, role: str, endpoint: str | None) -> None:
    """Send spans to this OTLP/HTTP address; without one nothing is recorded, and trace ids still pass through."""
    if endpoint is None:
        return
    # The exporter and its SDK cost 100 ms at start, and most stacks have no collector.
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    provider = TracerProvider(resource=Resource.create({"service.name": service, "service.role": role}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces")))
    trace.set_tracer_provider(provider)
    _exporting[:] = [endpoint]


@contextmanager
def span(name: str, **attributes: str | int | bool) -> Iterator[None]:
    """One named piece of work in the trace; an exception marks it by its kind alone."""
    with trace.get_tracer("korpu").start_as_current_span(
        name, attributes=attributes, record_exception=False, set_status_on_exception=False
    ) as current:
        try:
            yield
        except Exception as error:
            current.set_status(trace.Status(trace.StatusCode.ERROR, type(error).__name__))
            raise


def trace_headers() -> dict[str, str]:
    """The present trace as W3C headers (`traceparent`, `tracestate`); empty when there is none."""
    carrier: dict[str, str] = {}
    _W3C.inject(carrier)
    return carrier


def trace_id() -> str | None:
    """The id of the present trace, as log lines carry it."""
    found = trace.get_current_span().get_span_context()
    return f"{found.trace_id:032x}" if found.is_valid else None


def trace_id_of(traceparent: str | None) -> str | None:
    """The id of the trace that this header names."""
    found = trace.get_current_span(_named({"traceparent": traceparent or ""})).get_span_context()
    return f"{found.trace_id:032x}" if found.is_valid else None


@contextmanager
def continuing(headers: Headers, name: str = "work") -> Iterator[None]:
    """Go on in the trace that these headers of a request or a Kafka record name, or begin one.

    With a collector the block is a span of its own under this name.
    """
    held = _named(headers)
    if not _exporting and not trace.get_current_span(held).get_span_context().is_valid:
        held = trace.set_span_in_context(_begun(), held)
    token = context.attach(held)
    try:
        with span(name) if _exporting else nullcontext():
            yield
    finally:
        context.detach(token)


def _named(headers: Headers) -> Any:
    """The context that these headers name; empty, so that nothing of the present one shows through."""
    pairs: Any = headers.items() if isinstance(headers, Mapping) else headers
    carrier = {k: v for name, value in pairs if (k := _text(name).lower()) in _CARRIED and (v := _text(value))}
    if len(carrier.get("tracestate", "")) > LONGEST_STATE:
        del carrier["tracestate"]
    return _W3C.extract(carrier, context.Context()) if carrier else context.Context()


def _begun() -> trace.Span:
    """A new trace that nobody records: its flags say so, and whoever records further on decides for itself."""
    begun = trace.SpanContext(randbits(128) or 1, randbits(64) or 1, is_remote=False)
    return trace.NonRecordingSpan(begun)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
