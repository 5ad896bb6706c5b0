"""Answers are made from kept texts: in the language of who asks, with every place-holder filled."""

import pytest

from korpu_mobility.answer_templates.domain import filled, require_placeholders
from korpu_mobility.answer_templates.refusals import PlaceholderEmpty, PlaceholderUnknown
from tests.mobility.answers.conftest import Answers

TITLE = {"az": "Berlində təqaüd", "en": "A scholarship in Berlin"}


@pytest.mark.parametrize("words", ["{nmae}", "{}", "{name", "name}", "{{name}}", "{name.email}"])
def test_what_is_no_place_holder_is_refused(words: str) -> None:
    with pytest.raises(PlaceholderUnknown):
        require_placeholders(words, "text")


def test_what_was_filled_in_is_not_read_as_a_place_holder_again() -> None:
    assert filled("{name}: {code}", {"name": "{code}", "code": "ENQ-1"}) == "{code}: ENQ-1"
    with pytest.raises(PlaceholderEmpty):
        filled("{last_day}", {"last_day": None})


async def test_an_answer_is_made_in_the_language_of_the_enquiry(office: Answers) -> None:
    draft = await office.does("officer", "DraftOpportunity", kind="scholarship", title=TITLE, provider="Berlin Fund")
    template = await office.template()
    enquiry = await office.enquiry(language="en", opportunity_id=draft["id"])
    await office.does("officer", "AnswerEnquiry", id=enquiry["id"], template_id=template["id"], text="Good luck.")

    assert await office.said_to(enquiry) == (
        f"Dear Leyla, on {enquiry['state']['code']}: A scholarship in Berlin.\n\nGood luck."
    )


async def test_a_text_that_cannot_be_filled_or_is_not_there_in_the_language_makes_no_answer(office: Answers) -> None:
    template, enquiry = await office.template(), await office.enquiry()

    async def refused(**given: object) -> str:
        return await office.refuses("officer", "AnswerEnquiry", id=enquiry["id"], **given)  # type: ignore[arg-type]

    nothing = await refused()
    empty = await refused(template_id=template["id"])
    await office.does("officer", "CorrectEnquiry", id=enquiry["id"], language="de")
    german = await refused(template_id=template["id"])
    await office.does("officer", "RetireAnswerTemplate", id=template["id"])
    retired = await refused(template_id=template["id"])
    await office.does("officer", "RestoreAnswerTemplate", id=template["id"])

    assert (nothing, empty) == ("enquiry-answer-empty", "answer-template-placeholder-empty")
    assert (german, retired) == ("answer-template-unusable",) * 2


async def test_an_edited_text_leaves_translations_outdated_and_those_make_no_answer(office: Answers) -> None:
    template, enquiry = await office.template(), await office.enquiry(language="en")
    changed = await office.does("head", "ChangeAnswerTemplate", id=template["id"], text={"az": "{name}, salam!"})
    outdated = await office.refuses("officer", "AnswerEnquiry", id=enquiry["id"], template_id=template["id"])
    given = {"id": template["id"], "field": "text", "language": "en", "follows": 2}
    wrong = await office.refuses("officer", "TranslateAnswerTemplate", **given, words="Hello {nmae}!")
    await office.does("officer", "TranslateAnswerTemplate", **given, words="Hello {name}!")
    await office.does("officer", "AnswerEnquiry", id=enquiry["id"], template_id=template["id"])

    assert (await office.messages_about(template["id"]))[1]["change"] == {"outdated": ["en"]}
    assert changed["state"]["text"]["revision"] == 2
    assert (outdated, wrong) == ("answer-template-unusable", "answer-template-placeholder-unknown")
    assert await office.said_to(enquiry) == "Hello Leyla!"
    assert [row["command"] for row in await office.audit_of(template["id"])] == [
        "WriteAnswerTemplate", "ChangeAnswerTemplate", "TranslateAnswerTemplate",
    ]  # fmt: skip


async def test_what_is_not_a_text_of_it_is_refused(office: Answers) -> None:
    template = await office.template()
    known = {"id": template["id"], "field": "text", "words": "Salam"}
    unknown = await office.refuses(
        "officer", "WriteAnswerTemplate", title="Salam", topic="other", text={"az": "{advisor}"}
    )
    changed = await office.refuses("officer", "ChangeAnswerTemplate", id=template["id"], text={"az": "{advisor}"})
    part = await office.refuses("officer", "TranslateAnswerTemplate", **known, part="1", language="en", follows=1)
    itself = await office.refuses("officer", "TranslateAnswerTemplate", **known, language="az", follows=1)
    older = await office.refuses("officer", "TranslateAnswerTemplate", **known, language="de", follows=7)

    assert (unknown, changed) == ("answer-template-placeholder-unknown",) * 2
    assert (part, itself, older) == ("no-such-text", "translation-of-itself", "translation-follows-another")
