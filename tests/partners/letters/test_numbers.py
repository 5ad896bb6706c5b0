"""Fifty who write at once: the register has no gap and no double, whatever is refused, rolled back or repeated."""

import asyncio
from typing import Any
from uuid import uuid4

from sqlalchemy import text

from tests.office import Office
from tests.partners.letters import post

WRITERS = 50


async def numbers(office: Office, direction: str) -> list[int]:
    async with office.database.transaction() as session:
        rows = await session.execute(
            text("SELECT number FROM letter WHERE direction = :way ORDER BY number"), {"way": direction}
        )
        return [row.number for row in rows]


async def test_fifty_writers_leave_no_gap_and_no_double(office: Office) -> None:
    keys = [str(uuid4()) for _ in range(10)]

    async def writes(place: int) -> Any:
        given: dict[str, Any] = {**post.REGISTERED}
        match place % 5:
            case 0:  # Everybody of these enters one and the same letter: all but one are refused after the count.
                given |= {"their_number": "7/7", "their_date": "2026-09-01"}
            case 1:  # Refused by a rule.
                given |= {"due": "2020-01-01"}
            case 2:  # The same request twice.
                given |= {"idempotency_key": keys[place // 10]}
            case 3:
                given |= {"direction": "outgoing"}
        response = await office.asks("officer", "POST", "/commands/register-letter", json=given)
        return response.status_code, response.json()

    answers = await asyncio.gather(*(writes(place) for place in range(WRITERS)))

    done = {answer["id"]: answer["state"] for status, answer in answers if status == 200}
    refused = sorted(answer["code"] for status, answer in answers if status != 200)
    assert refused == ["letter-due-in-the-past"] * 10 + ["letter-registered-already"] * 9
    incoming = sorted(each["number"] for each in done.values() if each["direction"] == "incoming")
    outgoing = sorted(each["number"] for each in done.values() if each["direction"] == "outgoing")
    assert incoming == list(range(1, 1 + 5 + 10 + 1)) == await numbers(office, "incoming")
    assert outgoing == list(range(1, 11)) == await numbers(office, "outgoing")
