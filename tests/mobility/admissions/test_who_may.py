"""Who reads and does what about an admission, and what of it is forgotten."""

import pytest

from tests.mobility.admissions.conftest import ON, REASON, STEPS, Admissions, themselves
from tests.mobility.conftest import baku
from tests.mobility.test_erasing import everything_kept

OWN, OTHER = {"units": ["philology"]}, {"units": ["physics"]}
SECRETS = ("V-778899", "Heydər Əliyev 187", "MY-556677", "G0099887", "doctor", "SIA-")


@pytest.mark.parametrize(
    ("role", "status"),
    [("officer", 200), ("head", 200), ("auditor", 200), ("rectorate", 200), ("migration_liaison", 200),
     ("legal", 404), ("finance", 404), ("student", 404), (None, 401)],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/admission/{}", "/admission/{}/audit"])
async def test_an_admission_is_read_by_those_who_work_with_it(
    office: Admissions, path: str, role: str | None, status: int
) -> None:
    admission = await office.lead()

    assert (await office.asks(role, "GET", path.format(admission["id"]))).status_code == status


async def test_a_coordinator_sees_the_own_units_applicants_and_no_others(office: Admissions) -> None:
    kofi = await office.kofi()
    admission = await office.at("applied", kofi)
    path = f"/admission/{admission['id']}"
    check = "faculty_coordinator", "CheckAdmissionDocuments"

    seen = [(await office.asks("faculty_coordinator", "GET", path, **who)).status_code for who in (OWN, OTHER)]
    codes = [
        await office.refuses(*check, by=OTHER, id=admission["id"]),
        await office.refuses(
            "faculty_coordinator", "OfferAdmission", by=OWN, id=admission["id"], **STEPS["offered"][1]
        ),
        await office.refuses("faculty_coordinator", "OpenAdmission", by=OWN, **office.wanted(kofi)),
    ]

    assert (seen, codes) == ([200, 404], ["not-found", "forbidden", "forbidden"])


async def test_what_is_personal_is_told_to_those_alone_who_need_it(office: Admissions) -> None:
    kofi = await office.kofi()
    admission = await office.at("permit_valid", kofi)
    words, stay = ["documents", "portal_number", "reason"], ["clocks", "permit", "place", "residence", "visa"]

    told = {
        role: sorted(name for each in await office.told(role, admission, *words, *stay, **who) for name in each)
        for role, who in {
            "officer": {},
            "auditor": {},
            "migration_liaison": {},
            "faculty_coordinator": OWN,
            "student": themselves(kofi),
            "rectorate": {},
            "finance": {},
        }.items()
    }

    everything = sorted([*words, *stay])
    assert told == {
        "officer": everything,
        "auditor": everything,
        "migration_liaison": stay,
        "faculty_coordinator": words,
        "student": everything,
        "rectorate": [],
        "finance": [],
    }
    looks = (await office.asks("head", "GET", f"/person/{kofi}/access-log")).json()
    assert {each["subject"] for each in looks} == {
        "officer-1", "auditor-1", "migration_liaison-1", "faculty_coordinator-1", f"person-{kofi}",
    }  # fmt: skip


async def test_nothing_personal_is_on_the_topic_or_in_the_audits_changes(office: Admissions) -> None:
    admission = await office.at("permit_valid")

    said = f"{await office.messages_about(admission['id'])}"
    changes = f"{[each['changes'] for each in await office.audit_of(admission['id'])]}"

    assert "permit_until" in said
    assert [secret for secret in (*SECRETS, "citizenship") if secret in said + changes] == []


async def test_an_erased_student_is_gone_and_the_statistics_stand(office: Admissions) -> None:
    kofi = await office.kofi()
    admission = await office.at("permit_valid", kofi)
    await office.does("officer", "BeginAcademicLeave", id=admission["id"], until="2027-09-15", **REASON)
    kept = await everything_kept(office)
    assert [secret for secret in SECRETS if secret not in kept] == []

    await office.does("officer", "ErasePerson", id=kofi, basis="own_request")

    kept = await everything_kept(office)
    assert [secret for secret in SECRETS if secret in kept] == []
    shown = await office.shown(admission)
    assert (shown["status"], shown["education_country"], shown["person_id"]) == ("academic_leave", "GH", kofi)


async def test_admissions_of_an_erased_person_are_off_wherever_they_stood(office: Admissions) -> None:
    checked = ("documents_checked", "recognition_pending", "recognised")
    steps = ("lead", "applied", *checked, "waiting", "offered", "accepted")
    people = {reached: await office.kofi() for reached in steps}
    admissions = {reached: await office.at(reached, kofi) for reached, kofi in people.items()}

    for kofi in people.values():
        await office.does("officer", "ErasePerson", id=kofi, basis="own_request")

    shown = [await office.shown(each) for each in admissions.values()]
    assert [(each["status"], each["cause"]) for each in shown] == [("cancelled", "erased")] * len(steps)
    codes = [
        await office.refuses("head", "ReopenAdmission", id=admissions["lead"]["id"], **REASON),
        await office.refuses("officer", "OpenAdmission", **office.wanted(people["lead"])),
    ]
    assert codes == ["person-erased"] * 2


async def test_nothing_personal_is_written_about_who_was_erased(office: Admissions) -> None:
    kofi = await office.kofi()
    admission = await office.at("enrolled", kofi)
    await office.does("officer", "ErasePerson", id=kofi, basis="own_request")

    place = STEPS["registered"][1]
    code = await office.refuses("officer", "RegisterPlaceOfStay", id=admission["id"], **place)
    ended = await office.does("officer", "EndStudies", id=admission["id"], ending="left", **ON, **REASON)

    assert (code, ended["status"]) == ("person-erased", "left")
    assert await office.told("officer", admission, "reason") == [{"reason": None}]


async def test_who_studies_here_is_known_as_long_as_that(office: Admissions) -> None:
    kofi = await office.kofi()
    await office.at("enrolled", kofi)

    await office.waits_until(baku(2029, 6, 1))

    assert (await office.said_about(kofi))[-1] == "kept"
