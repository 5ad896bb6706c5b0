"""Making papers of agreements and letters, and taking back what was wrong."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.codes import Day, Personal, Text, whole_number
from korpu_chassis.commands import Changes, Creates
from korpu_chassis.text import Language, LocalizedText, Texts
from korpu_chassis.work import Work
from korpu_partners.papers import lifecycle as why
from korpu_partners.papers.agreements import content_of, parties_of, terms_of
from korpu_partners.papers.editions import Template
from korpu_partners.papers.lifecycle import PaperStatus
from korpu_partners.papers.making import Content, chosen, day, make, said, same
from korpu_partners.papers.messages import PaperMade, PaperRevoked
from korpu_partners.papers.room import papers
from korpu_partners.papers.subjects import Names, agreement_named, letter_named, names_of
from korpu_partners.papers.tables import Paper
from korpu_partners.people import DEPARTMENT

BINDING = ("awaiting_start", "in_force", "expiring", "suspended")
Chosen = Annotated[
    tuple[Language, ...], Field(min_length=1, max_length=2, description="The columns from left to right.")
]
Version = Annotated[
    Annotated[int, Field(ge=1, le=1000), whole_number] | None, Field(description="None: the newest version.")
]
REFUSES = [why.LanguageMissing, why.WrongLanguages, why.NoSuchTemplate, why.CannotBePrinted]


class Making(Creates):
    """In which languages, side by side, and from which version of its template."""

    languages: Chosen = ("az", "en")
    template_version: Version = None


class MakeAgreementPaper(Making):
    """The paper of an agreement: its approved or signed terms, or a draft that is marked so."""

    agreement_id: UUID
    draft: Annotated[bool, Field(description="Print the present terms, with a watermark.")] = False


@papers.creates(who=DEPARTMENT, to=[PaperStatus.ISSUED], says=[PaperMade], refuses=[*REFUSES, why.NothingApproved])
async def make_agreement_paper(command: MakeAgreementPaper, work: Work) -> Paper:
    """Make the paper of an agreement in one language or in two side by side."""
    agreement = await agreement_named(command.agreement_id, work)
    template = Template.MEMORANDUM if agreement.kind == "memorandum" else Template.AGREEMENT
    edition = chosen(template, command.template_version, command.languages)
    terms, version, digest = terms_of(agreement, draft=command.draft)
    names = await parties_of(terms, command.languages, work)
    content = content_of(agreement, terms, names, edition, command.languages, work.today)
    bound = {each["organisation_id"] and UUID(each["organisation_id"]) for each in terms["parties"]}
    return await make(
        _marked(content, draft=command.draft),
        {id: called for id, called in names.items() if id in bound},
        work,
        title=LocalizedText.model_validate(agreement.title),
        agreement_id=agreement.id,
        terms_version=version,
        terms_hash=digest,
        unit=agreement.unit,
    )


class MakeTerminationPaper(Making):
    """The notice that ends an agreement; the reason is printed, and holds no names of persons."""

    agreement_id: UUID
    effective: Annotated[Day, Field(description="The first day on which it does not bind any more.")]
    reason: Texts


@papers.creates(who=DEPARTMENT, to=[PaperStatus.ISSUED], says=[PaperMade], refuses=[*REFUSES, why.NotBinding])
async def make_termination_paper(command: MakeTerminationPaper, work: Work) -> Paper:
    """Make the notice of termination that `TerminateAgreement` then names as its document."""
    languages = command.languages
    agreement = await agreement_named(command.agreement_id, work)
    if agreement.status not in BINDING:
        raise why.NotBinding("agreement_id")
    edition = chosen(Template.TERMINATION, command.template_version, languages)
    names = await parties_of({**agreement.terms, "conditions": []}, languages, work)
    values = {
        "title": said(LocalizedText.model_validate(agreement.title), languages, "title"),
        "number": same(agreement.code, languages),
        "effective": day(command.effective, languages),
        "reason": said(LocalizedText.of(command.reason), languages, "reason"),
    }
    content = Content(
        edition=edition,
        languages=languages,
        number=agreement.code,
        on=work.today,
        title={language: edition.title[language] for language in languages},
        clauses=[edition.clause(each, languages, values) for each in ("ends-on", "why")],
        parties=list(names.values()),
    )
    title = LocalizedText.model_validate(agreement.title)
    return await make(content, names, work, title=title, agreement_id=agreement.id, unit=agreement.unit)


class MakeLetterPaper(Making):
    """What an outgoing letter says; it is printed, and kept nowhere but on the paper."""

    letter_id: UUID
    body: Annotated[Texts, Personal]
    signatory: Annotated[Text | None, Personal, Field(max_length=200)] = None
    signatory_function: Texts | None = None


@papers.creates(who=DEPARTMENT, to=[PaperStatus.ISSUED], says=[PaperMade], refuses=[*REFUSES, why.NotOutgoing])
async def make_letter_paper(command: MakeLetterPaper, work: Work) -> Paper:
    """Make the paper of a letter that goes out, with the words of its author."""
    letter, languages = await letter_named(command.letter_id, work), command.languages
    if letter.direction != "outgoing" or letter.status == "annulled":
        raise why.NotOutgoing("letter_id")
    edition = chosen(Template.LETTER, command.template_version, languages)
    subject = LocalizedText.model_validate(letter.about)
    ids = [UUID(each["organisation_id"]) for each in letter.correspondents if each["organisation_id"]]
    names = await names_of(ids, languages, work)
    content = Content(
        edition=edition,
        languages=languages,
        number=letter.code,
        on=letter.travelled_on,
        title=said(subject, languages, "subject"),
        clauses=[{"text": said(LocalizedText.of(command.body), languages, "body")}],
        parties=[],
        more={
            "addressees": [{"name": _addressee(each, names, command)} for each in letter.correspondents],
            "signatory": _signatory(command),
        },
    )
    hidden = letter.confidential
    return await make(
        content,
        {} if hidden else dict(names.items()),
        work,
        title=LocalizedText.of(Texts(**edition.title)) if hidden else subject,
        letter_id=letter.id,
        unit=None if hidden else letter.unit,
    )


class RevokePaper(Changes):
    """Why the paper is not to be trusted any more; whoever checks it reads this, so no names of persons."""

    reason: Text


@papers.changes(who=DEPARTMENT, when=[PaperStatus.ISSUED], to=[PaperStatus.REVOKED], says=[PaperRevoked])
async def revoke_paper(paper: Paper, command: RevokePaper, work: Work) -> None:
    """Revoke a paper that was wrong; its file stays, and whoever checks it is told."""
    paper.status, paper.reason, paper.revoked_on = PaperStatus.REVOKED, command.reason, work.today
    await work.say(paper, PaperRevoked(reason=command.reason))


def _marked(content: Content, *, draft: bool) -> Content:
    return Content(**{**vars(content), "draft": draft})


def _addressee(held: dict[str, str | None], names: dict[UUID, Names], command: Making) -> Names:
    organisation, office = held["organisation_id"], held["office"]
    called = names[UUID(organisation)] if organisation else same("", command.languages)
    return {language: ", ".join(filter(None, (name, office))) for language, name in called.items()}


def _signatory(command: MakeLetterPaper) -> dict[str, object] | None:
    if command.signatory is None:
        return None
    function = command.signatory_function
    told = said(LocalizedText.of(function), command.languages, "signatory_function") if function else None
    return {"name": command.signatory, "function": told or same("", command.languages)}
