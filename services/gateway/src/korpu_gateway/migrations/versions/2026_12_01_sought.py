"""What filters, row permissions and look-ups ask of documents is found by an index, and so are words in them."""

from alembic import op

from korpu_gateway.readmodel.ddl import cover, find_words, seek

revision = "gateway_sought"
down_revision = "gateway_selection_minutes"
branch_labels = None
depends_on = None

TRIGRAMS = """
    CREATE FUNCTION trigrams(said text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT substr(piece, place, 3)), '{}')
        FROM unnest(string_to_array(said, ' ')) word, generate_series(0, (length(word) - 1) / 64) part,
            substr(word, part * 64 + 1, 66) piece, generate_series(1, length(piece) - 2) place
    $$
"""
"""Each three letters that stand together in a word; a word without end is taken in pieces, for `substr` counts."""
SOUGHT = (
    ("action_point", "status", "unit", "priority"),
    (
        "admission",
        "status",
        "unit",
        "migration",
        "arrangements",
        "basis",
        "funding",
        "level",
        "language",
        "education_country",
        "registration_overdue",
        "permit_overdue",
    ),
    ("advice_slot", "status", "unit", "topic", "advisor", "free"),
    ("agreement", "status", "unit", "kind", "ball_with"),
    ("answer_template", "status", "topic"),
    (
        "opportunity",
        "status",
        "unit",
        "kind",
        "funding",
        "academic_year",
        "verification",
        "published_on",
        "front_page",
        "nomination_needed",
    ),
    ("application", "status", "unit"),
    ("publication", "status", "unit", "kind", "year", "outdated", "overdue"),
    ("deputyship", "status", "head", "deputy"),
    ("enquiry", "status", "unit", "topic", "channel", "language", "cause", "assignee", "overdue", "in_time"),
    ("event", "status", "unit", "kind", "visibility", "overdue"),
    ("paper", "status", "unit", "template", "code_digest"),
    ("event_paper", "status", "unit", "template", "code_digest"),
    ("frequent_answer", "status", "topic", "published_on"),
    ("learning_agreement", "status", "unit", "direction", "waits_for", "overdue"),
    ("letter", "status", "unit", "direction", "year", "nature", "priority", "overdue", "assignee", "read_by_unit"),
    ("trip", "status", "unit", "purpose_kind", "level", "risk", "overdue"),
    ("mobility", "status", "unit", "direction", "audience", "risk"),
    ("mobility_paper", "status", "unit", "template", "code_digest"),
    (
        "organisation",
        "status",
        "unit",
        "scope",
        "ror",
        "dormant",
        "pic",
        "erasmus_code",
        "voen",
        "risk",
        "risk_expired",
    ),
    ("person", "status", "unit"),
    ("joint_project", "status", "unit", "overdue", "responsible"),
    ("proposal", "status", "unit", "theme", "responsible", "overdue", "supporters"),
    ("register_import", "status", "kind"),
    ("registration", "status", "unit", "country", "guest"),
    ("resource", "status", "kind", "capacity"),
    ("selection", "status"),
    ("visit", "status", "unit", "direction", "overdue"),
    ("report_template", "status"),
    ("report", "status", "published_on"),
    ("unit_report", "status", "unit", "overdue", "unchanged"),
)

NARROW = (
    ("action_point", "unit", "priority", "due"),
    (
        "admission",
        "unit",
        "migration",
        "arrangements",
        "basis",
        "funding",
        "level",
        "language",
        "academic_year",
        "education_country",
        "registration_due",
        "registration_overdue",
        "permit_due",
        "permit_overdue",
        "permit_until",
    ),
    ("advice_slot", "unit", "topic", "advisor", "free", "day"),
    ("agreement", "unit", "kind", "starts", "ends", "ball_with"),
    ("answer_template", "topic"),
    (
        "opportunity",
        "unit",
        "kind",
        "funding",
        "academic_year",
        "verification",
        "published_on",
        "last_day",
        "front_page",
        "nomination_needed",
    ),
    ("application", "unit", "repair_until", "offer_until"),
    ("publication", "unit", "kind", "year", "outdated", "overdue"),
    ("deputyship", "head", "deputy", "first_day", "last_day"),
    ("enquiry", "unit", "topic", "channel", "language", "cause", "assignee", "asked_on", "due", "overdue", "in_time"),
    ("event", "unit", "kind", "visibility", "starts_on", "overdue"),
    ("paper", "unit", "template", "made_on"),
    ("event_paper", "unit", "template", "made_on"),
    ("frequent_answer", "topic", "published_on"),
    (
        "learning_agreement",
        "unit",
        "direction",
        "waits_for",
        "academic_year",
        "decision_due",
        "transcript_due",
        "overdue",
    ),
    (
        "letter",
        "unit",
        "direction",
        "year",
        "registered_on",
        "due",
        "nature",
        "priority",
        "overdue",
        "assignee",
        "read_by_unit",
    ),
    ("trip", "unit", "purpose_kind", "level", "risk", "starts", "ends", "report_due", "overdue"),
    ("mobility", "unit", "direction", "audience", "academic_year", "risk", "planned_from"),
    ("mobility_paper", "unit", "template", "made_on", "academic_year"),
    (
        "organisation",
        "unit",
        "country",
        "scope",
        "ror",
        "confirmed_on",
        "dormant",
        "pic",
        "erasmus_code",
        "voen",
        "risk",
        "risk_expired",
    ),
    ("person", "unit"),
    ("joint_project", "unit", "starts", "ends", "overdue", "responsible"),
    ("proposal", "unit", "theme", "responsible", "submitted_on", "due", "overdue", "supporters"),
    ("register_import", "kind"),
    ("registration", "unit", "country", "guest"),
    ("resource", "kind", "capacity"),
    ("selection", "score_by"),
    ("visit", "unit", "direction", "starts", "overdue"),
    ("report_template",),
    ("report", "ends", "due", "published_on"),
    ("unit_report", "unit", "ends", "due", "overdue", "unchanged"),
)


def upgrade() -> None:
    """Bring the database forward."""
    op.execute(TRIGRAMS)
    for kind, *_ in SOUGHT:
        find_words(kind)
    for kind, *columns in SOUGHT:
        seek(kind, *columns)
    for kind, *columns in NARROW:
        cover(kind, *columns)
