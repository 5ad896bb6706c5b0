"""What happened in the demonstration year, day by day."""

from functools import partial
from typing import Any

from korpu_local.demo import (
    admissions,
    answers,
    autumn,
    enquiries,
    letters,
    opportunities,
    projects,
    publications,
    shelf,
    studies,
)
from korpu_local.demo.office import Office, Thing, academic_year

EUROPE, HOME_STUDENTS = "student_exchange", "philology"
NAMES = [
    ("Aysel", "Məmmədova"), ("Rüstəm", "İsmayılov"), ("Günay", "Əliyeva"), ("Tural", "Həsənov"),
    ("Nigar", "Quliyeva"), ("Elvin", "Şirinov"), ("Ləman", "Cəfərli"), ("Orxan", "Ağayev"),
]  # fmt: skip


def tell(office: Office) -> None:
    """Let the whole year pass, from its first letter to today."""
    office.it_is(0)
    partners = office.partners()
    friends = cooperation(office, partners)
    admissions.enrolled_last_year(office)
    memorandum = delegation(office, partners["vilnius"])
    project = projects.begun(office, partners["vilnius"], memorandum)
    call = opportunities.called(office, partners["vilnius"], memorandum)
    enquiries.answered(office, call)
    people = exchange(office, memorandum)
    answers.written(office)
    second_half(office, partners, friends["kazan"])
    shelf.looked_through(office, partners["vilnius"], partners["konstanz"], memorandum)
    book = publications.written(office, project, partners["vilnius"])
    projects.ended(office, project)
    publications.out(office, book, partners["vilnius"])
    autumn.lived_through(office, partners, memorandum, people)
    enquiries.waiting(office)
    today(office, partners, people)


def cooperation(office: Office, partners: dict[str, Thing]) -> dict[str, Thing]:
    """Old friends: agreements that were signed in autumn, of which one ends soon and one was ended."""
    friends = {}
    for number, (key, years) in enumerate({"konstanz": 4, "ankara": 3, "tbilisi": 5, "kazan": 2}.items()):
        partner = partners[key]
        office.it_is(5 + number)
        draft = office.agreement(
            partner, "cooperation", "Əməkdaşlıq haqqında saziş", "Agreement on cooperation",
            starts=office.day(20), ends=office.day(20 + 365 * years - 1),
            obligations=[{"text": {"az": "İllik görüş keçirmək", "en": "Meet once a year"}, "ours": True}],
        )  # fmt: skip
        office.it_is(10 + number)
        reviewed = office.reviewed(draft, partner, office.day(9))
        office.it_is(15 + number)
        friends[key] = office.signed(reviewed, partner, office.day(15))
    risk = {"rating": "MEDIUM", "until": office.day(200)}
    office.officer.does("RateOrganisation", id=partners["kazan"]["id"], risk=risk)
    soon = office.agreement(
        partners["ege"], "memorandum", "Anlaşma memorandumu", "Memorandum of understanding",
        starts=office.day(25), ends=office.day(365 + 45),
    )  # fmt: skip
    office.it_is(24)
    office.signed(office.reviewed(soon, partners["ege"], office.day(23)), partners["ege"], office.day(24))
    return friends


def delegation(office: Office, partner: Thing) -> Thing:
    """A delegation comes from Vilnius, and goes home with a memorandum signed."""
    office.it_is(40)
    letter = letters.announced(office, partner)
    visit = office.officer.does(
        "RequestVisit", direction="INCOMING", head_level="RECTOR",
        title={"az": "Vilnüs Universitetinin nümayəndə heyəti", "en": "Delegation of Vilnius University"},
        purpose="Student exchange in philology", organisations=[partner["id"]],
        starts=office.day(70), ends=office.day(72), letter_id=letter["id"], unit="philology",
    )  # fmt: skip
    known: dict[str, Any] = {"id": visit["id"]}
    office.officer.does("BeginScreening", **known)
    office.officer.does("RecordCheck", **known, kind="SECURITY", clear=True)
    office.it_is(45)
    office.head.does("ApproveVisit", **known)
    letters.answered(office, letter, partner)
    rector = office.person("Yusif", "Yusibov", "staff", "rectorate")
    office.officer.does("PlanVisit", **known, responsible_id=rector["id"])
    guests = ("Rasa Petrauskienė", "Jonas Kazlauskas", "Eglė Stankutė")
    members = [{"name": name, "head": name == guests[0]} for name in guests]
    office.officer.does("ChangeMembers", **known, add=members)
    memorandum = signing_prepared(office, partner, visit)
    programme(office, visit, memorandum, rector)
    office.it_is(69)
    office.head.does("ConfirmVisit", **known, despite="The dormitory answers by telephone")
    office.it_is(70)
    office.officer.does("StartVisit", **known)
    office.it_is(71)
    signed = office.signed(memorandum, partner, office.day(71), visit_id=visit["id"])
    office.it_is(72)
    office.officer.does("CompleteVisit", **known)
    office.it_is(75)
    report = {"az": "Memorandum imzalandı, beş yer açıldı.", "en": "The memorandum was signed; it opens five seats."}
    office.officer.does("ReportVisit", **known, report=report)
    office.officer.does(
        "OpenActionPoint", title={"az": "Namizədlər üçün elan vermək", "en": "Call for nominees"},
        due=office.day(100), unit="philology", origin={"kind": "VISIT", "id": visit["id"]},
    )  # fmt: skip
    office.eventually(lambda: office.officer.does("CloseVisit", **known))
    return signed


