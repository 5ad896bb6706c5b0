"""A department answers for itself alone, and whatever else comes on its topic is told and stops nothing."""

import asyncio
from typing import Any
from uuid import uuid4

import orjson
import pytest

from korpu_chassis.foreign.sender_keys import SenderKeys, signature
from korpu_chassis.messaging.envelope import LARGEST_BODY
from korpu_chassis.messaging.kafka import Letter, Record, Sender
from korpu_chassis.process.entry_points import foreign_reader
from korpu_events.app import service
from korpu_local.kafka import Broker
from korpu_local.topics import wanted_topics
from tests.chassis.raw_names import send_raw
from tests.conftest import Topics
from tests.events.delegations import STEPS, a_visit, an_answer
from tests.events.test_readiness import asked, standing
from tests.office import Office

ANSWERS = "departments.answers.v1"
SECRET = "Leyla Aliyeva, AZE1234567"


async def refused(office: Office) -> list[dict[str, Any]]:
    """What the staff reads of refused answers, the earliest first."""
    answer = await office.asks("officer", "GET", "/answers/refused")
    assert answer.status_code == 200
    return list(reversed(answer.json()["refused"]))


async def codes(office: Office) -> list[tuple[str | None, str]]:
    return [(each["sender"], each["code"]) for each in await refused(office)]


@pytest.mark.parametrize(
    ("differently", "sender", "code"),
    [
        ({"ce_source": "/transport"}, "transport", "request-not-theirs"),
        ({"ce_source": "/transport", "body": {"department": "transport"}}, "transport", "request-not-theirs"),
        ({"body": {"department": "transport"}}, "security", "request-not-theirs"),
        ({"ce_source": "/rector"}, None, "sender-unknown"),
        ({"ce_source": "/partners"}, None, "sender-unknown"),
        ({"ce_type": "az.edu.gdu.departments.request.done.v1"}, "security", "answer-contradicts-type"),
        ({"ce_type": "az.edu.gdu.departments.request.maybe.v1"}, "security", "answer-type-unknown"),
        ({"ce_type": "az.edu.gdu.partners.agreement.signed.v1"}, "security", "answer-type-unknown"),
        ({"body": {"request_id": str(uuid4())}}, "security", "answer-malformed"),
        ({"ce_time": None}, "security", "message-unreadable"),
        ({"ce_time": "0001-01-01T00:00:00+14:00"}, "security", "message-unreadable"),
        ({"ce_subject": str(uuid4())}, "security", "message-unreadable"),
    ],
)
async def test_an_answer_by_another_than_the_department_that_was_asked_has_no_effect_and_is_told(
    office: Office, differently: dict[str, Any], sender: str | None, code: str
) -> None:
    visit, request = await asked(office, await a_visit(office))

    await an_answer(office, request, "accepted", **differently)

    assert await standing(office, visit) == ["pending"]
    assert await codes(office) == [(sender, code)]


async def test_the_newer_version_decides_and_an_older_one_is_told(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))

    await an_answer(office, request, "accepted", version=5)
    await an_answer(office, request, "done", version=5)
    await an_answer(office, request, "done", version=4)
    assert await standing(office, visit) == ["accepted"]
    await an_answer(office, request, "done", version=6)

    assert await standing(office, visit) == ["done"]
    assert await codes(office) == [("security", "answer-outdated")] * 2


async def test_the_type_alone_is_an_answer(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))

    await an_answer(office, request, "accepted", body={"answer": None})

    assert await standing(office, visit) == ["accepted"]


