"""A paper through the portal: made of what was agreed, taken home, and checked by whoever holds it."""

import hashlib
import re
from collections.abc import Iterator

import httpx
import pytest

from tests.journeys.departments import Department, bare
from tests.journeys.office import LETTER, PHILOLOGY, Office, Thing, partner_of
from tests.journeys.patience import eventually
from tests.partners.papers.pages import words

pytestmark = pytest.mark.journey

TITLE = {"az": "Daha çox yer", "en": "More seats", "ru": "Больше мест"}
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}")
MADE = "file { id }"
ARTICLES = "query($id: ID!) { agreement(id: $id) { articles { text { text(lang: AZ) } } } }"
LISTED = "query($of: ID!) { papers(filter: { agreement: $of }) { nodes { draft amendment } } }"


@pytest.fixture
def street(office: Office) -> Iterator[httpx.Client]:
    """Somebody with a paper in hand and without a token."""
    url, _ = office.entrance(None)
    with httpx.Client(base_url=url, headers={"accept-language": "en"}) as client:
        yield client


def amended(office: Office) -> Thing:
    """A signed agreement, and an amendment of its end and its seats that is proposed."""
    agreement = office.signed(office.partner(), title={language: office.named("Memorandum") for language in TITLE})
    more = office.seats({"id": partner_of(agreement)}, people=12)
    changed: Thing = {"title": TITLE, "conditions": [more], "ends": office.days.day(4 * 365)}
    return agreement | office.officer.does("ProposeAmendment", id=agreement["id"], **changed)


def all_approve(office: Office, agreement: Thing) -> None:
    """Every office and the partner say yes to the amendment."""
    about: Thing = {"id": agreement["id"], "number": 1}
    approvers = {"faculty": office.coordinator(PHILOLOGY), "department": office.head}
    for step in ("faculty", "department", "legal", "rectorate"):
        who = approvers.get(step) or office.as_role(step)
        who.does("ApproveAmendment", step=step, **about)
    yes: Thing = {"organisation_id": partner_of(agreement), "on": office.days.today, "evidence": LETTER}
    office.officer.does("RecordAmendmentApproval", **yes, **about)


def paper_of(office: Office, agreement: Thing, other: str, **about: object) -> Thing:
    """The paper of its amendment, in Azerbaijani and another language side by side."""
    given: Thing = {"agreement_id": agreement["id"], "number": 1, "languages": ["az", other], **about}
    return office.officer.does("MakeAmendmentPaper", more=MADE, **given)


def taken_home(office: Office, paper: Thing) -> bytes:
    """The file, by the link that one who may read it is given at the gateway."""
    asked = {"kind": "paper", "id": bare(paper["id"]), "attachment_id": paper["file"]["id"]}
    url, token = office.entrance("legal")
    with httpx.Client(base_url=url, headers={"authorization": f"Bearer {token}"}) as client:
        return client.get(client.post("/partners/files/links", json=asked).json()["url"]).content


def told(street: httpx.Client, pdf: bytes) -> str:
    """What the page of the gateway says of a paper by the code that stands on it, in the words of a reader."""
    [code] = set(CODE.findall(words(pdf)))
    page = eventually(
        lambda: street.get(f"/verify/{code}", params={"sha256": hashlib.sha256(pdf).hexdigest()}),
        lambda answer: answer.status_code == 200,
    )
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def test_the_paper_of_an_amendment_is_checked_by_whoever_holds_it(office: Office, street: httpx.Client) -> None:
    agreement = amended(office)
    draft = taken_home(office, paper_of(office, agreement, "en", draft=True))
    all_approve(office, agreement)
    made = taken_home(office, paper_of(office, agreement, "ru"))

    before = [told(street, each) for each in (draft, made)]
    signatures = office.signatures(agreement)
    office.officer.does("SignAmendment", id=agreement["id"], number=1, signatures=signatures)
    after = eventually(lambda: told(street, made), lambda page: "not signed yet" not in page)

    assert "Today a draft; it binds nobody" in before[0]
    assert "Today not signed yet" in before[1]
    assert "Today in force" in after
    for page in (*before, after):
        assert f"Number {agreement['code']}/1 Kind Amendment" in page
        assert "The file is the one that was made." in page


def test_the_paper_of_an_amendment_says_in_both_languages_what_changes(office: Office) -> None:
    agreement = amended(office)

    papers = [paper_of(office, agreement, other, draft=True) for other in ("en", "ru")]

    for paper, expected in zip(papers, (TITLE["en"], TITLE["ru"]), strict=True):
        printed = words(taken_home(office, paper))
        for word in (TITLE["az"], expected, ": 5", ": 12", f"{agreement['code']}/1"):
            assert word in printed
    listed = eventually(
        lambda: office.as_role("legal").asks(LISTED, of=agreement["id"])["papers"]["nodes"], lambda them: len(them) == 2
    )
    assert listed == [{"draft": True, "amendment": 1}] * 2


def test_an_agreement_on_paper_says_who_acts_and_what_is_agreed_in_words_of_its_own(office: Office) -> None:
    partner = office.partner()
    article = {
        "az": "Əqli mülkiyyət\nNəticələr hər iki tərəfindir.",
        "en": "Intellectual property\nResults are shared.",
    }
    owed = {"text": {"az": "yataqxana verir", "en": "provides a dormitory"}, "ours": True}
    titles: Thing = {"az": office.named("Müqavilə"), "en": office.named("Agreement")}
    about: Thing = {"kind": "cooperation", "title": titles, "conditions": [], "articles": [{"text": article}]}
    agreement = office.draft(partner, **about, obligations=[owed])
    acts = {
        "name": "Yusif Yusibov",
        "function": {"az": "rektor", "en": "Rector"},
        "mandate": {"az": "Nizamnamə", "en": "the Charter"},
    }

    given: Thing = {"agreement_id": agreement["id"], "draft": True, "copies_each": 2}
    paper = office.officer.does(
        "MakeAgreementPaper", more=f"{MADE} copies", **given, parties=[{"representative": acts}]
    )

    printed = words(taken_home(office, paper)).replace("- ", "")
    for expected in (
        "represented by Yusif Yusibov, Rector, acting on the basis of: the Charter.",
        "Intellectual property Results are shared.",
        "Ganja State University undertakes the following towards",
        "in 4 copies, 2 for each party",
    ):
        assert expected in printed
    shown = eventually(lambda: office.as_role("legal").asks(ARTICLES, id=agreement["id"])["agreement"])
    assert (paper["copies"], shown["articles"]) == (4, [{"text": {"text": article["az"]}}])


def test_the_paper_of_an_amendment_that_was_dropped_is_out_of_date(
    office: Office, street: httpx.Client, department: Department
) -> None:
    agreement = amended(office)
    all_approve(office, agreement)
    paper = paper_of(office, agreement, "en")
    made = taken_home(office, paper)

    office.officer.does("DropAmendment", id=agreement["id"], number=1, reason="The partner has no room")
    page = eventually(lambda: told(street, made), lambda page: "not signed yet" not in page)

    assert "Today the terms have changed since this document was made" in page
    said = department.hears("partners.papers.v1", paper, "paper.made")
    assert (said.state["amendment"], said.change) == (1, {"sha256": hashlib.sha256(made).hexdigest()})
    assert not CODE.search(said.raw.decode())
