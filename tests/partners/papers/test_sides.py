"""How the parties stand on what they sign: who acts for each, what each owes the other, how many copies there are."""

from typing import Any

import pytest
from sqlalchemy import text

from korpu_documents.papers.letterhead import letterhead
from tests.office import Office
from tests.partners.agreements.history import approved, draft, partner, signed
from tests.partners.papers.pages import file_of, made, words

RECTOR = {
    "name": "Yusif Yusibov",
    "function": {"az": "rektor", "en": "Rector", "de": "Rektor"},
    "mandate": {"az": "Universitetin Nizamnaməsi", "en": "the Charter", "de": "Satzung"},
}
DEAN = {
    "name": "Katharina Holzinger",
    "function": {"az": "rektor", "en": "Rektorin", "de": "Rektorin"},
    "mandate": {
        "az": "12.03.2026 tarixli 14 №-li etibarnamə",
        "en": "power of attorney No. 14",
        "de": "Vollmacht Nr. 14",
    },
}
IBAN = "IBAN DE89 3704 0044 0532 0130 00"
OWED = [
    {"text": {"az": "yataqxana verir", "en": "provides a dormitory"}, "ours": True, "due": "2027-01-31"},
    {
        "text": {"az": "təqaüd ödəyir", "en": "pays a scholarship"},
        "ours": False,
        "amount": {"amount": "800", "currency": "EUR"},
    },
]


async def printed(office: Office, agreement: dict[str, Any], **given: Any) -> tuple[dict[str, Any], str]:
    """The paper of an agreement, and what is written on it, without the hyphens at ends of lines."""
    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"], **given)
    return paper, words(await file_of(office, paper)).replace("- ", "")


async def test_each_party_is_represented_by_somebody_who_acts_on_a_document(office: Office) -> None:
    konstanz = await partner(office)
    agreement = await approved(office, partner_id=konstanz)
    sides = [{"representative": RECTOR}, {"organisation_id": konstanz, "representative": DEAN}]

    _, told = await printed(office, agreement, parties=sides)

    assert "Təmsil edir: rektor Yusif Yusibov; fəaliyyətinin əsası: Universitetin Nizamnaməsi." in told
    assert "represented by Katharina Holzinger, Rektorin, acting on the basis of: power of attorney No. 14." in told
    assert told.count("Katharina Holzinger") == 3
    assert "name, function, signature" not in told


