"""Which papers are made: of stays, nominations, learning agreements, trips, admissions and selections."""

from korpu_documents.papers.refusals import OrganisationNameUnknown, PersonForgotten
from korpu_mobility.generated_documents.aggregate import paper_service
from korpu_mobility.generated_documents.inputs import (
    MakeLearningAgreementPaper,
    MakeNominationList,
    MakeSelectionMinutes,
    MakeStayCertificate,
    MakeStudyInvitation,
    MakeTripOrder,
    MakeVisaLetter,
)
from korpu_mobility.generated_documents.policies.admissions import study_invitation
from korpu_mobility.generated_documents.policies.learning import learning_agreement_paper
from korpu_mobility.generated_documents.policies.selections import selection_minutes
from korpu_mobility.generated_documents.policies.stays import nomination_list, stay_certificate
from korpu_mobility.generated_documents.policies.trips import trip_order, visa_letter
from korpu_mobility.generated_documents.refusals import (
    ConsentMissing,
    MinutesTooLong,
    NobodyNominated,
    NoSuchVersion,
    NotInvited,
    NotRanked,
    StayNotOver,
    TripNotApproved,
)
from korpu_mobility.permissions import OFFICE

paper_service.makes(
    MakeStayCertificate,
    stay_certificate,
    "Make the certificate of a stay that is over, by its actual days.",
    who=OFFICE,
    refuses=[StayNotOver, PersonForgotten, OrganisationNameUnknown],
)
paper_service.makes(
    MakeNominationList,
    nomination_list,
    "Make the list of those whom we nominate to a partner; it names who has agreed to that.",
    who=OFFICE,
    refuses=[NobodyNominated, ConsentMissing, OrganisationNameUnknown],
)
paper_service.makes(
    MakeLearningAgreementPaper,
    learning_agreement_paper,
    "Make a version of a learning agreement as a paper, with its tables, its signatures and its hash.",
    who=OFFICE,
    refuses=[NoSuchVersion, PersonForgotten, OrganisationNameUnknown],
)
paper_service.makes(
    MakeTripOrder,
    trip_order,
    "Make the order of a trip as it was approved.",
    who=OFFICE,
    refuses=[TripNotApproved, PersonForgotten, OrganisationNameUnknown],
)
paper_service.makes(
    MakeVisaLetter,
    visa_letter,
    "Make the letter that supports the visa of who travels.",
    who=OFFICE,
    refuses=[TripNotApproved, PersonForgotten, OrganisationNameUnknown],
)
paper_service.makes(
    MakeStudyInvitation,
    study_invitation,
    "Make the letter by which somebody from abroad is invited to study, and which supports the visa.",
    who=OFFICE,
    refuses=[NotInvited, PersonForgotten, OrganisationNameUnknown],
)
paper_service.makes(
    MakeSelectionMinutes,
    selection_minutes,
    "Make the minutes of a selection: committee, criteria, conflicts, ranking, and who got which place and why.",
    who=OFFICE,
    refuses=[NotRanked, MinutesTooLong, OrganisationNameUnknown],
)
