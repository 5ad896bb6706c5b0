"""What the minutes of a selection say: who compared whom, by what, with which result, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.editions import Edition
from korpu_documents.papers.letterhead import Names, our_names
from korpu_documents.papers.typesetting import (
    Content,
    Languages,
    Manuscript,
    day,
    labelled,
    listed,
    same,
    short_day,
    signing,
    table,
    titled,
    worded,
)
from korpu_mobility.applications.interface import ComparedOnPaper, compared_on_paper
from korpu_mobility.generated_documents.domain.templates import MobilityTemplate, templates
from korpu_mobility.generated_documents.inputs import MakeSelectionMinutes
from korpu_mobility.generated_documents.policies.names import names_of, organisation_names
from korpu_mobility.generated_documents.refusals import MinutesTooLong, NotRanked
from korpu_mobility.opportunities.interface import CallOnPaper, call_on_paper
from korpu_mobility.selections.interface import SelectionOnPaper, hold_selection_version, selection_on_paper

MOST = 1000
CRITERIA = {"criterion": 4, "weight": 1}
RANKING = {"rank": 0.6, "application": 1.4, "name": 2.4, "scores": 0.8, "mean": 0.9, "outcome": 1.5}
REASONS = {"application": 1.4, "choice": 0.7, "place": 2.2, "reason": 2.6}
CONFLICTS = {"member": 2.2, "application": 1.4, "conflict": 2}
CORRECTIONS = {"member": 2, "application": 1.4, "day": 1, "before": 1.2, "reason": 2.6}


@dataclass(frozen=True)
class Minutes:
    """A selection and those who were compared, with the names by which the minutes call everybody."""

    selection: SelectionOnPaper
    compared: Sequence[ComparedOnPaper]
    call: CallOnPaper
    people: Mapping[UUID, str]
    partners: Mapping[UUID, Names]
    edition: Edition
    languages: Languages

    def word(self, word: str) -> Names:
        """A word of the template."""
        return worded(self.edition, word, self.languages)

    def criterion(self, id: UUID) -> Names:
        """A criterion by its title; one that the call does not name any more has none."""
        known = self.call.criteria.get(id)
        return dict(known) if known else same("–", self.languages)

    def name(self, person_id: UUID) -> Names:
        """Somebody by name; who was forgotten has none."""
        known = self.people.get(person_id)
        return same(known, self.languages) if known else self.word("forgotten")


async def selection_minutes(command: MakeSelectionMinutes, uow: UnitOfWork) -> Manuscript:
    """What the minutes will say, as everything stands now; names and means stand in the file alone."""
    selection, languages = await selection_on_paper(command.selection_id, uow), command.languages
    if selection.ranked_on is None:
        raise NotRanked("selection_id")
    compared = await compared_on_paper(selection.opportunity_id, uow)
    if len(compared) > MOST:
        raise MinutesTooLong("selection_id", count=len(compared), most=MOST)
    edition = templates.chosen(MobilityTemplate.SELECTION_MINUTES, command.template_version, languages)
    minutes = Minutes(
        selection=selection,
        compared=compared,
        call=await call_on_paper(selection.opportunity_id, languages, uow),
        people=await names_of(_named(selection, compared), ["mean", "rank"], edition.template, uow),
        partners={each: await organisation_names(each, languages, uow) for each in _partners(compared)},
        edition=edition,
        languages=languages,
    )
    closing = edition.clause("closing", languages, {"count": same(len(compared), languages)})
    content = Content(
        edition=edition,
        languages=languages,
        number=selection.code,
        on=uow.today,
        title=titled(edition, languages),
        clauses=[],
        parties=[],
        more={
            "particulars": labelled(edition, _particulars(minutes)),
            "tables": _tables(minutes),
            "closing": closing,
            "signatory": signing(command.signatory, command.signatory_function, languages),
        },
    )
    recorded = {
        "about": templates.title_of(edition.template, edition.version),
        "selection_id": selection.id,
        "person_ids": tuple(each for each in _named(selection, compared) if each in minutes.people),
        "academic_year": minutes.call.academic_year,
    }

    async def held(_id: UUID, uow: UnitOfWork) -> int:
        version = await hold_selection_version(selection.id, uow)
        return version if await compared_on_paper(selection.opportunity_id, uow, hold=True) == compared else -1

    return Manuscript(selection, held, content, {None: our_names(languages)}, recorded)


def _named(selection: SelectionOnPaper, compared: Sequence[ComparedOnPaper]) -> list[UUID]:
    """The committee and the applicants, once each; and who corrected or stood aside and sits there no more."""
    aside = [one.member_id for each in compared for one in each.conflicts]
    aside += [one.member_id for each in compared for one in each.corrections]
    return list(dict.fromkeys([*selection.member_ids, *(each.person_id for each in compared), *aside]))


def _partners(compared: Sequence[ComparedOnPaper]) -> list[UUID]:
    """Whose places were wanted."""
    found = [each.partner_of(step.destination_id) for each in compared for step in each.steps]
    return list(dict.fromkeys(each for each in found if each))


def _particulars(minutes: Minutes) -> dict[str, Names | str | None]:
    selection, languages = minutes.selection, minutes.languages
    return {
        "call": {each: f"{minutes.call.title[each]} ({minutes.call.code})" for each in languages},
        "committee": listed([minutes.name(each) for each in selection.member_ids], languages),
        "quorum": str(selection.quorum),
        "pass-mark": str(selection.pass_mark) if selection.pass_mark is not None else None,
        "tie-rule": minutes.word(f"tie-{selection.tie_rule}"),
        "lot-seed": selection.lot_seed,
        "reopened-on": day(selection.reopened_on, languages) if selection.reopened_on else None,
        "reopened-because": same(selection.reason, languages) if selection.reason else None,
        "ranked-on": day(selection.ranked_on, languages) if selection.ranked_on else None,
        "allocated-on": day(selection.allocated_on, languages) if selection.allocated_on else None,
        "offered-on": day(selection.offered_on, languages) if selection.offered_on else None,
    }


def _tables(minutes: Minutes) -> list[dict[str, Any]]:
    weights: list[list[Names | str]] = [
        [minutes.criterion(each.criterion_id), f"{each.weight} %"] for each in minutes.selection.weights
    ]
    return [
        table("criteria", CRITERIA, weights),
        table("conflicts", CONFLICTS, list(_conflicts(minutes))),
        table("corrections", CORRECTIONS, list(_corrections(minutes))),
        table("ranking", RANKING, list(_ranking(minutes))),
        table("reasons", REASONS, list(_reasons(minutes))),
    ]


def _ranking(minutes: Minutes) -> Iterator[list[Any]]:
    for each in minutes.compared:
        outcome = minutes.word(f"stands-{each.status}")
        given = str(len(each.scored_ids))
        yield [str(each.rank), each.code, minutes.name(each.person_id), given, f"{each.mean:.2f}", outcome]


def _reasons(minutes: Minutes) -> Iterator[list[Any]]:
    """What became of each choice, by the number of places and the rank that got the last of them."""
    for each in minutes.compared:
        for place, step in enumerate(each.steps, start=1):
            partner = each.partner_of(step.destination_id)
            where = minutes.partners[partner] if partner else same("–", minutes.languages)
            last = "–" if step.last_rank is None else step.last_rank
            values = {"places": same(step.places, minutes.languages), "last": same(last, minutes.languages)}
            word = f"outcome-{step.outcome}"
            why = minutes.edition.sentence(word, minutes.languages, values)
            yield [each.code, str(place), where, why]


def _conflicts(minutes: Minutes) -> Iterator[list[Any]]:
    for each in minutes.compared:
        for one in each.conflicts:
            yield [minutes.name(one.member_id), each.code, minutes.word(f"conflict-{one.kind}")]


def _corrections(minutes: Minutes) -> Iterator[list[Any]]:
    """Who put right what, and what they had given before, in the order of the criteria."""
    order = [each.criterion_id for each in minutes.selection.weights]
    for each in minutes.compared:
        for one in each.corrections:
            before = {score.criterion_id: score.points for score in one.before}
            points = " / ".join(str(before[criterion]) for criterion in order if criterion in before)
            yield [minutes.name(one.member_id), each.code, short_day(one.at.date()), points, one.reason]
