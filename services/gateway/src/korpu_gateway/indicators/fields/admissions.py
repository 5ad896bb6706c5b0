"""Foreign citizens who study here, and those who were admitted."""

from korpu_gateway.indicators.definitions import Day, Dimension, Indicator, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, status
from korpu_gateway.reads.permissions import OFFICE

SEEN = OFFICE | {"faculty_coordinator", "migration_liaison", "rectorate", "auditor"}
BY = (
    status("AdmissionStatus"),
    column("basis", "AdmissionBasis"),
    Dimension("country", "r.education_country", field="education_country"),
    Dimension("level", "r.level::text", field="level"),
    column("funding", "StudyFunding"),
    column("language"),
    column("academic_year"),
    column("migration", "MigrationStatus"),
    UNIT,
)

INDICATORS = (
    Indicator(
        "foreign-students",
        "admission",
        Day.AS_IT_STOOD,
        Unit.ADMISSIONS,
        BY,
        {"status": ["enrolled", "academic_leave"]},
        of_persons=True,
        seen_by=SEEN,
    ),
    Indicator(
        "foreign-applicants",
        "admission",
        Day.PERIOD,
        Unit.ADMISSIONS,
        BY,
        also="r.doc->>'applied_on' BETWEEN :from AND :to",
        of_persons=True,
        seen_by=SEEN,
    ),
)