def signing_prepared(office: Office, partner: Thing, visit: Thing) -> Thing:
    """The memorandum is agreed by letter before the delegation travels."""
    office.it_is(50)
    year = academic_year(office.day(150))
    draft = office.agreement(
        partner, EUROPE, "Tələbə mübadiləsi haqqında memorandum", "Memorandum on student exchange",
        starts=office.day(80), ends=office.day(80 + 365 * 3), origin={"kind": "VISIT", "id": visit["id"]},
        conditions=[{
            "from": {"unit": HOME_STUDENTS}, "to": {"organisation_id": partner["id"]}, "kind": "STUDY",
            "first_year": year, "last_year": f"{int(year[:4]) + 3}/{int(year[:4]) + 4}",
            "people_per_year": 5, "months_per_year": 25, "eqf": [6, 7], "language": "en", "cefr": "B1",
        }],
    )  # fmt: skip
    office.it_is(60)
    reviewed = office.reviewed(draft, partner, office.day(58))
    office.officer.does("MakeAgreementPaper", agreement_id=draft["id"], languages=["az", "en"])
    return reviewed | {"conditions": draft["conditions"]}


def programme(office: Office, visit: Thing, memorandum: Thing, rector: Thing) -> None:
    """Three items: welcome, signing, and the old town."""
    items = [
        (
            "MEETING",
            70,
            10,
            "Rektorla görüş",
            "Meeting with the rector",
            {"host_id": rector["id"], "room": "Rectorate 201"},
        ),
        (
            "SIGNING",
            71,
            11,
            "Memorandumun imzalanması",
            "Signing of the memorandum",
            {"agreement_id": memorandum["id"]},
        ),
        ("TOUR", 72, 10, "Gəncə şəhəri ilə tanışlıq", "A walk through Ganja", {"place": "Xan bağı"}),
    ]
    for kind, day, hour, az, en, more in items:
        office.officer.does(
            "AddProgrammeItem", id=visit["id"], kind=kind, title={"az": az, "en": en},
            starts=office.at(day, hour), ends=office.at(day, hour + 1), **more,
        )  # fmt: skip
    for department, what in (("DORMITORY", "Three single rooms"), ("TRANSPORT", "A minibus from the airport")):
        office.officer.does("AskDepartment", id=visit["id"], department=department, what=what, due=office.day(66))


def exchange(office: Office, memorandum: Thing) -> list[Thing]:
    """Six students want five seats; five go, one of them comes back early. Gives all who are known by then."""
    office.it_is(110)
    people = [office.person(given, family, "student") for given, family in NAMES]
    condition = office.officer.asks(
        "query($id: ID!) { agreement(id: $id) { conditions { id } } }", id=memorandum["id"]
    )["agreement"]["conditions"][0]["id"]
    year = academic_year(office.day(150))
    stays = []
    for person in people[:6]:
        nomination = {
            "person_id": person["id"], "condition_id": condition, "unit": HOME_STUDENTS, "academic_year": year,
            "planned_from": office.day(150), "planned_to": office.day(280), "level": 6, "field": "0231",
            "language_level": "B2", "funding": "PROGRAMME",
        }  # fmt: skip
        stays.append(office.eventually(partial(office.officer.does, "NominatePerson", **nomination)))
    office.it_is(120)
    for stay in stays[:5]:
        office.officer.does("AcceptNomination", id=stay["id"], on=office.day(120))
        office.officer.does("AgreeMobility", id=stay["id"], on=office.day(120))
    agreements = studies.agreed(office, stays[:4], people[:4])
    office.it_is(150)
    for stay in stays[:5]:
        office.officer.does("RecordArrival", id=stay["id"], on=office.day(150))
    office.it_is(200)
    office.officer.does(
        "RecordEarlyReturn", id=stays[4]["id"], on=office.day(199), force_majeure=True, reason="The campus was flooded"
    )
    office.it_is(281)
    for stay in stays[:4]:
        office.officer.does("RecordReturn", id=stay["id"], on=office.day(280))
    for stay in stays[:2]:
        office.officer.does("RecogniseMobility", id=stay["id"], on=office.day(281), ects=30)
    studies.counted(office, agreements)
    return people


