"""An opportunity is written down, changed, published and cloned; nothing half is shown to everybody."""

from uuid import uuid4

import pytest

from tests.mobility.opportunities.conftest import TITLE, Opportunities

MOTIVATION = {"title": {"az": "Motivasiya məktubu", "en": "Letter of motivation"}}
HALF = {"title": {"az": "Nəticələr", "en": "Results"}, "weight": 50}
WORK = {"kind": "return_and_work", "text": {"az": "Qayıtmaq", "en": "Come back"}}


async def test_a_draft_is_published_once_its_source_was_looked_at(office: Opportunities) -> None:
    drafted = await office.draft()

    unread = await office.refuses_change(drafted, "PublishOpportunity")
    await office.changes(drafted, "VerifyOpportunity")
    published = await office.changes(drafted, "PublishOpportunity")

    assert unread == "opportunity-never-verified"
    assert drafted["state"]["closed"] == {"PublishOpportunity": "opportunity-never-verified"}
    assert (published["status"], published["published_on"], published["front_page"]) == (
        "published",
        "2026-11-23",
        True,
    )
    assert published["code"] == "OPP-2026-001"
    assert await office.said_about(drafted["id"]) == ["drafted", "verified", "published"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"provider": None}, "opportunity-provider-missing"),
        ({"requirements": {}}, "opportunity-audience-missing"),
        ({"title": {"az": "Yalnız azərbaycanca"}}, "opportunity-text-missing"),
        ({"description": None}, "opportunity-text-missing"),
        ({"criteria": [{"title": {"az": "Bal"}, "weight": 100}]}, "opportunity-text-missing"),
    ],
)
async def test_nothing_half_is_published(office: Opportunities, given: dict[str, object], code: str) -> None:
    drafted = await office.draft(**given)
    await office.changes(drafted, "VerifyOpportunity")

    assert await office.refuses_change(drafted, "PublishOpportunity") == code


async def test_an_edited_original_leaves_translations_outdated_and_is_not_published_so(office: Opportunities) -> None:
    drafted = await office.draft(title={**TITLE, "ru": "Стипендия в Берлине"})
    await office.changes(drafted, "VerifyOpportunity")

    await office.changes(drafted, "ChangeOpportunity", title={"az": "Berlində iki illik təqaüd"})
    code = await office.refuses_change(drafted, "PublishOpportunity")
    english = {"field": "title", "language": "en", "words": "Two years in Berlin", "follows": 2}
    await office.changes(drafted, "TranslateOpportunity", **english)

    assert code == "opportunity-text-missing"
    changed = [each for each in await office.messages_about(drafted["id"]) if each["type"].endswith("changed.v1")]
    assert changed[0]["change"] == {"outdated": ["en", "ru"]}
    assert (await office.changes(drafted, "PublishOpportunity"))["status"] == "published"


async def test_each_part_is_translated_by_its_id(office: Opportunities) -> None:
    given = {
        "requirements": {"audience": ["student"], "documents": [MOTIVATION]},
        "obligations": [{**WORK, "years": 5}],
    }
    drafted = await office.draft(**given, criteria=[HALF, HALF])
    state = drafted["state"]

    for field in ("documents", "criteria", "obligations"):
        about = {"field": field, "part": state[field][0]["id"], "language": "de", "words": "Wort", "follows": 1}
        state = await office.changes(drafted, "TranslateOpportunity", **about)
    other = {"field": "criteria", "part": str(uuid4()), "language": "de", "words": "Wort", "follows": 1}
    unknown = await office.refuses_change(drafted, "TranslateOpportunity", **other)
    own = await office.refuses_change(
        drafted, "TranslateOpportunity", field="title", language="az", words="Söz", follows=1
    )
    old = await office.refuses_change(
        drafted, "TranslateOpportunity", field="title", language="de", words="Wort", follows=7
    )

    assert state["documents"][0]["title"]["texts"]["de"] == {"text": "Wort", "revision": 1}
    assert state["criteria"][1]["title"]["texts"].keys() == {"az", "en"}
    assert state["obligations"][0]["text"]["texts"]["de"]["text"] == "Wort"
    assert (unknown, own, old) == ("no-such-text", "translation-of-itself", "translation-follows-another")


