"""What the letter says by which somebody from abroad is invited to study."""

from babel import Locale

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.letterhead import our_names
from korpu_documents.papers.typesetting import (
    Content,
    Languages,
    Manuscript,
    country,
    day,
    labelled,
    same,
    signing,
    titled,
    worded,
)
from korpu_mobility.admissions.interface import admission_on_paper, hold_admission_version
from korpu_mobility.generated_documents.domain.templates import MobilityTemplate, templates
from korpu_mobility.generated_documents.inputs import MakeStudyInvitation
from korpu_mobility.generated_documents.policies.names import named_people, organisation_names
from korpu_mobility.generated_documents.refusals import NotInvited


async def study_invitation(command: MakeStudyInvitation, uow: UnitOfWork) -> Manuscript:
    """What the letter will say, under its number and of its day: who is admitted to what, and who pays."""
    admission, languages = await admission_on_paper(command.admission_id, uow), command.languages
    if not admission.stands or admission.letter_number is None or admission.letter_on is None:
        raise NotInvited("admission_id")
    edition = templates.chosen(MobilityTemplate.STUDY_INVITATION, command.template_version, languages)
    [person] = await named_people([admission.person_id], edition.template, uow, passports=True)
    consulate = await organisation_names(command.addressee, languages, uow) if command.addressee else None
    content = Content(
        edition=edition,
        languages=languages,
        number=admission.letter_number,
        on=admission.letter_on,
        title=titled(edition, languages),
        clauses=[edition.clause(each, languages, {}) for each in ("admits", "visa")],
        parties=[],
        more={
            "addressees": [{"name": consulate, "post": []}] if consulate else [],
            "particulars": labelled(
                edition,
                {
                    "name": person.name,
                    "born": day(person.birth_date, languages) if person.birth_date else None,
                    "citizenship": country(person.citizenship, languages) if person.citizenship else None,
                    "passport": person.passport,
                    "programme": same(admission.programme, languages),
                    "degree": worded(edition, f"level-{admission.level}", languages),
                    "teaching-language": _language(admission.language, languages),
                    "year": admission.academic_year,
                    "funding": worded(edition, f"paid-by-{admission.funding}", languages),
                },
            ),
            "closing": edition.clause("closing", languages, {}),
            "signatory": signing(command.signatory, command.signatory_function, languages),
        },
    )
    recorded = {
        "about": templates.title_of(edition.template, edition.version),
        "admission_id": admission.id,
        "person_id": admission.person_id,
        "person_ids": (admission.person_id,),
        "unit": admission.unit,
        "academic_year": admission.academic_year,
    }
    return Manuscript(admission, hold_admission_version, content, {None: our_names(languages)}, recorded)


def _language(tag: str, languages: Languages) -> dict[str, str]:
    """A language by its name in each of these."""
    plain = tag.split("-", maxsplit=1)[0]
    return {each: str(Locale(each).languages.get(plain, plain)) for each in languages}
