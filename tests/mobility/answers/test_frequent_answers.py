"""Questions that are asked often are answered for everybody, once they are whole in the promised languages."""

from tests.mobility.answers.conftest import ASKED, SAID, Answers


async def test_it_is_published_in_azerbaijani_and_english_and_withdrawn_with_a_reason(office: Answers) -> None:
    drafted = await office.drafted(question={"az": ASKED["az"]})
    known = {"id": drafted["id"]}
    hidden = await office.asks("student", "GET", f"/frequent-answer/{drafted['id']}")
    lacking = await office.refuses("officer", "PublishFrequentAnswer", **known)
    await office.does(
        "officer", "TranslateFrequentAnswer", **known, field="question", language="en", words=ASKED["en"], follows=1
    )
    published = await office.does("officer", "PublishFrequentAnswer", **known)
    shown = await office.asks("student", "GET", f"/frequent-answer/{drafted['id']}")
    changed = await office.does("officer", "ChangeFrequentAnswer", **known, answer={"az": "Alman dili."})
    withdrawn = await office.does("officer", "WithdrawFrequentAnswer", **known, reason="Köhnəlib")
    outdated = await office.refuses("officer", "PublishFrequentAnswer", **known)
    await office.does("officer", "ChangeFrequentAnswer", **known, answer={"en": "German."}, topic="scholarship")
    again = await office.does("officer", "PublishFrequentAnswer", **known)

    assert (hidden.status_code, shown.status_code) == (404, 200)
    assert (lacking, outdated) == ("frequent-answer-text-missing",) * 2
    assert [each["state"]["status"] for each in (published, changed, withdrawn, again)] == [
        "published", "published", "withdrawn", "published",
    ]  # fmt: skip
    assert (withdrawn["state"]["published_on"], again["state"]["reason"]) == (None, None)


async def test_it_speaks_of_what_everybody_reads(office: Answers) -> None:
    title = {"az": "Təqaüd", "en": "Scholarship"}
    draft = await office.does("officer", "DraftOpportunity", kind="scholarship", title=title)
    given = {"topic": "exchange", "question": ASKED, "answer": SAID, "opportunity_id": draft["id"]}
    refused = await office.refuses("officer", "DraftFrequentAnswer", **given)
    dropped = await office.does("officer", "WithdrawFrequentAnswer", id=(await office.drafted())["id"], reason="Artıq")
    known = {"id": dropped["id"], "field": "answer", "words": "Ja"}
    part = await office.refuses("officer", "TranslateFrequentAnswer", **known, part="1", language="de", follows=1)
    itself = await office.refuses("officer", "TranslateFrequentAnswer", **known, language="az", follows=1)
    older = await office.refuses("officer", "TranslateFrequentAnswer", **known, language="de", follows=7)

    assert refused == "frequent-answer-opportunity-unknown"
    assert dropped["state"]["status"] == "withdrawn"
    assert (part, itself, older) == ("no-such-text", "translation-of-itself", "translation-follows-another")
