"""What may be asked: one thing by its id or code, and lists of each kind."""

import strawberry

from korpu_gateway.reads.connection import Connection
from korpu_gateway.reads.fields import sourced
from korpu_gateway.reads.relations import AnyNode, AnyNodes, many, named
from korpu_gateway.types.action_point import ActionPoint
from korpu_gateway.types.agreement import Agreement
from korpu_gateway.types.asked_review import AskedReview, asked_reviews_field
from korpu_gateway.types.letter import Letter
from korpu_gateway.types.mobility import Mobility
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.organisation import Organisation
from korpu_gateway.types.paper import Paper
from korpu_gateway.types.person import Person
from korpu_gateway.types.project import JointProject
from korpu_gateway.types.publication import Publication
from korpu_gateway.types.register_import import RegisterImport
from korpu_gateway.types.register_rows import RegisterRows, register_rows_field
from korpu_gateway.types.story import StoryEntry, story_field
from korpu_gateway.types.translation import TranslationGap, translations_field
from korpu_gateway.types.translation_total import TranslationTotal, translation_totals_field
from korpu_gateway.types.trip import Trip
from korpu_gateway.types.verifying import CheckedDocument, verify_field
from korpu_gateway.types.visit import Visit


@strawberry.type(description="What may be asked of the office.")
class Query:
    """What may be asked of the office."""

    node: Node | None = sourced(AnyNode(), description="The thing of any kind that has this global id.")
    nodes: list[Node | None] = sourced(AnyNodes(), description="The things that have these global ids, in order.")

    organisation: Organisation | None = named("organisation")
    organisation_by_code: Organisation | None = named("organisation", "code")
    organisations: Connection[Organisation] = many("organisation", description="Partners, by name.")

    agreement: Agreement | None = named("agreement")
    agreement_by_code: Agreement | None = named("agreement", "code")
    agreements: Connection[Agreement] = many("agreement", description="Agreements, by title.")

    letter: Letter | None = named("letter")
    letter_by_code: Letter | None = named("letter", "code")
    letters: Connection[Letter] = many("letter", description="The register of letters, by number.")

    joint_project: JointProject | None = named("joint_project")
    joint_project_by_code: JointProject | None = named("joint_project", "code")
    joint_projects: Connection[JointProject] = many("joint_project", description="Joint projects, by title.")

    paper: Paper | None = named("paper")
    paper_by_code: Paper | None = named("paper", "code")
    papers: Connection[Paper] = many("paper", description="Documents that the office has made, by number.")
    verify_document: CheckedDocument | None = verify_field()

    mobility: Mobility | None = named("mobility")
    mobility_by_code: Mobility | None = named("mobility", "code")
    mobilities: Connection[Mobility] = many("mobility", description="Stays abroad and here, by code.")

    trip: Trip | None = named("trip")
    trip_by_code: Trip | None = named("trip", "code")
    trips: Connection[Trip] = many("trip", description="Official trips abroad, by code.")

    visit: Visit | None = named("visit")
    visit_by_code: Visit | None = named("visit", "code")
    visits: Connection[Visit] = many("visit", description="Delegations, by title.")

    publication: Publication | None = named("publication")
    publication_by_code: Publication | None = named("publication", "code")
    publications: Connection[Publication] = many("publication", description="Literature, by title.")
    reviews_asked_of_me: list[AskedReview] | None = asked_reviews_field()

    action_point: ActionPoint | None = named("action_point")
    action_point_by_code: ActionPoint | None = named("action_point", "code")
    action_points: Connection[ActionPoint] = many("action_point", description="Commitments, by title.")

    story: list[StoryEntry] | None = story_field()
    translations: Connection[TranslationGap] = translations_field()
    translation_totals: list[TranslationTotal] = translation_totals_field()

    person: Person | None = named("person")
    person_by_code: Person | None = named("person", "code")
    people: Connection[Person] = many("person", description="People without their names, by code.")

    register_import: RegisterImport | None = named("register_import")
    register_import_by_code: RegisterImport | None = named("register_import", "code")
    register_imports: Connection[RegisterImport] = many("register_import", description="Imports, by file.")
    register_rows: RegisterRows | None = register_rows_field()