MONEY = {"covers": "living", "amount": {"amount": "800", "currency": "AZN"}, "per": "month"}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"funding": "full"}, "opportunity-funding-contradicts"),
        ({"covers": ["travel"]}, "opportunity-funding-contradicts"),
        ({"funding": "partial", "covers": ["travel"], "amounts": [MONEY]}, "opportunity-funding-contradicts"),
        ({"criteria": [HALF]}, "opportunity-weights-not-whole"),
        ({"obligations": [WORK]}, "opportunity-work-years-missing"),
        ({"obligations": [{**WORK, "kind": "report", "years": 2}]}, "opportunity-work-years-missing"),
        ({"requirements": {"eqf": [7, 7]}}, "opportunity-requirement-unclear"),
        ({"requirements": {"mean": {"minimum": 80, "scale": 5}}}, "opportunity-requirement-unclear"),
        ({"requirements": {"eqf": [7], "ages": [{"level": 8, "under": 45}]}}, "opportunity-requirement-unclear"),
        ({"requirements": {"citizenships": ["DE"], "barred_citizenships": ["DE"]}}, "opportunity-requirement-unclear"),
        (
            {"requirements": {"languages": [{"language": "de", "cefr": "B1"}, {"language": "de", "cefr": "B2"}]}},
            "opportunity-requirement-unclear",
        ),
        ({"organisation_id": str(uuid4())}, "opportunity-link-unknown"),
        ({"agreement_id": str(uuid4())}, "opportunity-link-unknown"),
        ({"condition_id": str(uuid4())}, "opportunity-link-unknown"),
        ({"time_zone": "Europe/Gəncə"}, "opportunity-zone-unknown"),
        ({"deadline": None, "internal_deadline": "2027-01-15"}, "opportunity-internal-deadline-alone"),
        ({"internal_deadline": "2027-02-01"}, "opportunity-internal-deadline-too-late"),
        ({"time_zone": "Asia/Baku", "internal_deadline": "2027-01-31"}, "opportunity-internal-deadline-too-late"),
        ({"opens": "2027-02-01"}, "opportunity-opens-after-deadline"),
    ],
)
async def test_what_makes_no_sense_is_not_written_down(
    office: Opportunities, given: dict[str, object], code: str
) -> None:
    assert await office.refuses_draft(**given) == code


async def test_what_makes_no_sense_is_not_changed_to_either(office: Opportunities) -> None:
    drafted = await office.draft()
    agreement, other = await office.agreement(), await office.agreement()

    codes = [
        await office.refuses_change(drafted, "ChangeOpportunity", **given)
        for given in (
            {"funding": "full"},
            {"obligations": [WORK]},
            {"organisation_id": str(uuid4())},
            {"agreement_id": str(other.id), "condition_id": str(agreement.condition_id)},
        )
    ]
    weights = await office.refuses_change(drafted, "SetOpportunityCriteria", criteria=[HALF])
    unclear = await office.refuses_change(drafted, "SetOpportunityRequirements", requirements={"eqf": [6, 6]})

    assert codes == [
        "opportunity-funding-contradicts",
        "opportunity-work-years-missing",
        "opportunity-link-unknown",
        "opportunity-condition-elsewhere",
    ]
    assert (weights, unclear) == ("opportunity-weights-not-whole", "opportunity-requirement-unclear")


