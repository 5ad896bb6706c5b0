"""Every request and every message belongs to one trace, with a collector and without."""

import subprocess
import sys

import pytest
import structlog
from opentelemetry import trace

from korpu_chassis.observability import tracing
from korpu_chassis.observability.request_context import outgoing_headers, request_context, request_id
from korpu_chassis.observability.tracing import continuing, trace_headers, trace_id, trace_id_of
from tests.chassis.test_telemetry import lines_of

PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


def test_a_trace_goes_on_from_a_request_to_what_it_asks() -> None:
    with continuing({"TraceParent": PARENT, "tracestate": "desk=7"}):
        assert trace_headers() == {"traceparent": PARENT, "tracestate": "desk=7"}


def test_a_trace_goes_on_from_a_record_to_a_request() -> None:
    with continuing([("ce_id", b"1"), ("traceparent", PARENT.encode())]):
        assert trace_headers() == {"traceparent": PARENT}


@pytest.mark.parametrize("rubbish", [None, "", "00-zz", "\xff" * 50, PARENT + PARENT, "00-" + "0" * 32 + PARENT[35:]])
def test_what_names_no_trace_begins_one_that_nobody_has_recorded(rubbish: str | None) -> None:
    with continuing({} if rubbish is None else {"traceparent": rubbish, "tracestate": "desk=7"}):
        begun = trace_headers()

    assert begun.keys() == {"traceparent"}
    assert begun["traceparent"].endswith("-00")
    assert trace_id_of(begun["traceparent"]) not in {None, TRACE}


def test_a_trace_within_another_is_one_of_its_own() -> None:
    with continuing({"traceparent": PARENT}):
        with continuing({}):
            within = trace_id()
        after = trace_id()

    assert within != TRACE
    assert after == TRACE


def test_a_long_state_is_left_behind() -> None:
    with continuing({"traceparent": PARENT, "tracestate": f"desk={'x' * 508}"}):
        assert trace_headers() == {"traceparent": PARENT}


def test_outside_of_a_trace_there_is_nothing_to_send() -> None:
    assert trace_headers() == {}
    assert trace_id() is None


def test_every_line_names_its_trace() -> None:
    with lines_of("bakery") as lines:
        with continuing({"traceparent": PARENT}):
            structlog.get_logger().info("bread.baked")
        structlog.get_logger().info("bread.sold")

        baked, sold = lines()
    assert baked["trace_id"] == TRACE
    assert "trace_id" not in sold


def test_a_piece_of_work_keeps_the_trace() -> None:
    with continuing({"traceparent": PARENT}), tracing.span("baking"):
        assert TRACE in trace_headers()["traceparent"]


def test_a_piece_of_work_lets_its_exception_pass() -> None:
    with pytest.raises(ZeroDivisionError), tracing.span("baking"):
        divmod(1, 0)


def test_without_a_collector_nothing_is_recorded() -> None:
    tracing.trace_to("bakery", "serve", None)

    with continuing({}), tracing.span("baking"):
        assert not trace.get_current_span().is_recording()


WITH_COLLECTOR = f"""
from korpu_chassis.observability import tracing
from opentelemetry import trace
tracing.trace_to("bakery", "serve", "http://127.0.0.1:9")
with tracing.continuing({{}}, "request"):
    print(trace.get_current_span().is_recording(), int(tracing.trace_headers()["traceparent"][-2:], 16) & 1)
with tracing.continuing({{"traceparent": "{PARENT}"}}, "request"):
    print(trace.get_current_span().is_recording(), tracing.trace_id())
__import__("os")._exit(0)
"""


def test_with_a_collector_every_request_is_a_recorded_span() -> None:
    said = subprocess.run([sys.executable, "-uc", WITH_COLLECTOR], capture_output=True, text=True, check=True).stdout

    assert said.split("\n")[:2] == ["True 1", f"True {TRACE}"]


class TestRequests:
    def test_a_requests_id_is_taken_over_and_passed_on_with_its_trace(self) -> None:
        told = [(b"x-request-id", b"7f3a-0001"), (b"traceparent", PARENT.encode()), (b"correlation-id", b"story")]

        with request_context(told) as id:
            assert (id, request_id()) == ("7f3a-0001", "7f3a-0001")
            assert outgoing_headers() == {"traceparent": PARENT, "x-request-id": "7f3a-0001"}
            assert structlog.contextvars.get_contextvars()["correlation_id"] == "story"

        assert request_id() is None

    @pytest.mark.parametrize("odd", [b"", b"short", b"x" * 65, b"two words", b"nermin@gdu.edu.az", "ş".encode() * 8])
    def test_an_odd_id_is_replaced(self, odd: bytes) -> None:
        with request_context([(b"x-request-id", odd)]) as id:
            assert len(id) == 36

    def test_every_request_has_a_trace(self) -> None:
        with request_context([]):
            assert outgoing_headers().keys() == {"traceparent", "x-request-id"}
