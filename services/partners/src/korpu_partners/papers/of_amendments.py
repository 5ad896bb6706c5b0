"""Making the paper of an amendment: what it changes, from what and to what."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import whole_number
from korpu_partners.papers.agreements import Terms, bound_by, day_or_none, parties_of, side
from korpu_partners.papers.asking import REFUSES, Making
from korpu_partners.papers.changes import changes_of
from korpu_partners.papers.editions import Template
from korpu_partners.papers.lifecycle import NoSuchAmendment, NothingApproved, PaperStatus
from korpu_partners.papers.making import Content, Languages, Manuscript, chosen, make, said, same, spoken
from korpu_partners.papers.messages import PaperMade
from korpu_partners.papers.room import papers
from korpu_partners.papers.subjects import Names, agreement_named
from korpu_partners.papers.tables import Paper
from korpu_partners.people import DEPARTMENT


class MakeAmendmentPaper(Making):
    """The paper of a numbered amendment; one that is not approved yet is a draft that is marked so."""

    agreement_id: UUID
    number: Annotated[int, Field(ge=1, le=10_000, description="The number of the amendment."), whole_number]
    draft: Annotated[bool, Field(description="Print it as it is proposed, with a watermark.")] = False


@papers.creates(
    who=DEPARTMENT,
    to=[PaperStatus.ISSUED],
    emits=[PaperMade],
    refuses=[*REFUSES, NoSuchAmendment, NothingApproved],
)
async def make_amendment_paper(command: MakeAmendmentPaper, uow: UnitOfWork) -> Paper:
    """Make the paper of an amendment: each change with what held before."""
    return await make(await amendment_paper(command, uow), uow)


async def amendment_paper(command: MakeAmendmentPaper, uow: UnitOfWork) -> Manuscript:
    """What the paper of an amendment will say."""
    agreement, languages = await agreement_named(command.agreement_id, uow), command.languages
    amendment = _amendment(agreement, command)
    edition = chosen(Template.AMENDMENT, command.template_version, languages)
    before, after = _before(agreement, amendment), amendment["terms"]
    names = await parties_of([before, after], languages, uow)
    content = Content(
        edition=edition,
        languages=languages,
        number=f"{agreement.code}/{command.number}",
        on=uow.today,
        title=said(LocalizedText.model_validate(amendment["title"]), languages, "title"),
        clauses=[
            edition.clause(each, languages, _values(agreement, amendment, languages))
            for each in ("subject", "from-day" if amendment["effective"] else "from-signature", "rest", "languages")
        ],
        parties=[side(each, names) for each in after["parties"]],
        more={"changes": list(changes_of(before, after, names, edition, languages))},
    )
    recorded = {
        "about": LocalizedText.model_validate(amendment["title"]),
        "agreement_id": agreement.id,
        "unit": agreement.unit,
        "amendment": command.number,
        "terms_version": amendment["review"]["terms_version"],
        "terms_hash": amendment["terms_hash"],
    }
    return Manuscript(agreement, content.marked(draft=command.draft), bound_by(after, names), recorded)


def _amendment(agreement: Any, command: MakeAmendmentPaper) -> Terms:
    found = next((each for each in agreement.amendments if each["number"] == command.number), None)
    if found is None or found["status"] == "dropped":
        raise NoSuchAmendment("number")
    if found["status"] == "in_review" and not command.draft:
        raise NothingApproved("draft")
    return dict(found)


def _before(agreement: Any, amendment: Terms) -> Terms:
    """The terms that it changes: those in effect, or those that were when it took effect itself."""
    if amendment["status"] != "in_effect":
        return dict(agreement.terms)
    version = amendment["review"]["terms_version"]
    former = [each for each in agreement.former_terms if each["version"] < version]
    return dict(max(former, key=lambda each: int(each["version"]))["terms"])


def _values(agreement: Any, amendment: Terms, languages: Languages) -> dict[str, Names]:
    return {
        "number": same(amendment["number"], languages),
        "title": said(LocalizedText.model_validate(agreement.title), languages, "title"),
        "agreement": same(agreement.code, languages),
        "signed": day_or_none(agreement.signed_on and agreement.signed_on.isoformat(), languages),
        "effective": day_or_none(amendment["effective"], languages),
        "languages": spoken(languages),
    }
