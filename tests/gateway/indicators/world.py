"""Ten years of an office, made by chance: every thing with the versions that it had, and when each was told."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from korpu_chassis.clock import end_of_day
from tests.gateway.library import Library
from tests.gateway.shelves import State

FIRST, LAST = date(2016, 1, 1), date(2026, 11, 30)
UNITS = ("philology", "physics", None)
COUNTRIES = ("DE", "TR", "FR", "GE")
STAYED = ("arrived", "returned", "returned_early", "recognised", "closed")


class World(Library):
    """Makes histories: `versions` holds each version of each thing, by kind."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.versions: dict[str, list[State]] = {}

    def day(self, first: date = FIRST, last: date = LAST) -> date:
        return first + timedelta(days=self._random.randrange((last - first).days + 1))

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def lived(self, kind: str, state: State, *later: Mapping[str, Any], by: date = LAST) -> State:
        """Tell a thing by a day, and each of its changes some days after the one before."""
        begun = self.day(last=by)
        state |= {"unit": self.any(*UNITS), "created_at": _at(begun), "changed_at": _at(begun)}
        told = self.versions.setdefault(kind, [])
        told.append(dict(state))
        for change in later:
            begun += timedelta(days=self._random.randrange(1, 200))
            state |= {**change, "version": state["version"] + 1, "changed_at": _at(begun)}
            told.append(dict(state))
        return state

    def known(self, kind: str, on: date) -> Iterator[State]:
        """What was known of each thing at the end of a day, by a plain walk through all that was told."""
        found: dict[str, State] = {}
        for state in self.versions.get(kind, ()):
            newer = state["version"] >= found.get(state["id"], {"version": 0})["version"]
            if newer and datetime.fromisoformat(state["changed_at"]) <= end_of_day(on):
                found[state["id"]] = state
        return iter(found.values())

    def partners(self, on: date) -> Mapping[str, State]:
        """Each partner by every id that it has or had, as it was known at the end of a day."""
        standing = [each for each in self.known("organisation", on) if each["status"] != "merged"]
        return {id: each for each in standing for id in (each["id"], *each["aliases"])}


def _at(day: date) -> str:
    """Some hour of the day in Baku that lies on another day in UTC now and then."""
    return (datetime.combine(day, time(20 if day.day % 3 else 1), tzinfo=UTC) - timedelta(hours=4)).isoformat()


def furnish(seed: int, many: int = 60) -> World:
    """An office with some of everything that is counted."""
    world = World(seed)
    partners = [_partner(world) for _ in range(12)]
    _merge(world, partners)
    people = [world.person() for _ in range(20)]
    agreements = [_agreement(world, world.any(*partners)) for _ in range(many * 3)][:many]
    for _ in range(many * 2):
        _stay(world, world.any(*agreements), world.any(*people))
        _trip(world, world.any(*partners), world.any(*agreements), world.any(*people))
        _visit(world, world.any(*partners), world.any(*agreements), world.any(*people))
        _admission(world, world.any(*partners), world.any(*agreements), world.any(*people))
    for _ in range(many):
        _written(world, world.any(*partners), world.any(*agreements), world.any(*people))
    return world


def _partner(world: World) -> State:
    country = world.any(*COUNTRIES)
    state = world.organisation(status="active", country=country, dormant=world.chance(0.3))
    return world.lived("organisation", state, {"country": world.any(country, *COUNTRIES)}, by=date(2019, 12, 31))


def _merge(world: World, partners: list[State]) -> None:
    gone, stays = partners[0], partners[1]
    for state, change in ((gone, {"status": "merged", "merged_into": stays["id"]}), (stays, {"aliases": [gone["id"]]})):
        merged = {**state, **change, "version": state["version"] + 1, "changed_at": _at(date(2022, 6, 1))}
        world.versions["organisation"].append(merged)


def _agreement(world: World, partner: State) -> State:
    begins = world.day(last=date(2025, 12, 31))
    ends = begins + timedelta(days=world.any(365, 600, 1000, 3000))
    dates = {"signed_on": f"{begins}", "in_force_on": f"{begins}", "starts": f"{begins}", "ends": f"{ends}"}
    over = world.any(
        {"status": "in_force"},
        {"status": "expired", "expired_on": f"{ends}"},
        {"status": "terminated", "terminated_on": f"{begins + timedelta(days=200)}"},
        {"status": "renewed", "renewed_on": f"{begins + timedelta(days=300)}"},
        {"status": "annulled"},
        {"status": "suspended", "suspension": {"since": f"{begins + timedelta(days=100)}", "until": None}},
    )
    draft: State = dict.fromkeys(("signed_on", "in_force_on"))
    kind = world.any("memorandum", "student_exchange")
    state = world.agreement(partner, kind=kind, status="draft", ball_with="legal", history=None, **draft)
    for each in state["conditions"]:
        first = world.day().year
        each |= {"first_year": f"{first}/{first + 1}", "last_year": f"{first + 2}/{first + 3}"}
    signed = {**dates, "status": "in_force", "ball_with": None}
    return world.lived("agreement", state, {"ball_with": "rectorate"}, signed, over)


