"""Proposals from the idea to what came of it, named and without a name."""

import httpx
import pytest

from korpu_local.stack import Stack
from tests.journeys.books import Books
from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.proposing import proposed, saying, somebody

pytestmark = pytest.mark.journey

TOPIC = "events.proposals.v1"
SIMILAR = "query($text: String!) { similarProposals(text: $text) { likeness proposal { id title { text } } } }"
OWN = "{ ownProposals { proposal { id unnamed } } viewer { subject person { id } } }"
SHOWN = """query($id: ID!) { proposal(id: $id) {
    status overdue supporters remarks author unnamed unnamedProposerId mine supported reason outcome
    availableActions proposer { id } discussion { side text personId } actionPoints { id status }
    mergedHere { nodes { id } }
} }"""
MOST_WANTED = """query($search: String!) { proposals(
    filter: {search: $search, theme: [MOBILITY]}, orderBy: {by: SUPPORTERS, direction: DESC}
) { totalCount nodes { id supporters } } proposalTotals(filter: {search: $search}) { theme unit status proposals } }"""
STORY = "query($of: ID!) { story(of: $of) { fact nodeId } }"


def two_commitments(office: Office, days: Calendar) -> list[Thing]:
    """What a faculty and somebody of the staff are to do."""
    owner = office.person(kind="staff")
    return [
        {"title": {"az": "Tapmaq"}, "due": days.day(30), "unit": "philology"},
        {"title": {"az": "Öyrətmək"}, "due": days.day(40), "owner_id": owner["id"]},
    ]


def test_a_proposal_is_offered_supported_accepted_done_and_verified(
    office: Office, days: Calendar, department: Department
) -> None:
    aysel, leyla, tural = somebody(office), somebody(office, "student"), somebody(office)
    words = saying(office)
    proposal = aysel.does("SubmitProposal", more="code", **words)
    known = {"id": proposal["id"]}
    offered = eventually(lambda: leyla.asks(SIMILAR, text=words["description"]["az"])["similarProposals"], bool)
    leyla.does("SupportProposal", **known)
    twice = leyla.refuses("SupportProposal", **known)
    leyla.does("DiscussProposal", **known, text="Zəng edin: +994 50 123 45 67")
    again = tural.does("SubmitProposal", **words)
    office.officer.does("MergeProposal", id=again["id"], into=proposal["id"])
    days.becomes(days.day(12))
    late = department.hears(TOPIC, proposal, "proposal.triage_overdue")
    office.officer.does("TriageProposal", **known, theme="mobility")
    office.officer.does("BeginProposalReview", **known)
    office.head.does("AcceptProposal", **known, note="Yazdan", commitments=two_commitments(office, days))
    begun = leyla.asks(SHOWN, **known)["proposal"]
    points = eventually(
        lambda: office.officer.asks(SHOWN, **known)["proposal"]["actionPoints"], lambda them: len(them) == 2
    )
    for point in points:
        office.officer.does("FinishActionPoint", id=point["id"], evidence="Siyahı 7")
    done = eventually(lambda: office.officer.asks(SHOWN, **known)["proposal"], lambda it: it["status"] == "IMPLEMENTED")
    doer = office.officer.refuses("VerifyProposal", **known, outcome="Alındı")
    office.head.does("VerifyProposal", **known, outcome="Heç kim azmadı")

    seen = aysel.asks(SHOWN, **known)["proposal"]
    wanted = leyla.asks(MOST_WANTED, search=words["title"]["az"])
    told = [each["fact"] for each in office.officer.asks(STORY, of=proposal["id"])["story"]]
    # Others have proposed in like words before; of the most alike the newest comes first.
    assert offered[0]["proposal"]["id"] == proposal["id"]
    assert (twice, doer) == ("proposal-supported-already", "proposal-verifier-is-doer")
    assert late.change["tell"] == ["head"]
    assert (begun["status"], begun["supported"], begun["mine"], done["remarks"]) == ("IN_ACTION", True, False, 1)
    assert begun["discussion"] == [
        {"side": "UNIVERSITY", "text": "Zəng edin: +994 50 123 45 67", "personId": begun["discussion"][0]["personId"]}
    ]
    assert (seen["status"], seen["outcome"], seen["mine"]) == ("VERIFIED", "Heç kim azmadı", True)
    assert [each["id"] for each in seen["mergedHere"]["nodes"]] == [again["id"]]
    assert [each["id"] for each in wanted["proposals"]["nodes"]] == [proposal["id"], again["id"]]
    assert [(each["unit"], each["status"], each["proposals"]) for each in wanted["proposalTotals"]] == [
        ("philology", "MERGED", 1),
        ("philology", "VERIFIED", 1),
    ]
    assert {"proposal.submitted", "action_point.opened", "proposal.implemented", "proposal.verified"} <= set(told)
    assert b"994" not in department.hears(TOPIC, proposal, "proposal.discussed").body
    assert department.hears(TOPIC, proposal, "proposal.verified").state["status"] == "verified"


