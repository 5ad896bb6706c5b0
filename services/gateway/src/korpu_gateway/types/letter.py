"""Letters as the portal sees them: the register, who answers by when, and what came out of a letter."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.owners.personal import LETTERS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import number, ordered, references, word, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, everything, of_unit
from korpu_gateway.reads.relations import each, many, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.letter import LetterFilter, LetterOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import LocalizedText, in_all_languages
from korpu_gateway.types.words.action_point import Priority
from korpu_gateway.types.words.letter import Delivery, LetterDirection, LetterNature, LetterStatus

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.action_point import ActionPoint
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.mobility import Mobility
    from korpu_gateway.types.opportunity import Opportunity
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.paper import Paper
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.project import JointProject
    from korpu_gateway.types.publication import Publication
    from korpu_gateway.types.trip import Trip
    from korpu_gateway.types.visit import Visit


@part
class Correspondent:
    """Who is on the other side of a letter."""

    organisation: "Organisation | None" = one("organisation", "organisation_id")
    office: str | None = at()


@part
class AnsweringTime:
    """The rule by which a letter is due."""

    nature: LetterNature = at()
    since: date = at()
    working_days: int = at()
    source: str = at()


@part
class LetterLink:
    """A thing of the office that a letter is about."""

    kind: str = at()
    id: UUID = at()
    organisation: "Organisation | None" = one("organisation", "id")
    agreement: "Agreement | None" = one("agreement", "id")
    letter: "Letter | None" = one("letter", "id")
    joint_project: "JointProject | None" = one("joint_project", "id")
    publication: "Publication | None" = one("publication", "id")
    visit: "Visit | None" = one("visit", "id")
    action_point: "ActionPoint | None" = one("action_point", "id")
    mobility: "Mobility | None" = one("mobility", "id")
    trip: "Trip | None" = one("trip", "id")
    person: "Person | None" = one("person", "id")


def _prepared(state: dict[str, Any]) -> Words:
    offices = (each["office"] or "" for each in state["correspondents"])
    theirs = state["their_number"] or ""
    return {"sort": state["code"], "search": (*in_all_languages(state["subject"]), state["code"], theirs, *offices)}


@aggregate(
    topic="partners.letters.v1",
    plural="letters",
    listed="The register of letters, by number.",
    readers={OFFICE | {"rectorate", "auditor"}: everything, COORDINATOR: of_unit("read_by_unit")},
    columns=(
        word("direction"),
        number("year"),
        ordered("registered_on"),
        ordered("due", empty="9999-12-31"),
        word("nature"),
        word("priority"),
        yes_no("overdue"),
        word("assignee"),
        word("read_by_unit"),
        references("organisation_ids", "$.correspondents[*].organisation_id ? (@ != null)"),
        references("linked_ids", "$.links[*].id"),
        references("answer_ids", "$.answer_ids[*]"),
    ),
    prepared=_prepared,
    filter=LetterFilter,
    order=LetterOrder,
    led_to=("answer_ids",),
)
class Letter(Node):
    """An entry of the register: a letter that came in, went out or stayed inside."""

    status: LetterStatus = at()
    direction: LetterDirection = at()
    year: int = at()
    number: int = at()
    registered_on: date = at()
    travelled_on: date = at()
    their_number: str | None = at()
    their_date: date | None = at()
    correspondents: list[Correspondent] = at()
    our_office: str | None = at()
    subject: LocalizedText | None = at()
    confidential_subject: LocalizedText | None = told(LETTERS, "about", description="As the owner tells it.")
    languages: list[str] = at()
    delivery: Delivery = at()
    nature: LetterNature = at()
    wants_answer: bool = at()
    due: date | None = at()
    answering_time: AnsweringTime | None = at()
    overdue: bool = at()
    priority: Priority = at()
    assignee: str | None = at()
    backup: str | None = at()
    confidential: bool = at()
    read_by_unit: str | None = at()
    answered_with: "list[Letter]" = each("letter", "answer_ids")
    answers: "Connection[Letter]" = many("letter", "answer_ids")
    answered_on: date | None = at()
    closed_on: date | None = at()
    no_answer: str | None = at()
    reason: str | None = at()
    links: list[LetterLink] = at()
    scans: list[Attachment] = at()
    person: str | None = told(LETTERS, "person", description="Who signed on the other side, as the owner tells it.")
    note: str | None = told(LETTERS, "note", description="What the office wants to remember, as the owner tells it.")
    papers: "Connection[Paper]" = many("paper", "letter_id")
    visits: "Connection[Visit]" = many("visit", "letter_id")
    opportunities: "Connection[Opportunity]" = many("opportunity", "letter_id")
    trips: "Connection[Trip]" = many("trip", "letter_id")
    agreements: "Connection[Agreement]" = many("agreement", "origin_id")
    projects: "Connection[JointProject]" = many("joint_project", "origin_id")