async def test_a_changed_set_of_requirements_is_a_new_version_once_it_was_published(office: Opportunities) -> None:
    asks = {"audience": ["student"], "eqf": [6], "documents": [MOTIVATION]}
    drafted = await office.draft(requirements={"audience": ["student"]})
    rewritten = await office.changes(drafted, "SetOpportunityRequirements", requirements=asks)
    document = rewritten["documents"][0]["id"]
    await office.changes(drafted, "VerifyOpportunity")
    await office.changes(drafted, "PublishOpportunity")

    kept = {**MOTIVATION, "id": document}
    same = await office.refuses_change(
        drafted, "SetOpportunityRequirements", requirements={**asks, "documents": [kept]}
    )
    nobody = await office.refuses_change(drafted, "SetOpportunityRequirements", requirements={"eqf": [7]})
    changed = await office.changes(
        drafted, "SetOpportunityRequirements", requirements={"audience": ["student"], "eqf": [7]}
    )

    assert [each["number"] for each in rewritten["requirements"]] == [1]
    assert (same, nobody) == ("opportunity-requirements-unchanged", "opportunity-audience-missing")
    assert [(each["number"], each["eqf"], len(each["documents"])) for each in changed["requirements"]] == [
        (1, [6], 1),
        (2, [7], 0),
    ]
    assert [each["id"] for each in changed["documents"]] == [document]
    assert changed["eqf"] == [7]


async def test_last_years_comes_again_with_its_translations_and_without_its_days(office: Opportunities) -> None:
    last = await office.published(
        title={**TITLE, "de": "Ein Stipendium"}, requirements={"audience": ["student"], "documents": [MOTIVATION]}
    )
    await office.changes(last, "SetOpportunityCriteria", criteria=[HALF, {**HALF, "title": {"az": "Söhbət"}}])

    clone = (await office.does("head", "CloneOpportunity", predecessor_id=last["id"], academic_year="2027/2028"))[
        "state"
    ]
    unknown = await office.refuses("head", "CloneOpportunity", predecessor_id=str(uuid4()))

    assert (clone["status"], clone["academic_year"], clone["predecessor_id"]) == ("draft", "2027/2028", last["id"])
    assert clone["title"]["texts"].keys() == {"az", "en", "de"}
    assert (clone["deadline"], clone["verified_on"], clone["published_on"]) == (None, None, None)
    assert [len(each["documents"]) for each in clone["requirements"]] == [1]
    assert len(clone["criteria"]) == 2
    assert unknown == "not-found"


async def test_a_draft_that_is_never_published_is_put_away_and_what_is_left_out_is_forgotten(
    office: Opportunities,
) -> None:
    drafted = await office.draft(source="https://example.org/call", places=3)

    changed = await office.changes(drafted, "ChangeOpportunity", forget=["source", "places"], kind="internship")
    nothing = await office.refuses_change(drafted, "ChangeOpportunity")
    archived = await office.changes(drafted, "ArchiveOpportunity", reason="It was announced twice")

    assert (changed["source"], changed["places"], changed["kind"]) == (None, None, "internship")
    assert nothing == "invalid-input"
    assert (archived["status"], archived["front_page"]) == ("archived", False)


async def test_drafts_are_the_offices_own_and_what_was_published_is_everybodys(office: Opportunities) -> None:
    drafted, published = await office.draft(unit="philology"), await office.published()
    who = {"student": {}, "faculty_coordinator": {"units": ["philology"]}}

    seen = {
        (role, name): (await office.asks(role, "GET", f"/opportunity/{each['id']}", **about)).status_code
        for role, about in who.items()
        for name, each in (("draft", drafted), ("published", published))
    }

    assert seen == {
        ("student", "draft"): 404,
        ("student", "published"): 200,
        ("faculty_coordinator", "draft"): 200,
        ("faculty_coordinator", "published"): 200,
    }


async def test_a_destination_is_named_once_and_is_a_partner_that_is_known(office: Opportunities) -> None:
    wanted = [{"organisation_id": await office.provider()}]
    drafted = await office.draft()

    twice = await office.refuses_change(drafted, "SetOpportunityDestinations", destinations=wanted * 2)
    unknown = await office.refuses_change(
        drafted, "SetOpportunityDestinations", destinations=[{"organisation_id": str(uuid4())}]
    )
    named = await office.changes(drafted, "SetOpportunityDestinations", destinations=wanted)

    assert (twice, unknown) == ("opportunity-destination-unclear", "opportunity-link-unknown")
    assert [each["organisation_id"] for each in named["destinations"]] == [wanted[0]["organisation_id"]]
