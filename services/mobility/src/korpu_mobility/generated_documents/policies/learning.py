"""What a learning agreement says on paper: its three tables, what was changed, who has signed, and the hash."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from babel import Locale

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.editions import Edition
from korpu_documents.papers.letterhead import Names
from korpu_documents.papers.typesetting import (
    Content,
    Languages,
    Manuscript,
    in_ects,
    labelled,
    short_day,
    table,
    titled,
    worded,
)
from korpu_mobility.generated_documents.domain.templates import MobilityTemplate, templates
from korpu_mobility.generated_documents.inputs import MakeLearningAgreementPaper
from korpu_mobility.generated_documents.policies.names import named_people, organisation_names
from korpu_mobility.generated_documents.refusals import NoSuchVersion
from korpu_mobility.learning_agreements.interface import (
    LearningAgreementOnPaper,
    VersionOnPaper,
    hold_learning_agreement_version,
    learning_agreement_on_paper,
)

TABLES = ("host", "home", "virtual")
PARTIES = ("person", "sender", "receiver")
COMPONENTS = {"component-code": 0.9, "component": 3, "component-term": 1.1, "credits": 0.9}
CHANGES = {"component": 2.4, "change-table": 1.5, "change-reason": 2.4}
SIGNATURES = {"party": 1.2, "signed-by": 2.6, "signed-on": 1.2}


async def learning_agreement_paper(command: MakeLearningAgreementPaper, uow: UnitOfWork) -> Manuscript:
    """What the paper of a version will say; before all three have signed it, it is a draft."""
    agreement = await learning_agreement_on_paper(command.learning_agreement_id, uow)
    version, languages = _version(agreement, command.number), command.languages
    edition = templates.chosen(MobilityTemplate.LEARNING_AGREEMENT, command.template_version, languages)
    [person] = await named_people([agreement.person_id], edition.template, uow)
    home = await organisation_names(agreement.sender_id, languages, uow)
    host = await organisation_names(agreement.receiver_id, languages, uow)
    signers: dict[str, Names | str] = {"person": person.name, "sender": home, "receiver": host}
    content = Content(
        edition=edition,
        languages=languages,
        number=f"{agreement.code}/{version.number}",
        on=uow.today,
        title=titled(edition, languages),
        clauses=[],
        parties=[],
        more={
            "particulars": labelled(
                edition,
                {
                    "name": person.name,
                    "sending": home,
                    "receiving": host,
                    "year": agreement.academic_year,
                    "teaching-language": _taught_in(version, languages),
                },
            ),
            "tables": [
                *(table(each, COMPONENTS, list(_components(each, version, edition, languages))) for each in TABLES),
                table("changes", CHANGES, list(_changes(version, edition, languages))),
                table("signatures-given", SIGNATURES, list(_signatures(version, signers, edition, languages))),
            ],
            "hash": version.hash,
        },
    )
    recorded = {
        "about": templates.title_of(edition.template, edition.version),
        "mobility_id": agreement.mobility_id,
        "learning_agreement_id": agreement.id,
        "person_id": agreement.person_id,
        "person_ids": (agreement.person_id,),
        "unit": agreement.unit,
        "academic_year": agreement.academic_year,
        "content_hash": version.hash,
    }
    parties = {agreement.sender_id: home, agreement.receiver_id: host}
    draft = len(version.signatures) < len(PARTIES)
    return Manuscript(agreement, hold_learning_agreement_version, content.marked(draft=draft), parties, recorded)


def _version(agreement: LearningAgreementOnPaper, number: int | None) -> VersionOnPaper:
    wanted = agreement.versions[-1].number if number is None else number
    found = next((each for each in agreement.versions if each.number == wanted), None)
    if found is None:
        raise NoSuchVersion("number")
    return found


def _taught_in(version: VersionOnPaper, languages: Languages) -> Names | None:
    """The language of instruction, with the level that the participant has or reaches."""
    if version.language is None:
        return None
    tag = version.language.split("-")[0]
    spoken = {each: Locale(each).languages.get(tag, tag) for each in languages}
    return {each: " ".join(filter(None, (spoken[each], version.language_level))) for each in languages}


def _components(name: str, version: VersionOnPaper, edition: Edition, languages: Languages) -> Iterator[list[Any]]:
    """The rows of one table, and what they come to."""
    held = [each for each in version.components if each.table == name]
    for each in held:
        yield [each.code or "–", each.title, each.term or "–", in_ects(each.ects, languages)]
    if held:
        total = in_ects(sum((each.ects for each in held), Decimal()), languages)
        yield ["", worded(edition, "total", languages), "", total]


def _changes(version: VersionOnPaper, edition: Edition, languages: Languages) -> Iterator[list[Any]]:
    for each in version.changes:
        yield [each.component, worded(edition, each.table, languages), worded(edition, each.reason, languages)]


def _signatures(
    version: VersionOnPaper, signers: dict[str, Names | str], edition: Edition, languages: Languages
) -> Iterator[list[Any]]:
    """Whose yes is there since when, and whose is not."""
    given = {str(each.party): short_day(each.on) for each in version.signatures}
    for party in PARTIES:
        signed = given.get(party) or worded(edition, "not-signed", languages)
        yield [worded(edition, f"party-{party}", languages), signers[party], signed]
