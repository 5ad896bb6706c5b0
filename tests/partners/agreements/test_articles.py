"""Articles of the parties' own: part of what is approved and signed, changed by amendments alone."""

from typing import Any

import pytest

from tests.office import Office, Refused
from tests.partners.agreements.history import approved, draft, partner, reload, signed
from tests.partners.papers.pages import file_of, made, words

PROPERTY = {
    "az": "Əqli mülkiyyət\nBirgə işin nəticələri hər iki tərəfə məxsusdur.\nNəşrdə hər ikisi göstərilir.",
    "en": "Intellectual property\nWhat comes of joint work belongs to both parties.\nBoth are named where it appears.",
}
DISPUTES = {"az": "Mübahisələr danışıqlar yolu ilə həll olunur.", "en": "Disputes are settled by talks."}
OURS = [{"text": PROPERTY}, {"text": DISPUTES}]


async def test_articles_keep_their_identity_and_a_change_voids_what_was_approved(office: Office) -> None:
    agreement = await approved(office, articles=OURS)
    first, second = agreement["articles"]
    other = {**DISPUTES, "az": "Mübahisələrə məhkəmə baxır."}
    wanted = [{"id": second["id"], "text": other}, {"id": first["id"], "text": PROPERTY}]

    after = (await office.does("officer", "ChangeTerms", id=agreement["id"], articles=wanted))["state"]

    assert [each["id"] for each in after["articles"]] == [second["id"], first["id"]]
    assert (after["articles"][0]["text"]["revision"], after["articles"][1]["text"]["revision"]) == (2, 1)
    assert (after["approvals"], after["status"]) == ([], "in_review")
    assert after["terms_hash"] != agreement["terms_hash"]


async def test_words_of_an_article_are_published_so_nobody_stands_in_them_by_address(office: Office) -> None:
    told = [{"text": {"az": "Əlaqə: rektor@gdu.edu.az"}}]
    parties = [{"us": True}, {"organisation_id": await partner(office)}]

    given: dict[str, Any] = {"kind": "cooperation", "title": {"az": "S"}, "parties": parties, "articles": told}
    with pytest.raises(Refused) as refused:
        await office.does("officer", "DraftAgreement", **given)

    assert [each["code"] for each in refused.value.problem["errors"]] == ["email-in-text"]


async def test_a_paper_has_the_articles_in_their_order_and_under_their_headings(office: Office) -> None:
    agreement = await approved(office, articles=OURS)

    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"])

    told = words(await file_of(office, paper))
    assert "2. Intellectual property What comes of joint work belongs to both parties." in told
    assert told.index("Both are named where it appears.") < told.index("3. Disputes are settled by talks.")
    assert told.index("3. Disputes are settled by talks.") < told.index("4. Entry into force")


async def test_an_article_without_the_language_is_named(office: Office) -> None:
    agreement = await draft(office, articles=[{"text": {"az": "Maddə"}}])

    code = await office.refuses("officer", "MakeAgreementPaper", agreement_id=agreement["id"], draft=True)

    assert code == "paper-language-missing"


async def test_an_amendment_says_which_articles_read_otherwise_are_new_or_go(office: Office) -> None:
    agreement = await signed(office, starts=None, articles=OURS)
    first, _ = agreement["articles"]
    otherwise = {
        "az": "Əqli mülkiyyət\nNəticələr universitetimizə məxsusdur.",
        "en": "Intellectual property\nAll is ours.",
    }
    new = {"az": "Məxfilik\nMəlumat yayılmır.", "en": "Confidentiality\nNothing is passed on."}
    given = {
        "title": {"az": "Maddələr", "en": "Articles"},
        "articles": [{"id": first["id"], "text": otherwise}, {"text": new}],
    }
    await office.does("officer", "ProposeAmendment", by={"subject": "writer"}, id=agreement["id"], **given)
    about = {"agreement_id": agreement["id"], "number": 1, "draft": True}

    told = words(await file_of(office, await made(office, "MakeAmendmentPaper", **about)))

    for expected in (
        "Intellectual property This article now reads: All is ours.",
        "Confidentiality A new article is added: Nothing is passed on.",
        "This article is left out; it read: Disputes are settled by talks.",
        "Bu maddə yeni redaksiyada verilir: Nəticələr universitetimizə məxsusdur.",
    ):
        assert expected in told
    refused = await office.refuses("officer", "MakeAmendmentPaper", **about, template_version=1)
    assert refused == "paper-template-too-old"


async def test_a_successor_has_the_articles_under_new_identities(office: Office) -> None:
    agreement = await signed(office, starts="2026-09-07", articles=OURS)

    given: dict[str, Any] = {"starts": "2029-10-01", "ends": "2032-09-30"}
    renewed = (await office.does("officer", "RenewAgreement", id=agreement["id"], **given))["state"]
    successor = await reload(office, renewed["successor_id"])

    texts = [each["text"]["texts"]["en"]["text"] for each in successor["articles"]]
    assert texts == [PROPERTY["en"], DISPUTES["en"]]
    assert not {each["id"] for each in successor["articles"]} & {each["id"] for each in agreement["articles"]}