def test_who_proposes_without_a_name_is_known_to_the_head_alone(
    product: Stack, office: Office, department: Department
) -> None:
    person = bare(office.person(kind="staff")["id"])
    subject = f"unnamed-{person[-12:]}"
    aysel = office.as_role("staff", person_id=person, subject=subject)
    proposal = aysel.does("SubmitProposal", **saying(office), unnamed=True)
    known = {"id": proposal["id"]}
    aysel.does("DiscussProposal", **known, text="Mən belə düşünürəm")
    aysel.does("CorrectProposal", **known, unit="history", reason="Səhv")

    others = {
        role: office.as_role(role).asks(SHOWN, **known)["proposal"]
        for role in ("officer", "rectorate", "auditor", "student")
    }
    head = office.head.asks(SHOWN, **known)["proposal"]
    own = aysel.asks(OWN)
    said = eventually(lambda: department.about(TOPIC, proposal), lambda them: len(them) == 3)
    audit = httpx.get(
        f"{product.url('events')}/proposal/{bare(proposal['id'])}/audit",
        headers={"authorization": f"Bearer {product.token('auditor')}"},
    ).text

    assert {each["unnamedProposerId"] for each in others.values()} == {None}
    assert {(each["proposer"], each["mine"]) for each in others.values()} == {(None, False)}
    assert {each["author"] for role, each in others.items() if role != "student"} == {"anonymous"}
    assert (head["unnamedProposerId"], head["discussion"][0]["side"]) == (person, "PROPOSER")
    assert own["ownProposals"] == [{"proposal": {"id": proposal["id"], "unnamed": True}}]
    mine = aysel.asks(SHOWN, **known)["proposal"]
    assert (mine["mine"], {"withdrawProposal", "correctProposal"} - set(mine["availableActions"])) == (True, set())
    assert not any("withdrawProposal" in each["availableActions"] for each in (*others.values(), head))
    books = Books(product, department)
    for secret in (person.encode(), subject.encode()):
        assert all(secret not in each.raw for each in said)
        assert secret.decode() not in audit
    assert books.in_database("gateway", [subject]) == set()
    assert books.published([subject]) == set()
    assert aysel.does("WithdrawProposal", **known, reason="Artıq var")["status"] == "WITHDRAWN"


def test_a_no_is_read_by_whoever_proposed_and_supports_it_and_nobody_from_the_street_reads_any(office: Office) -> None:
    proposal, leyla = proposed(office), somebody(office, "student")
    known = {"id": proposal["id"]}
    leyla.does("SupportProposal", **known)
    office.officer.does("TriageProposal", **known)
    office.officer.does("BeginProposalReview", **known)
    office.head.does("DeclineProposal", **known, reason="Belə proqram var")

    read = leyla.asks(SHOWN, **known)["proposal"]

    assert (read["status"], read["reason"]) == ("DECLINED", "Belə proqram var")
    assert office.anybody.asks(SHOWN, **known)["proposal"] is None
    assert office.head.does("ReopenProposal", **known, reason="Proqram bitib")["status"] == "UNDER_REVIEW"