def second_half(office: Office, partners: dict[str, Thing], friend: Thing) -> None:
    """Spring and summer: a visit that was declined, one that was put off, an agreement that was ended."""
    office.it_is(210)
    declined = visit_from(office, partners["porto"], 230, "DEAN")
    office.officer.does("BeginScreening", id=declined["id"])
    office.head.does("DeclineVisit", id=declined["id"], reason="The examinations are in that week")
    letters.waiting(office, partners)
    ended(office, friend)
    office.it_is(300)
    for key in ("bologna", "tartu", "granada"):
        partner = partners[key]
        draft = office.agreement(
            partner, "staff_exchange", "Müəllim mübadiləsi haqqında saziş", "Agreement on staff exchange",
            starts=office.day(330), ends=office.day(330 + 365 * 3),
        )  # fmt: skip
        reviewed = office.reviewed(draft, partner, office.day(300))
        office.signed(reviewed, partner, office.day(300))


def ended(office: Office, agreement: Thing) -> None:
    """Notice is given with a paper of the office, after a look at what depends on the agreement."""
    known, effective = agreement["id"], office.day(310)
    reason = {"az": "Ortaq fəaliyyət dayanıb.", "en": "There is no more common work."}
    notice = office.officer.does(
        "MakeTerminationPaper", more="code", agreement_id=known, effective=effective, reason=reason,
        languages=["az", "en"],
    )  # fmt: skip
    seen = office.head.asks("query($id: ID!) { agreement(id: $id) { impact { code } } }", id=known)["agreement"]
    office.head.does(
        "TerminateAgreement", id=known, given_on=office.day(210), effective=effective, wished_by="US",
        document={"reference": notice["code"], "paper_id": notice["id"]}, reason=reason["en"],
        impact=seen["impact"]["code"],
    )  # fmt: skip


def today(office: Office, partners: dict[str, Thing], people: list[Thing]) -> None:
    """What is on the desk this morning."""
    later = office.agreement(
        partners["uppsala"], "research", "Birgə tədqiqat haqqında saziş", "Agreement on joint research",
        starts=office.day(365 + 60), ends=office.day(365 * 4),
    )  # fmt: skip
    office.signed(office.reviewed(later, partners["uppsala"], office.day(364)), partners["uppsala"], office.day(365))
    waiting = office.agreement(
        partners["almaty"], "memorandum", "Anlaşma memorandumu", "Memorandum of understanding",
        starts=office.day(365 + 30), ends=office.day(365 * 4),
    )  # fmt: skip
    office.officer.does("SubmitAgreement", id=waiting["id"])
    office.agreement(partners["porto"], "cooperation", "Əməkdaşlıq haqqında saziş", "Agreement on cooperation")
    coming = visit_from(office, partners["warsaw"], 365 + 21, "VICE_RECTOR")
    office.officer.does("BeginScreening", id=coming["id"])
    office.officer.does("RecordCheck", id=coming["id"], kind="security", clear=True)
    office.head.does("ApproveVisit", id=coming["id"], despite="Known guests")
    requested = visit_from(office, partners["tashkent"], 365 + 60, "DIRECTOR")
    office.officer.does("BeginScreening", id=requested["id"])
    letters.on_the_desk(office, partners)
    autumn.this_morning(office, opportunities.open_today(office, partners["konstanz"]), people)
    projects.idea(office, partners["konstanz"], "Birgə yay məktəbi", "A joint summer school", 365 + 90)
    information_day(office, partners["ankara"])


def information_day(office: Office, partner: Thing) -> None:
    """Students will hear how to study abroad, and can register already."""
    event = office.officer.does(
        "DraftEvent", kind="INFORMATION_DAY", capacity=200, place="Akt zalı", unit="philology",
        title={"az": "Xaricdə təhsil günü", "en": "Study abroad day"},
        summary={"az": "Mübadilə və təqaüdlər haqqında", "en": "On exchange and scholarships"},
        starts=office.at(365 + 21, 10), ends=office.at(365 + 21, 16), organisations=[partner["id"]],
    )  # fmt: skip
    office.officer.does(
        "AddEventSession", id=event["id"], title={"az": "Açılış", "en": "Opening"},
        starts=office.at(365 + 21, 10), ends=office.at(365 + 21, 11), room="Akt zalı",
    )  # fmt: skip
    office.head.does("PublishEvent", id=event["id"])
    office.officer.does("OpenRegistration", id=event["id"])


def visit_from(office: Office, partner: Thing, starts: int, head_level: str) -> Thing:
    """A delegation asks to come."""
    return office.officer.does(
        "RequestVisit", direction="INCOMING", head_level=head_level,
        title={"az": "Tərəfdaş universitetin səfəri", "en": "Visit of a partner university"},
        purpose="To look at joint programmes", organisations=[partner["id"]],
        starts=office.day(starts), ends=office.day(starts + 2), letter="By e-mail",
    )  # fmt: skip
