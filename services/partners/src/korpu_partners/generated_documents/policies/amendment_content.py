"""Making the paper of an amendment: what it changes, from what and to what."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_documents.papers.letterhead import Names
from korpu_documents.papers.typesetting import (
    Content,
    Languages,
    Manuscript,
    day,
    said,
    same,
    spoken,
)
from korpu_partners.agreements.interface import AgreementOnPaper, agreement_on_paper, hold_agreement
from korpu_partners.generated_documents.domain.changes import articles_changed, changes_of
from korpu_partners.generated_documents.domain.templates import Template, templates
from korpu_partners.generated_documents.inputs import MakeAmendmentPaper
from korpu_partners.generated_documents.policies.agreement_content import (
    NONE,
    Terms,
    articles_in,
    bound_by,
    copies_of,
    day_or_none,
    parties_of,
    side,
)
from korpu_partners.generated_documents.policies.sides import require_room, sides_of
from korpu_partners.generated_documents.refusals import NoSuchAmendment, NothingApproved


async def amendment_paper(command: MakeAmendmentPaper, uow: UnitOfWork) -> Manuscript:
    """What the paper of an amendment will say."""
    agreement, languages = await agreement_on_paper(command.agreement_id, uow), command.languages
    amendment = _amendment(agreement, command)
    edition = templates.chosen(Template.AMENDMENT, command.template_version, languages)
    if command.parties or command.copies_each > 1:
        require_room(edition)
    before, after = _before(agreement, amendment), amendment["terms"]
    names = await parties_of([before, after], languages, uow)
    if articles_in(before) != articles_in(after):
        require_room(edition)
    closing, copies = copies_of(after, command.copies_each, edition, languages)
    values = _values(agreement, amendment, languages)
    content = Content(
        edition=edition,
        languages=languages,
        number=f"{agreement.code}/{command.number}",
        on=uow.today,
        title=said(LocalizedText.model_validate(amendment["title"]), languages, "title"),
        clauses=[
            edition.clause("subject", languages, values),
            *articles_changed(before, after, edition, languages),
            *(
                edition.clause(each, languages, values)
                for each in ("from-day" if amendment["effective"] else "from-signature", "rest")
            ),
        ],
        parties=[side(each, names) for each in after["parties"]],
        more={
            "changes": list(changes_of(before, after, names, edition, languages)),
            "sides": await sides_of(after, command, names, edition, uow),
            "closing": closing,
        },
    )
    if closing is None:
        content = content.and_clause(edition.clause("languages", languages, values))
    recorded = {
        "about": LocalizedText.model_validate(amendment["title"]),
        "agreement_id": agreement.id,
        "unit": agreement.unit,
        "amendment": command.number,
        "terms_version": amendment["review"]["terms_version"],
        "terms_hash": amendment["terms_hash"],
        "copies": copies if closing else None,
    }
    return Manuscript(agreement, hold_agreement, content.marked(draft=command.draft), bound_by(after, names), recorded)


def _amendment(agreement: AgreementOnPaper, command: MakeAmendmentPaper) -> Terms:
    found = next((each for each in agreement.amendments if each["number"] == command.number), None)
    if found is None or found["status"] == "dropped":
        raise NoSuchAmendment("number")
    if found["status"] == "in_review" and not command.draft:
        raise NothingApproved("draft")
    return dict(found)


def _before(agreement: AgreementOnPaper, amendment: Terms) -> Terms:
    """The terms that it changes: those in effect, or those that were when it took effect itself."""
    if amendment["status"] != "in_effect":
        return dict(agreement.terms)
    version = amendment["review"]["terms_version"]
    former = [each for each in agreement.former_terms if each["version"] < version]
    return dict(max(former, key=lambda each: int(each["version"]))["terms"])


def _values(agreement: AgreementOnPaper, amendment: Terms, languages: Languages) -> dict[str, Names]:
    return {
        "number": same(amendment["number"], languages),
        "title": said(agreement.title, languages, "title"),
        "agreement": same(agreement.code, languages),
        "signed": day(agreement.signed_on, languages) if agreement.signed_on else same(NONE, languages),
        "effective": day_or_none(amendment["effective"], languages),
        "languages": spoken(languages),
    }