async def test_requisites_are_those_of_the_record_and_what_is_given(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KORPU_POSTAL_ADDRESS", "Heydər Əliyev pr. 429, Gəncə")
    monkeypatch.setenv("KORPU_REQUISITES", "VÖEN 2400123451; IBAN AZ21NABZ00000000137010001944")
    letterhead.cache_clear()
    konstanz = await partner(office)
    await office.does("officer", "CorrectOrganisation", id=konstanz, address="Universitätsstraße 10", city="Konstanz")
    await office.does("officer", "CorrectOrganisation", id=konstanz, erasmus_code="D KONSTAN01")
    agreement = await approved(office, partner_id=konstanz)

    _, told = await printed(office, agreement, parties=[{"organisation_id": konstanz, "requisites": [IBAN]}])
    letterhead.cache_clear()

    assert "Universitätsstraße 10 Konstanz Almaniya / Germany Erasmus: D KONSTAN01" in told
    for each in (IBAN, "VÖEN 2400123451", "IBAN AZ21NABZ00000000137010001944"):
        assert each in told


async def test_who_acts_and_where_the_bank_is_stay_on_paper(office: Office) -> None:
    agreement = await approved(office)

    paper, _ = await printed(office, agreement, parties=[{"representative": RECTOR, "requisites": [IBAN]}])

    said = str([await office.messages_about(paper["id"]), await office.audit_of(paper["id"]), paper])
    async with office.database.transaction() as session:
        kept = str((await session.execute(text("SELECT row_to_json(paper) FROM paper"))).all())
    for secret in ("Yusibov", "Nizamnamə", "DE89"):
        assert secret not in said + kept


async def test_what_is_owed_is_said_of_each_side_by_its_name(office: Office) -> None:
    agreement = await approved(office, kind="cooperation", conditions=[], obligations=OWED)

    _, told = await printed(office, agreement)

    theirs = told[told.index("Obligations of University of Konstanz") :]
    assert "Ganja State University undertakes the following towards University of Konstanz" in told
    assert "– provides a dormitory (Due: 31 January 2027)" in told
    assert "undertakes the following towards Ganja State University: – pays a scholarship (Amount: 800 EUR)" in theirs
    assert "our university" not in told
    assert "tərəfdaş" not in told


async def test_several_partners_owe_together_and_are_joined_by_and(office: Office) -> None:
    first, second = await partner(office, "Alpha"), await partner(office, "Beta")
    parties = [{"us": True}, {"organisation_id": first}, {"organisation_id": second}]
    agreement = await draft(office, kind="cooperation", parties=parties, conditions=[], obligations=OWED)

    paper, told = await printed(office, agreement, draft=True)

    names = [each["names"]["texts"]["en"]["text"] for each in paper["parties"][1:]]
    assert f"{names[0]} and {names[1]} undertake the following towards Ganja State University" in told
    assert f"{names[0]} və {names[1]} aşağıdakıları öhdələrinə götürürlər" in told
    assert (paper["copies"], "in 3 copies, 1 for each party" in told) == (3, True)


@pytest.mark.parametrize(
    ("languages", "each", "expected"),
    [
        (["az", "en"], 1, "azərbaycan və ingilis dillərində 2 nüsxədə tərtib olunub, hər tərəfə 1 nüsxə verilir"),
        (["az"], 2, "azərbaycan dilində 4 nüsxədə tərtib olunub, hər tərəfə 2 nüsxə verilir"),
        (["de", "az"], 3, "in 6 Exemplaren abgefasst, je Partei: 3"),
    ],
)
async def test_the_last_article_counts_copies_and_names_languages(
    office: Office, languages: list[str], each: int, expected: str
) -> None:
    titles = {"az": "Mübadilə", "en": "Exchange", "de": "Austausch"}
    agreement = await approved(office, title=titles)

    paper, told = await printed(office, agreement, languages=languages, copies_each=each)

    assert expected in told
    assert paper["copies"] == 2 * each


@pytest.mark.parametrize(
    ("sides", "path"),
    [
        ([{"organisation_id": "01890000-0000-7000-8000-000000000000"}], "parties.0"),
        ([{}, {"representative": RECTOR}], "parties.1"),
        ([{"unit": "philology"}], "parties.0"),
    ],
)
async def test_nobody_else_stands_on_a_paper_and_nobody_twice(
    office: Office, sides: list[dict[str, Any]], path: str
) -> None:
    agreement = await approved(office)

    shown = await office.asks(
        "officer",
        "POST",
        "/papers/preview/make-agreement-paper",
        json={"agreement_id": agreement["id"], "parties": sides},
    )

    assert (shown.status_code, shown.json()["code"]) == (422, "paper-not-a-party")
    assert shown.json()["path"] == path


async def test_an_older_template_does_not_lose_silently_what_it_has_no_room_for(office: Office) -> None:
    agreement = await signed(office, starts="2026-09-07")
    about: dict[str, Any] = {"agreement_id": agreement["id"], "template_version": 1}
    ending: dict[str, Any] = {"effective": "2027-01-31", "reason": {"az": "Səbəb", "en": "Reason"}}

    refused = [
        await office.refuses("officer", "MakeAgreementPaper", **about, copies_each=2),
        await office.refuses("officer", "MakeAgreementPaper", **about, parties=[{"representative": RECTOR}]),
        await office.refuses("officer", "MakeTerminationPaper", **about, **ending, signatory="Yusif Yusibov"),
    ]
    old = await made(office, "MakeAgreementPaper", **about)

    assert refused == ["paper-template-too-old"] * 3
    assert (old["template_version"], old["copies"]) == (1, None)


async def test_a_notice_goes_to_the_partner_and_is_signed_by_name(office: Office) -> None:
    agreement = await signed(office, starts="2026-09-07")
    given = {"effective": "2027-01-31", "reason": {"az": "Səbəb var", "en": "No use"}}
    signs = {"signatory": "Yusif Yusibov", "signatory_function": {"az": "Rektor", "en": "Rector"}}

    paper = await made(office, "MakeTerminationPaper", agreement_id=agreement["id"], **given, **signs)

    told = words(await file_of(office, paper))
    assert told.index("University of Konstanz") < told.index("Notice of termination") < told.index("No use")
    assert told.index("No use") < told.index("Yusif Yusibov")


async def test_words_without_end_leave_no_room_for_a_signature(office: Office) -> None:
    agreement = await approved(office)
    endless = {**RECTOR, "function": {"az": "rektor " * 60, "en": "Rector"}}

    code = await office.refuses(
        "officer", "MakeAgreementPaper", agreement_id=agreement["id"], parties=[{"representative": endless}]
    )

    assert code == "paper-cannot-be-printed"
