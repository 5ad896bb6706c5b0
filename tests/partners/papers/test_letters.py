"""Papers of letters: the words of their author are printed, and kept nowhere else."""

from sqlalchemy import text

from tests.office import Office
from tests.partners.agreements.history import partner
from tests.partners.letters.post import came_in, went_out
from tests.partners.papers.pages import file_of, made, words

BODY = {"az": "Hörmətli cənab Şıxəliyev, sizi dəvət edirik.", "en": "Dear Mr Shikhaliyev, you are invited."}
SIGNED = {"signatory": "Ülviyyə Ağayeva", "signatory_function": {"az": "Prorektor", "en": "Vice-Rector"}}


async def test_a_letter_is_printed_in_two_languages_with_its_number(office: Office) -> None:
    letter = await went_out(office, correspondents=[{"organisation_id": await partner(office)}])

    paper = await made(office, "MakeLetterPaper", letter_id=letter["id"], body=BODY, **SIGNED)

    told = words(await file_of(office, paper))
    for expected in (*BODY.values(), "Ülviyyə Ağayeva", "Vice-Rector", letter["code"], "University of Konstanz"):
        assert expected in told


async def test_names_in_a_letter_stay_on_paper(office: Office) -> None:
    letter = await went_out(office)

    paper = await made(office, "MakeLetterPaper", letter_id=letter["id"], body=BODY, **SIGNED)

    said = str([await office.messages_about(paper["id"]), await office.audit_of(paper["id"]), paper])
    async with office.database.transaction() as session:
        kept = str((await session.execute(text("SELECT row_to_json(paper) FROM paper"))).all())
    for name in ("Ağayeva", "Şıxəliyev"):
        assert name not in said + kept


async def test_a_confidential_letters_paper_does_not_say_what_it_is_about(office: Office) -> None:
    letter = await went_out(office, confidential=True, correspondents=[{"organisation_id": await partner(office)}])

    paper = await made(office, "MakeLetterPaper", letter_id=letter["id"], body=BODY)

    assert paper["title"]["texts"]["en"]["text"] == "Letter"
    assert paper["parties"] == []


async def test_only_a_letter_that_goes_out_is_written_by_us(office: Office) -> None:
    letter = await came_in(office)

    code = await office.refuses("officer", "MakeLetterPaper", letter_id=letter["id"], body=BODY)

    assert code == "paper-letter-not-outgoing"


async def test_a_body_in_one_language_makes_no_paper_in_two(office: Office) -> None:
    letter = await went_out(office)

    code = await office.refuses("officer", "MakeLetterPaper", letter_id=letter["id"], body={"az": "Salam"})

    assert code == "paper-language-missing"
