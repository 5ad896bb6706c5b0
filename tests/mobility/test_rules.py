"""The pure rules: they hold for every line, every span and every field of study."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from korpu_chassis.refusals import Refusal
from korpu_mobility.fields_of_study import within_field
from korpu_mobility.mobilities.domain import eligibility, overlap
from korpu_mobility.mobilities.domain.dates import days_missed, days_of
from korpu_mobility.mobilities.domain.eligibility import Nominee, Wanted
from korpu_mobility.mobilities.domain.lifecycle import NOT_BEGUN, WITH_A_SEAT, Status
from korpu_mobility.mobilities.domain.lifecycle import last_day_to_confirm as last_day
from korpu_mobility.mobilities.domain.overlap import Span
from korpu_mobility.mobilities.domain.seats import OPEN, Moves, Place, seats_in, settle, taken
from korpu_mobility.people.domain.consents import Purpose, consents_to
from korpu_mobility.people.domain.names import name_key
from korpu_mobility.people.domain.retention import DocumentKind, keep_until, known_until
from korpu_mobility.people.tables import Consent

MOMENT = datetime(2026, 11, 23, tzinfo=UTC)
DAYS = some.dates(date(2026, 1, 1), date(2028, 12, 31))
FIELDS = some.from_regex(r"[0-9]{4}", fullmatch=True)
AGREEMENTS = some.sampled_from(["in_force", "expiring", "suspended", "terminated", "expired", "draft"])


@some.composite
def lines(draw: some.DrawFn) -> list[Place]:
    """Stays on the seats of one condition, with a line that may have gaps."""
    statuses = draw(some.lists(some.sampled_from(list(Status)), max_size=12))
    positions = iter(draw(some.lists(some.integers(1, 99), min_size=12, max_size=12, unique=True)))
    return [
        Place(
            id=UUID(int=number),
            status=status,
            waiting=next(positions) if status == Status.WAITLISTED else None,
            seated_at=MOMENT + timedelta(minutes=draw(some.integers(0, 99))) if status in WITH_A_SEAT else None,
            risk=draw(some.sampled_from([None, "seat_withdrawn", "agreement_suspended"])),
        )
        for number, status in enumerate(statuses)
    ]


def after(places: list[Place], moves: Moves) -> list[Place]:
    """The stays as they are when the moves are made."""
    return [
        Place(
            id=place.id,
            status=Status.OFFERED if place.id in moves.offered else place.status,
            waiting=None if place.id in moves.offered else moves.moved_up.get(place.id, place.waiting or 0) or None,
            seated_at=MOMENT + timedelta(days=1) if place.id in moves.offered else place.seated_at,
            risk=moves.risks.get(place.id, place.risk),
        )
        for place in places
    ]


@given(lines(), some.integers(0, 12), AGREEMENTS)
def test_no_seat_is_offered_that_there_is_not(places: list[Place], seats: int, agreement: str) -> None:
    moves = settle(places, seats, agreement)

    assert not moves.offered or taken(places) + len(moves.offered) <= seats
    assert not moves.offered or agreement in OPEN


@given(lines(), some.integers(0, 12), AGREEMENTS)
def test_no_seat_stays_free_while_somebody_waits_for_it(places: list[Place], seats: int, agreement: str) -> None:
    left = after(places, settle(places, seats, agreement))
    waiting = [place for place in left if place.status == Status.WAITLISTED]

    assert not waiting or agreement not in OPEN or taken(left) >= seats


@given(lines(), some.integers(0, 12), AGREEMENTS)
def test_nobody_in_line_is_overtaken(places: list[Place], seats: int, agreement: str) -> None:
    moves = settle(places, seats, agreement)
    before = sorted((place.waiting or 0, place.id) for place in places if place.status == Status.WAITLISTED)
    left = after(places, moves)
    behind = sorted((place.waiting or 0, place.id) for place in left if place.status == Status.WAITLISTED)

    assert [*moves.offered, *(id for _, id in behind)] == [id for _, id in before]
    assert [position for position, _ in behind] == [*range(1, len(behind) + 1)]


@given(lines(), some.integers(0, 12), AGREEMENTS)
def test_when_all_is_right_nothing_more_is_said(places: list[Place], seats: int, agreement: str) -> None:
    once = after(places, settle(places, seats, agreement))

    assert settle(once, seats, agreement) == Moves()


@given(lines(), some.integers(0, 12))
def test_as_many_are_at_risk_as_have_a_seat_too_many_and_have_not_begun(places: list[Place], seats: int) -> None:
    left = after(places, settle(places, seats, "in_force"))

    at_risk = [place for place in left if place.status in NOT_BEGUN and place.risk]
    not_begun = [place for place in left if place.status in WITH_A_SEAT and place.status in NOT_BEGUN]
    assert len(at_risk) == min(max(0, taken(left) - seats), len(not_begun))


@given(DAYS, DAYS, DAYS, DAYS)
def test_whether_stays_touch_does_not_depend_on_which_is_asked_first(a: date, b: date, c: date, d: date) -> None:
    one, other = Span("MOB-1", min(a, b), max(a, b)), Span("MOB-2", min(c, d), max(c, d))

    assert one.touches(other) == other.touches(one)
    assert one.touches(one)


@given(DAYS, some.integers(0, 300), some.integers(0, 300), some.integers(1, 300))
def test_stays_one_after_the_other_do_not_touch(start: date, length: int, gap: int, next_length: int) -> None:
    first = Span("MOB-1", start, start + timedelta(length))
    begins = first.last + timedelta(max(gap, 0 if length else 1))

    overlap.require_no_overlap(Span("MOB-2", begins, begins + timedelta(next_length)), [first])


@given(FIELDS)
def test_a_field_lies_in_itself_and_in_its_wider_fields(field: str) -> None:
    assert within_field(field, field)
    assert within_field(field, field[:3] + "0")
    assert within_field(field, field[:2] + "00")


@given(FIELDS, FIELDS)
def test_a_field_lies_in_no_field_of_another_broad_one(field: str, other: str) -> None:
    assert field[:2] == other[:2] or not within_field(field, other)


@pytest.mark.parametrize(("shown", "needed", "fits"), [
    ("B2", "B2", True), ("C1", "B2", True), ("B1", "B2", False), (None, "A1", False), ("A1", None, True),
])  # fmt: skip
def test_a_language_level_is_at_least_what_is_asked(shown: str | None, needed: str | None, *, fits: bool) -> None:
    nominee = Nominee("student", "2026/2027", 6, "0231", language_level=shown)
    wanted = Wanted("study", language="en", cefr=needed)

    if fits:
        eligibility.require_eligible(nominee, wanted)
    else:
        with pytest.raises(Refusal, match="language-too-low"):
            eligibility.require_eligible(nominee, wanted)


@pytest.mark.parametrize("spellings", [
    ("Əliyeva", "Aliyeva", "Eliyeva", "Алиева"),
    ("Hacıyev", "Hajiyev"),
    ("Quliyev", "Guliyev", "Гулиев"),
    ("Xəlilov", "Khalilov", "Халилов"),
    ("Şükürov", "Shukurov"),
])  # fmt: skip
def test_all_spellings_of_a_name_are_one(spellings: tuple[str, ...]) -> None:
    assert len({name_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Əliyev", "Vəliyev"), ("Quliyev", "Hacıyev"), ("Aysel", "Aysun")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_condition_has_no_seats_outside_its_years() -> None:
    years = ("2025/2026", "2026/2027", "2028/2029", "2029/2030")

    assert [seats_in(year, 5, "2026/2027", "2028/2029") for year in years] == [0, 5, 5, 0]
    assert seats_in("2031/2032", 5, None, None) == 5


def test_fourteen_days_end_with_the_fourteenth() -> None:
    assert last_day(date(2026, 11, 23)) == date(2026, 12, 7)


@given(DAYS, some.integers(1, 200), some.integers(1, 200))
def test_days_stayed_and_days_short_make_the_plan(first: date, stayed: int, short: int) -> None:
    on, planned = first + timedelta(stayed - 1), first + timedelta(stayed + short - 1)

    assert days_of(first, on) + days_missed(first, planned, on, on) == days_of(first, planned)


@pytest.mark.parametrize(("kind", "expires", "until"), [
    (DocumentKind.PASSPORT, date(2030, 5, 1), date(2031, 5, 1)),
    (DocumentKind.VISA, None, date(2027, 11, 23)),
    (DocumentKind.VISA, date(2020, 1, 1), date(2027, 11, 23)),
    (DocumentKind.HEALTH, date(2040, 1, 1), date(2027, 11, 23)),
])  # fmt: skip
def test_each_kind_of_document_has_its_retention(kind: DocumentKind, expires: date | None, until: date) -> None:
    assert keep_until(kind, date(2026, 11, 23), expires) == until


@pytest.mark.parametrize(("purpose", "valid_to", "withdrawn_on", "holds"), [
    ("photo", None, None, True),
    ("press", None, None, False),
    ("photo", date(2026, 11, 22), None, False),
    ("photo", date(2026, 11, 23), None, True),
    ("photo", None, date(2026, 11, 1), False),
])  # fmt: skip
def test_a_consent_holds_for_its_purpose_until_it_ends_or_is_taken_back(
    purpose: str, valid_to: date | None, withdrawn_on: date | None, *, holds: bool
) -> None:
    given_consent = Consent(
        id=UUID(int=1),
        purpose=purpose,
        data=("photo",),
        valid_from=date(2026, 1, 1),
        valid_to=valid_to,
        evidence="Form 12",
        withdrawn_on=withdrawn_on,
    )

    assert consents_to(Purpose.PHOTO, [given_consent], date(2026, 11, 23)) is holds


@pytest.mark.parametrize(
    ("kind", "until"),
    [("student", 2031), ("staff", 2031), ("applicant", 2028), ("reviewer", 2031), ("interpreter", 2031)],
)
def test_each_kind_of_person_has_its_retention(kind: str, until: int) -> None:
    assert known_until(kind, date(2026, 11, 23)).year == until
