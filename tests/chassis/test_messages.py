"""What a service says keeps the agreed form, and what does not keep it is not read."""

from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from korpu_chassis.messaging.envelope import Outgoing, Unreadable, read
from korpu_chassis.messaging.inbox import inbox, purge
from korpu_chassis.messaging.kafka import Record
from korpu_chassis.messaging.outbox import TooMuchToSay, post
from tests.chassis.wire import Wire, letter, said, things

SUBJECT, ID, STORY = things(3)


def record(**differently: Any) -> Record:
    """A good message, but for what is given; a header that is None is left out."""
    good = letter(said(SUBJECT, 3))
    headers = dict(good.headers) | differently.pop("headers", {})
    kept = {name: value for name, value in headers.items() if value is not None}
    return Record("things.v1", 0, 7, good.key, kept, good.body)._replace(**differently)


def body(**state: Any) -> bytes:
    return orjson.dumps({"state": {"id": str(SUBJECT), "version": 3} | state, "change": {}})


def test_a_fact_is_said_as_a_cloud_event_with_its_attributes_as_headers() -> None:
    at = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
    fact = Outgoing(
        service="partners",
        topic="partners.agreements.v1",
        fact="agreement.signed",
        subject=SUBJECT,
        time=at,
        state={"version": 3, "status": "in_force"},
        change={"on": "2026-11-20"},
        correlation_id=STORY,
        actor="0b1f",
        id=ID,
        trace={"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "tracestate": "desk=7"},
    )

    packed = fact.packed()

    assert packed.headers == {
        "ce_specversion": b"1.0",
        "ce_id": str(ID).encode(),
        "ce_source": b"/partners",
        "ce_type": b"az.edu.gdu.partners.agreement.signed.v1",
        "ce_subject": str(SUBJECT).encode(),
        "ce_time": b"2026-11-23T06:30:00Z",
        "content-type": b"application/json",
        "ce_dataschema": b"https://gdu.edu.az/korpu/schemas/partners/agreement.signed.v1.schema.json",
        "ce_correlationid": str(STORY).encode(),
        "ce_actor": b"0b1f",
        "ce_traceparent": b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "ce_tracestate": b"desk=7",
    }
    assert packed.key == str(SUBJECT)
    assert packed.value == b'{"state":{"version":3,"status":"in_force"},"change":{"on":"2026-11-20"}}'


def test_what_is_said_can_be_read() -> None:
    outgoing = said(SUBJECT, 3, causation_id=ID)
    sent = letter(outgoing)

    heard = read(Record("things.v1", 2, 7, sent.key, dict(sent.headers), sent.body))

    assert (heard.topic, heard.partition, heard.offset) == ("things.v1", 2, 7)
    assert (heard.id, heard.subject, heard.key, heard.version) == (outgoing.id, SUBJECT, str(SUBJECT), 3)
    assert (heard.fact, heard.type) == ("thing.changed", "az.edu.gdu.things.thing.changed.v1")
    assert heard.time == outgoing.time
    assert heard.state == {"id": str(SUBJECT), "version": 3}
    assert heard.change == {}
    assert heard.correlation_id == SUBJECT
    assert heard.attributes["causationid"] == str(ID)


def test_ids_rise_with_time() -> None:
    ids = [said(SUBJECT, version).id for version in range(1, 50)]

    assert ids == sorted(ids)
    assert {each.version for each in ids} == {7}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"headers": {"ce_id": None}}, "without header ce_id"),
        ({"headers": {"ce_specversion": None}}, "without header ce_specversion"),
        ({"headers": {"ce_time": None}}, "without header ce_time"),
        ({"headers": {"ce_subject": None}}, "without header ce_subject"),
        ({"headers": {"content-type": None}}, "without header content-type"),
        ({"headers": {"content-type": b"text/plain"}}, "the content type is not application/json"),
        ({"headers": {"ce_specversion": b"0.3"}}, "not a CloudEvent 1.0: specversion"),
        ({"headers": {"ce_type": b""}}, "not a CloudEvent 1.0: type"),
        ({"headers": {"ce_time": b"yesterday"}}, "not readable: ValueError"),
        ({"headers": {"ce_time": b"2026-11-23T06:30:00"}}, "not a CloudEvent 1.0: time"),
        ({"headers": {"ce_source": b"\xff"}}, "not readable: UnicodeDecodeError"),
        ({"headers": {"ce_id": b"17"}}, "id is not a UUID"),
        ({"headers": {"ce_not-a-name": b"1"}}, "not a CloudEvent 1.0: not-a-name"),
        ({"key": None}, "without key"),
        ({"key": b"another"}, "the key is not the subject"),
        ({"body": None}, "without body"),
        ({"body": b""}, "not readable: JSONDecodeError"),
        ({"body": b"{"}, "not readable: JSONDecodeError"),
        ({"body": b'"\xff"'}, "not readable: JSONDecodeError"),
        ({"body": b"[" * 100_000}, "not readable: JSONDecodeError"),
        ({"body": b'{"state": {"version": NaN}}'}, "not readable: JSONDecodeError"),
        ({"body": b'{"state": {"version": 1, "name": "\\ud800"}}'}, "not readable: JSONDecodeError"),
        ({"body": b"[]"}, "the body has no state"),
        ({"body": b"{}"}, "the body has no state"),
        ({"body": b'{"state": {"version": 1}, "change": []}'}, "the change is not an object"),
        ({"body": body(version=None)}, "the state has no version"),
        ({"body": body(version=True)}, "the state has no version"),
        ({"body": body(version="3")}, "the state has no version"),
        ({"body": body(version=0)}, "the state has no version"),
        ({"body": body(version=2**31)}, "the state has no version"),
        ({"body": body(name="a\0b")}, "a text holds NUL"),
        ({"body": body(names=[{"a\0b": 1}])}, "a text holds NUL"),
    ],
)
def test_what_does_not_keep_the_form_is_refused_with_a_reason(wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(record(**wrong))

    assert str(refused.value) == reason


def test_a_text_that_only_speaks_of_nul_is_read() -> None:
    assert read(record(body=body(name="\\u0000"))).state["name"] == "\\u0000"


def test_what_is_unknown_beside_the_form_is_let_through() -> None:
    more = record(headers={"ce_newer": b"1", "b3": b"x"}, body=body(newer=[1]))

    assert read(more).state["newer"] == [1]


@given(
    st.builds(
        Record,
        st.just("things.v1"),
        st.just(0),
        st.just(0),
        st.none() | st.binary(max_size=40) | st.just(str(SUBJECT).encode()),
        st.dictionaries(
            st.sampled_from([*record().headers, "ce_", "ce_data", "x"]), st.binary(max_size=30) | st.none(), max_size=9
        ).map(lambda odd: {**record().headers, **odd}),
        st.none() | st.binary(max_size=60) | st.just(body()),
    )
)
def test_whatever_comes_is_read_or_refused_and_nothing_else(odd: Record) -> None:
    try:
        assert read(odd).version == 3
    except Unreadable as refusal:
        reason = str(refusal)
        assert reason != ""


async def test_a_body_that_kafka_would_not_take_is_refused_before_the_commit(wire: Wire) -> None:
    huge = Outgoing(
        service="things",
        topic="things.v1",
        fact="thing.changed",
        subject=SUBJECT,
        time=datetime.now(UTC),
        state={"version": 1, "text": "x" * 1_000_000},
        change={},
        correlation_id=STORY,
    )

    async with wire.database.transaction() as session:
        with pytest.raises(TooMuchToSay, match="900 KB"):
            await post(session, huge)


async def test_forgetting_the_past_keeps_all_that_was_said(wire: Wire) -> None:
    now = datetime.now(UTC)
    async with wire.database.transaction() as session:
        for version in (1, 2, 3):
            await post(session, said(SUBJECT, version))
        await session.execute(
            text("UPDATE outbox SET sent_at = now() - make_interval(days => 3 * (seq::int - 1)) WHERE seq < 3")
        )
        await session.execute(inbox.insert(), [{"group": "g", "id": ID, "at": now - timedelta(days=3)}])
        await session.execute(inbox.insert(), [{"group": "g", "id": STORY, "at": now}])

        await purge(session, now - timedelta(days=1))

    assert await wire.rows("SELECT seq FROM outbox ORDER BY seq") == [(1,), (2,), (3,)]
    assert await wire.rows("SELECT id FROM inbox") == [(STORY,)]