def _stay(world: World, agreement: State, person: State) -> State:
    begins = world.day()
    us, them = None, agreement["parties"][1]["organisation_id"]
    direction = world.any("outgoing", "incoming")
    sides = (us, them) if direction == "outgoing" else (them, us)
    year = begins.year if begins.month >= 9 else begins.year - 1
    posting = {"on": f"{begins}", "academic_year": f"{year}/{year + 1}", "amount": world.any("3.97", "5", "0.5")}
    posting["unit"] = world.any("person_months", "staff_days")
    corrected = {**posting, "amount": "-0.33"}
    state = world.mobility(
        agreement,
        person,
        status="nominated",
        direction=direction,
        sender_id=sides[0],
        receiver_id=sides[1],
        level=world.any(6, 7, 8),
        field=world.any("0231", "0511"),
        funding=world.any("programme", "own"),
        audience=world.any("student", "staff"),
        academic_year=f"{year}/{year + 1}",
        postings=[],
        planned_from=f"{begins}",
        planned_to=f"{begins + timedelta(days=90)}",
    )
    begun = {"status": world.any(*STAYED, "cancelled"), "actual_from": f"{begins}", "postings": [posting]}
    return world.lived("mobility", state, begun, {"level": world.any(6, 7), "postings": [posting, corrected]})


def _trip(world: World, partner: State, agreement: State, person: State) -> State:
    begins = world.day()
    state = world.trip(
        partner,
        agreement,
        person,
        status="approved",
        countries=world.any(["DE"], ["DE", "TR"], ["FR"]),
        starts=f"{begins}",
        ends=f"{begins + timedelta(days=world.any(0, 3, 9))}",
    )
    return world.lived("trip", state, {"status": world.any("settled", "report_due", "cancelled")})


def _visit(world: World, partner: State, agreement: State, person: State) -> State:
    begins = world.day()
    days = {"starts": f"{begins}", "ends": f"{begins + timedelta(days=2)}"}
    state = world.visit(partner, agreement, person, status="confirmed", signed=[], outcomes=[], **days)
    state["organisations"] = [partner["id"], world.any(partner["id"], agreement["parties"][1]["organisation_id"])]
    came = world.any([], [], [{"kind": "other", "text": "x", "agreement_id": None}], [{"kind": "project", "text": "x"}])
    visit = world.lived("visit", state, {"status": world.any("closed", "completed", "cancelled"), "outcomes": came})
    if world.chance(0.2):
        led = world.agreement(partner, origin={"kind": "visit", "id": visit["id"]}, status="draft", visit_id=None)
        led |= dict.fromkeys(("signed_on", "in_force_on"))
        world.lived("agreement", led)
    return visit


def _admission(world: World, partner: State, agreement: State, person: State) -> State:
    state = world.admission(
        partner,
        agreement,
        person,
        status="applied",
        education_country=world.any("GH", "TR", "IR"),
        basis=world.any("agreement", "exam"),
        applied_on=f"{world.day()}",
    )
    return world.lived("admission", state, {"status": "enrolled"}, {"status": world.any("enrolled", "graduated")})


def _written(world: World, partner: State, agreement: State, person: State) -> None:
    due, answered = world.day(), world.day()
    letter = world.letter(partner, agreement, direction=world.any("incoming", "outgoing"), status="assigned")
    letter |= {"due": f"{due}", "answered_on": None, "closed_on": None}
    world.lived("letter", letter, {"status": "answered", "answered_on": f"{min(answered, due + timedelta(days=9))}"})
    project = world.project(partner, agreement, {"id": world.id()}, person)
    book = world.publication(partner, project, person, status="approved", published_on=None)
    book["languages"] = world.any(["az"], ["az", "en"], ["de", "en"])
    out = {"status": "published", "published_on": f"{world.day()}", "outdated": world.chance(0.4)}
    world.lived("publication", book, out)
    enquiry = world.enquiry(partner, {"id": world.id()}, person, status="received")
    asked = world.day()
    enquiry |= {"asked_on": f"{asked}", "answered_on": None, "in_time": None}
    days = world.any(0, 2, 5, 11)
    told = {"status": "answered", "answered_on": f"{asked + timedelta(days=days)}", "in_time": days < 4}
    world.lived("enquiry", enquiry, told if world.chance(0.8) else {})
    event = world.event(partner, person, status="published")
    begins = world.day()
    event |= {"starts_on": f"{begins}", "ends_on": f"{begins}"}
    delegates = [{"country": each, "people": world.any(1, 4)} for each in ("DE", "TR")]
    world.lived("event", event, {"status": world.any("held", "reported", "cancelled"), "delegates": delegates})
    point = world.action_point({"id": world.id()}, person, status="open", due=f"{due}")
    world.lived("action_point", point, {"status": "done", "done_on": f"{answered}"})
    proposal = world.proposal(point, person, status="submitted", submitted_on=f"{world.day()}")
    world.lived("proposal", proposal, {"status": world.any("implemented", "declined", "verified")})
    application = world.application({"id": world.id()}, person, status="submitted")
    application["submitted_at"] = datetime.combine(world.day(), time(22), tzinfo=UTC).isoformat()
    world.lived("application", application, {"status": world.any("confirmed", "declined", "rejected")})