async def test_another_message_under_a_used_id_is_told_and_the_same_one_is_not(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    one = str(uuid4())
    moment = office.clock.now().isoformat()

    for _ in range(2):
        await an_answer(office, request, "accepted", ce_id=one, ce_time=moment, ce_correlationid=one)
    assert await codes(office) == []
    await an_answer(office, request, "done", version=2, ce_id=one)

    assert await standing(office, visit) == ["accepted"]
    [told] = await refused(office)
    assert (told["code"], told["message_id"], told["subject"]) == ("message-id-reused", one, request)


async def test_what_is_closed_stays_closed(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    await an_answer(office, request, "accepted")
    for step in ("confirmed", "in_progress", "completed", "reported", "closed"):
        visit = await STEPS[step](office, visit["id"])
    before = await office.said_about(visit["id"])

    await an_answer(office, request, "done", version=2)

    assert await office.said_about(visit["id"]) == before
    assert await codes(office) == [("security", "visit-over")]


async def test_who_signs_answers_is_who_they_say_when_keys_are_given(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    keys = SenderKeys({"security": (b"old", b"only security knows"), "transport": (b"only transport knows",)})

    def answer(key: bytes | None, **headers: str) -> Record:
        state = {"id": request, "version": 1, "request_id": request, "department": "security"}
        said = {
            "ce_specversion": "1.0", "ce_id": str(uuid4()), "ce_source": "/security", "ce_subject": request,
            "ce_type": "az.edu.gdu.departments.request.accepted.v1", "ce_time": "2026-09-07T05:00:00Z",
            "content-type": "application/json", **headers,
        }  # fmt: skip
        packed = {name: value.encode() for name, value in said.items()}
        record = Record(ANSWERS, 0, next(office.offsets), request.encode(), packed, orjson.dumps({"state": state}))
        return record._replace(headers=packed | ({"ce_signature": signature(key, record).encode()} if key else {}))

    genuine = answer(b"only security knows")
    for forged in (
        answer(None),
        answer(b"only transport knows"),
        answer(b"only security knows", ce_source="/dormitory"),
        genuine._replace(headers={**genuine.headers, "ce_type": b"az.edu.gdu.departments.request.rejected.v1"}),
        genuine._replace(body=(genuine.body or b"") + b" "),
        genuine._replace(headers={**genuine.headers, "ce_signature": b"no"}),
    ):
        await office.hears_record(forged, keys)
    assert {code for _, code in await codes(office)} == {"sender-not-proved"}
    assert await standing(office, visit) == ["pending"]
    await office.hears_record(genuine, keys)

    assert await standing(office, visit) == ["accepted"]


async def test_the_staff_alone_reads_what_was_refused_and_no_content_is_in_it(office: Office) -> None:
    _, request = await asked(office, await a_visit(office))

    await an_answer(office, request, "accepted", ce_source=f"/{SECRET}", body={"reason": SECRET})
    await office.hears_record(Record(ANSWERS, 3, 17, b"k", {"ce_id": SECRET.encode()}, SECRET.encode()))

    listed = await office.asks("head", "GET", "/answers/refused")
    assert [each["offset"] for each in listed.json()["refused"]][:1] == [17]
    assert listed.json()["refused"][0]["text"].keys() == {"az", "en", "ru", "de", "fr"}
    told = await office.messages_about(listed.json()["refused"][0]["id"])
    assert told[0]["type"] == "az.edu.gdu.events.answer.refused.v1"
    assert told[0]["state"] == listed.json()["refused"][0]
    for each in told:
        assert "Leyla" not in str(each)
    assert "Leyla" not in listed.text
    assert (await office.asks(None, "GET", "/answers/refused")).status_code == 401
    assert (await office.asks("staff", "GET", "/answers/refused")).status_code == 403


HOSTILE = [
    Letter(ANSWERS, None, [], b""),
    Letter(ANSWERS, b"\xff\xfe", [("ce_id", b"\xff"), ("ce_source", b"\x00")], b"\xff\x00"),
    Letter(ANSWERS, b"a\x00b", [("\x00", b"\x00")], b"{" * 5000),
    Letter(ANSWERS, b"k", [(f"h{each}", b"x") for each in range(300)], b"x" * LARGEST_BODY),
]


def deep(request: str) -> Letter:
    """A message that keeps the form and is nested as deep as JSON may be."""
    said = {
        "ce_specversion": "1.0", "ce_id": str(uuid4()), "ce_source": "/security", "ce_subject": request,
        "ce_type": "az.edu.gdu.departments.request.done.v1", "ce_time": "2026-09-07T05:00:00Z",
        "content-type": "application/json",
    }  # fmt: skip
    body = b'{"state": {"version": 1, "x": ' + b"[" * 1000 + b'"\\u0000"' + b"]" * 1000 + b"}}"
    return Letter(ANSWERS, request.encode(), [(name, value.encode()) for name, value in said.items()], body)


async def test_garbage_of_any_kind_stops_neither_the_answers_behind_it_nor_a_restarted_reader(
    office: Office, wire: Topics, broker: Broker
) -> None:
    visit, request = await asked(office, await a_visit(office))
    letters = [*HOSTILE, deep(request)] * 4
    kafka, troubles = broker.kafka(await wire()), list[str | None]()
    good = {
        "ce_specversion": "1.0", "ce_id": str(uuid4()), "ce_source": "/security", "ce_subject": request,
        "ce_type": "az.edu.gdu.departments.request.accepted.v1", "ce_time": "2026-09-07T05:00:00Z",
        "content-type": "application/json",
    }  # fmt: skip
    state = {"state": {"id": request, "version": 1, "request_id": request, "department": "security"}}
    letters.append(Letter(ANSWERS, request.encode(), [(n, v.encode()) for n, v in good.items()], orjson.dumps(state)))
    sender = Sender(kafka)
    assert all(await sender.send(letters[:-1]))
    await send_raw(kafka, [Letter(ANSWERS, b"k", [(b"\xff\xfe".decode(errors="surrogateescape"), b"x")], b"x")] * 2)
    assert all(await sender.send(letters[-1:]))
    await sender.drop()
    count = len(letters) + 1

    async def accepted() -> bool:
        return await standing(office, visit) == ["accepted"]

    for _ in range(2):
        stop = asyncio.Event()
        reader = foreign_reader(kafka, office.runtime, service.foreign[0], SenderKeys(required=False), troubles.append)
        reading = asyncio.create_task(reader.forever(stop))
        async with asyncio.timeout(30):
            while not await accepted() or len(await refused(office)) < count:
                assert not reading.done()
                await asyncio.sleep(0.1)
        stop.set()
        await asyncio.wait_for(reading, 15)

    assert [code for _, code in await codes(office)] == ["message-unreadable"] * count
    assert not any(troubles)


def test_brokers_unpack_every_topic_so_that_no_codec_of_a_sender_stops_a_reader() -> None:
    packed = [topic.name for topic in wanted_topics() if topic.settings.get("compression.type") != "uncompressed"]

    assert packed == []


async def test_an_answer_that_names_mobility_is_left_to_mobility(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))

    await an_answer(office, request, "accepted", body={"owner": "mobility"})
    await an_answer(office, request, "accepted", version=2, body={"owner": "partners"})
    await an_answer(office, request, "accepted", version=3, body={"owner": "events"})

    assert await standing(office, visit) == ["accepted"]
    assert await codes(office) == [("security", "answer-malformed")]
