"""The same numbers by plain Python: each walks through everything that was told, and knows nothing of the engine."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from korpu_chassis.clock import BAKU
from korpu_gateway.indicators.question import Period
from tests.gateway.indicators.world import STAYED, World
from tests.gateway.shelves import State

Cells = dict[tuple[str | None, ...], float]
Found = Iterator[tuple[tuple[str | None, ...], str, float]]
"""A code for each dimension, the thing that is counted, and what is measured of it."""


def counted(found: Found) -> Cells:
    things: dict[tuple[str | None, ...], set[str]] = defaultdict(set)
    for codes, id, _ in found:
        things[codes].add(id)
    return {codes: len(ids) for codes, ids in things.items()}


def added(found: Found) -> Cells:
    sums: Cells = defaultdict(float)
    for codes, _, amount in found:
        sums[codes] += amount
    return {codes: round(amount, 2) for codes, amount in sums.items()}


def _each(found: Found) -> dict[tuple[str | None, ...], list[float]]:
    values = defaultdict(list)
    for codes, _, measured in found:
        values[codes].append(measured)
    return values


def middle(found: Found) -> Cells:
    return {codes: statistics.median(values) for codes, values in _each(found).items()}


def percent(found: Found) -> Cells:
    return {codes: round(100 * sum(values) / len(values), 2) for codes, values in _each(found).items()}


def _within(day: str | None, period: Period) -> bool:
    return day is not None and f"{period.begins}" <= day <= f"{period.ends}"


def _country(world: World, id: str | None, on: date) -> str | None:
    found = world.partners(on).get(id or "")
    return found["country"] if found else None


def _partner(world: World, id: str | None, on: date) -> str | None:
    found = world.partners(on).get(id or "")
    return found["id"] if found else id


def _stays(world: World, period: Period, direction: str) -> Iterator[State]:
    for stay in world.known("mobility", period.as_of):
        if stay["direction"] == direction and stay["status"] in STAYED and _within(stay["actual_from"], period):
            yield stay


def stays_by_level_and_country(world: World, period: Period) -> Found:
    for stay in _stays(world, period, "outgoing"):
        yield (str(stay["level"]), _country(world, stay["receiver_id"], period.as_of)), stay["id"], 1


def stays_by_partner(world: World, period: Period) -> Found:
    for stay in _stays(world, period, "incoming"):
        yield (_partner(world, stay["sender_id"], period.as_of),), stay["id"], 1


def months_by_year_and_field(world: World, period: Period) -> Found:
    for stay in world.known("mobility", period.as_of):
        for each in stay["postings"]:
            if each["unit"] == "person_months" and _within(f"{each['academic_year'][:4]}-09-15", period):
                yield (each["academic_year"], stay["field"]), stay["id"], float(each["amount"])


def balance_by_partner(world: World, period: Period) -> Found:
    for stay in world.known("mobility", period.as_of):
        out = stay["direction"] == "outgoing"
        partner = _partner(world, stay["receiver_id"] if out else stay["sender_id"], period.as_of)
        for each in stay["postings"]:
            if each["unit"] == "staff_days" and _within(f"{each['academic_year'][:4]}-09-15", period):
                yield (partner,), stay["id"], float(each["amount"]) * (1 if out else -1)


def _in_force(world: World, period: Period) -> Iterator[State]:
    day = f"{period.day}"
    for each in world.known("agreement", period.as_of):
        over = [each["expired_on"] and each["expired_on"] < day, each["status"] == "annulled"]
        over += [each[name] and each[name] <= day for name in ("terminated_on", "renewed_on")]
        rests = each["suspension"]
        over.append(rests and rests["since"] <= day and (rests["until"] or "9999") >= day)
        if each["in_force_on"] and each["in_force_on"] <= day and not any(over):
            yield each


def in_force_by_kind_and_country(world: World, period: Period) -> Found:
    for each in _in_force(world, period):
        for party in each["parties"]:
            if party["organisation_id"]:
                country = _country(world, party["organisation_id"], period.as_of)
                yield (each["kind"], country), each["id"], 1


def expiring(world: World, period: Period) -> Found:
    last = f"{period.day + timedelta(days=180)}"
    for each in _in_force(world, period):
        if f"{period.day}" <= (each["ends"] or "9999-12-31") <= last:
            yield (), each["id"], 1


def without_activity(world: World, period: Period) -> Found:
    first, last = f"{period.begins}", f"{period.ends}"
    named: set[str | None] = set()
    for kind, off in (("mobility", "cancelled"), ("trip", "cancelled"), ("visit", "cancelled")):
        for each in world.known(kind, period.as_of):
            begins, ends = (each[name] for name in (("planned_from", "planned_to") if kind == "mobility" else BOTH))
            if each["status"] != off and begins <= last and ends >= first:
                named |= {item["agreement_id"] for item in each.get("programme", ())} | {each.get("agreement_id")}
    for each in world.known("publication", period.as_of):
        if _within(each["published_on"], period):
            named.add(each["agreement_id"])
    for each in _in_force(world, period):
        if each["id"] not in named:
            yield (), each["id"], 1


BOTH = ("starts", "ends")


def signing_days(world: World, period: Period) -> Found:
    for each in world.known("agreement", period.as_of):
        if _within(each["signed_on"], period):
            took = date.fromisoformat(each["signed_on"]) - _day(each["created_at"])
            yield (each["kind"],), each["id"], took.days


def _day(instant: str) -> date:
    return datetime.fromisoformat(instant).astimezone(BAKU).date()


def _seats(world: World, period: Period) -> Iterator[tuple[State, State, str, int]]:
    taken: dict[tuple[str, str], int] = defaultdict(int)
    for stay in world.known("mobility", period.as_of):
        if stay["status"] in {*STAYED, "nominated"}:
            taken[stay["condition_id"], stay["academic_year"]] += 1
    for each in _in_force(world, period):
        for condition in each["conditions"]:
            for year in range(int(condition["first_year"][:4]), int(condition["last_year"][:4]) + 1):
                if _within(f"{year}-09-15", period):
                    written = f"{year}/{year + 1}"
                    yield each, condition, written, taken[condition["id"], written]


def seats_by_year(world: World, period: Period) -> Found:
    for each, condition, year, _ in _seats(world, period):
        yield (year,), each["id"], condition["people_per_year"]


def taken_by_year(world: World, period: Period) -> Found:
    for each, _, year, taken in _seats(world, period):
        yield (year,), each["id"], taken


def unused_by_unit(world: World, period: Period) -> Found:
    for each, condition, _, taken in _seats(world, period):
        yield (each["unit"],), each["id"], max(condition["people_per_year"] - taken, 0)


def students_by_country_and_basis(world: World, period: Period) -> Found:
    for each in world.known("admission", period.day):
        if each["status"] in {"enrolled", "academic_leave"}:
            yield (each["education_country"], each["basis"]), each["id"], 1


def _visits(world: World, period: Period) -> Iterator[State]:
    for each in world.known("visit", period.as_of):
        if each["status"] in {"in_progress", "completed", "reported", "closed"} and _within(each["starts"], period):
            yield each


def visits_by_partner(world: World, period: Period) -> Found:
    for each in _visits(world, period):
        for id in each["organisations"]:
            yield (_partner(world, id, period.as_of),), each["id"], 1


def outcomes_by_unit(world: World, period: Period) -> Found:
    agreements = [each for each in world.known("agreement", period.as_of) if each["origin"]]
    led = {each["origin"]["id"]: _day(each["created_at"]) for each in agreements}
    for each in _visits(world, period):
        until = date.fromisoformat(each["ends"])
        until = until.replace(year=until.year + 1, day=min(until.day, 28) if until.month == 2 else until.day)
        something = any(outcome["kind"] != "other" for outcome in each["outcomes"])
        yield (each["unit"],), each["id"], something or (each["id"] in led and led[each["id"]] <= until)


def trip_days_by_country(world: World, period: Period) -> Found:
    for each in world.known("trip", period.as_of):
        if each["status"] in {"settled", "report_due"} and _within(each["starts"], period):
            for country in each["countries"]:
                days = date.fromisoformat(each["ends"]) - date.fromisoformat(each["starts"])
                yield (country,), each["id"], days.days + 1


def publications_by_language(world: World, period: Period) -> Found:
    for each in world.known("publication", period.as_of):
        if each["status"] == "published" and _within(each["published_on"], period):
            yield from (((language,), each["id"], 1) for language in each["languages"])


def outdated(world: World, period: Period) -> Found:
    for each in world.known("publication", period.day):
        if each["status"] == "published" and each["outdated"]:
            yield (), each["id"], 1


def letters_in_time(world: World, period: Period) -> Found:
    for each in world.known("letter", period.as_of):
        if each["direction"] == "incoming" and _within(each["due"], period):
            yield (), each["id"], (each["answered_on"] or "9999") <= each["due"]


def answer_days_by_topic(world: World, period: Period) -> Found:
    for each in world.known("enquiry", period.as_of):
        if each["answered_on"] and _within(each["asked_on"], period):
            took = date.fromisoformat(each["answered_on"]) - date.fromisoformat(each["asked_on"])
            yield (each["topic"],), each["id"], took.days


def delegates_by_country(world: World, period: Period) -> Found:
    for each in world.known("event", period.as_of):
        if each["status"] in {"held", "reported"} and _within(each["starts_on"], period):
            yield from (((held["country"],), each["id"], held["people"]) for held in each["delegates"])


def kept(world: World, period: Period) -> Found:
    for each in world.known("action_point", period.as_of):
        if _within(each["due"], period):
            yield (each["unit"],), each["id"], (each["done_on"] or "9999") <= each["due"]


Plain = tuple[str, tuple[str, ...], Callable[[Found], Cells], Callable[[World, Period], Found]]
PLAIN: Iterable[Plain] = (
    ("stays-outgoing", ("level", "country"), counted, stays_by_level_and_country),
    ("stays-incoming", ("partner",), counted, stays_by_partner),
    ("person-months", ("academic_year", "field"), added, months_by_year_and_field),
    ("balance-staff-days", ("partner",), added, balance_by_partner),
    ("agreements-in-force", ("kind", "country"), counted, in_force_by_kind_and_country),
    ("agreements-expiring", (), counted, expiring),
    ("agreements-without-activity", (), counted, without_activity),
    ("agreement-signing-days-median", ("kind",), middle, signing_days),
    ("seats-offered", ("academic_year",), added, seats_by_year),
    ("seats-taken", ("academic_year",), added, taken_by_year),
    ("seats-unused", ("unit",), added, unused_by_unit),
    ("foreign-students", ("country", "basis"), counted, students_by_country_and_basis),
    ("visits", ("partner",), counted, visits_by_partner),
    ("visit-outcome-rate", ("unit",), percent, outcomes_by_unit),
    ("trip-days", ("country",), added, trip_days_by_country),
    ("publications-published", ("language",), counted, publications_by_language),
    ("publications-outdated", (), counted, outdated),
    ("letters-answered-in-time", (), percent, letters_in_time),
    ("enquiry-answer-days-median", ("topic",), middle, answer_days_by_topic),
    ("foreign-delegates", ("country",), added, delegates_by_country),
    ("obligations-kept", ("unit",), percent, kept),
)


def told(cells: Cells) -> dict[tuple[str | None, ...], Any]:
    """Without cells of nothing: a table of no breakdown has one number, nought where nothing is counted."""
    return {codes: value for codes, value in cells.items() if value}
