"""The days of applications: to submit, to mend, to confirm, and to score."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import cast, or_
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.tables import Application
from korpu_mobility.opportunities.interface import Call, published_call

SUBMIT = {
    "az": "Müraciəti təqdim etmək üçün son gün",
    "en": "Last day to submit the application",
    "ru": "Последний день подачи заявки",
    "de": "Letzter Tag, die Bewerbung einzureichen",
    "fr": "Dernier jour pour déposer la candidature",
}
MEND = {
    "az": "Müraciəti düzəltmək üçün son gün",
    "en": "Last day to mend the application",
    "ru": "Последний день исправления заявки",
    "de": "Letzter Tag, die Bewerbung nachzubessern",
    "fr": "Dernier jour pour corriger la candidature",
}
CONFIRM = {
    "az": "Təklif olunan yeri təsdiq etmək üçün son gün",
    "en": "Last day to confirm the place",
    "ru": "Последний день подтверждения места",
    "de": "Letzter Tag, den Platz zu bestätigen",
    "fr": "Dernier jour pour confirmer la place",
}
SCORE = {
    "az": "Müraciətləri qiymətləndirmək üçün son gün",
    "en": "Last day to score the applications",
    "ru": "Последний день оценки заявок",
    "de": "Letzter Tag, die Bewerbungen zu bewerten",
    "fr": "Dernier jour pour noter les candidatures",
}
WAITING = (Status.DRAFT, Status.RETURNED, Status.OFFERED)


async def application_entries(whose: Principal, uow: UnitOfWork) -> Sequence[Entry]:
    """What an applicant does not miss, and until when a member of a committee scores; no name stands there."""
    me = whose.person_id
    if me is None:
        return []
    mine = (col(Application.person_id) == me) & col(Application.status).in_(WAITING)
    scoring = cast(col(Application.scorer_ids), JSONB).contains([str(me)]) & (
        col(Application.status) == Status.IN_REVIEW
    )
    found = [each for each in await uow.find(Application, or_(mine, scoring)) if applications.shows(each, whose)]
    calls = {id: await published_call(id, uow, path=None) for id in {each.opportunity_id for each in found}}
    return [*_to_do(found, me, calls), *_to_score(found, me, calls)]


def _to_do(found: Sequence[Application], me: UUID, calls: Mapping[UUID, Call]) -> Iterator[Entry]:
    for each in found:
        day, words = _waits(each, calls[each.opportunity_id])
        if each.person_id == me and day:
            yield Entry(f"application-{each.id}", day, words, each.code, None, each.version, each.changed_at)


def _waits(application: Application, call: Call) -> tuple[date | None, Mapping[str, str]]:
    match application.status:
        case Status.OFFERED:
            return application.offer_until, CONFIRM
        case Status.RETURNED:
            return application.repair_until, MEND
        case Status.DRAFT:
            return call.last_day, SUBMIT
    return None, {}


def _to_score(found: Sequence[Application], me: UUID, calls: Mapping[UUID, Call]) -> Iterator[Entry]:
    """One day for each call of which something is still to be scored."""
    open_ = [each for each in found if me in each.scorer_ids and me not in each.scored_ids and each.score_by]
    for call_id in dict.fromkeys(each.opportunity_id for each in open_):
        last = max((each for each in open_ if each.opportunity_id == call_id), key=lambda each: each.changed_at)
        assert last.score_by  # noqa: S101 -- only those with a day are looked at
        yield Entry(f"scores-{call_id}", last.score_by, SCORE, calls[call_id].code, None, 1, last.changed_at)
