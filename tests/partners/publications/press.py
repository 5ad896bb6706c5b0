"""Histories of publications that tests begin from."""

from typing import Any
from uuid import uuid4

from tests.documents import samples
from tests.office import Office

Work = dict[str, Any]
AUTHOR = "11111111-1111-4111-8111-111111111111"
ISBNS = ("9783161484100", "9780306406157", "9781861972712")


async def partner(office: Office) -> str:
    """An organisation that can review or be given copies."""
    names = [{"language": "en", "kind": "label", "text": f"University {uuid4().hex}"}]
    given: Work = {"names": names, "kinds": ["university"], "scope": "foreign", "country": "DE"}
    return str((await office.does("officer", "RegisterOrganisation", **given))["id"])


async def planned(office: Office, **about: Any) -> Work:
    """A textbook in Azerbaijani, to be translated into English and German."""
    given: Work = {
        "kind": "textbook",
        "title": {"az": "Azərbaycan dili", "en": "Azerbaijani"},
        "discipline": "0231",
        "source_language": "az",
        "languages": ["en", "de"],
        "author_ids": [AUTHOR],
        "unit": "philology",
        **about,
    }
    return dict(await office.does("officer", "PlanPublication", **given))


async def state(office: Office, work: Work) -> Work:
    """The publication as it is now."""
    return dict((await office.asks("officer", "GET", f"/publication/{work['id']}")).json())


async def reviews(office: Office, work: Work) -> list[Work]:
    """The reviews as the department reads them."""
    told = await office.asks("officer", "POST", "/publications/reviews/read", json={"ids": [work["id"]]})
    return list(told.json()["publications"][0]["reviews"])


async def brought(office: Office, role: str = "officer", content: bytes = samples.PDF, **who: Any) -> str:
    """The hash of a file that somebody has uploaded."""
    headers = {"content-type": "application/pdf"}
    return str((await office.asks(role, "POST", "/files", content=content, headers=headers, **who)).json()["sha256"])


async def attached(office: Office, work: Work, command: str, language: str = "az", **given: Any) -> Work:
    """A work has a file more, and this is it."""
    file = given.pop("file", None) or await brought(office)
    said = {"language": language, "file": file, "title": "The text", **given}
    state = (await office.does("officer", command, id=work["id"], **said))["state"]
    kind = "print_files" if command == "AttachPrintFile" else "manuscripts"
    return dict(state[kind][-1])


async def submitted(office: Office, **about: Any) -> Work:
    """The manuscript is here, and handed in."""
    work = await planned(office, **about)
    await attached(office, work, "AttachManuscript")
    return dict(await office.does("officer", "SubmitPublication", id=work["id"]))


async def in_house(office: Office, **about: Any) -> Work:
    """One of our own reviews."""
    work = await submitted(office, **about)
    asked = [{"person_id": uuid4(), "due": "2026-09-20"}]
    return dict(await office.does("officer", "BeginInternalReview", id=work["id"], reviewers=asked))


async def reviewed(office: Office, work: Work, verdict: str = "accept") -> Work:
    """All open reviews come in."""
    for each in await reviews(office, work):
        if each["verdict"] is None:
            said = {"review_id": each["id"], "verdict": verdict, "text": "Clear and complete"}
            work = await office.does("officer", "RecordPeerReview", id=work["id"], **said)
    return work


async def outside(office: Office, **about: Any) -> Work:
    """Our own have accepted; another institution reviews."""
    work = await reviewed(office, await in_house(office, **about))
    asked = [{"person_id": uuid4(), "due": "2026-09-25", "organisation_id": await partner(office)}]
    return dict(await office.does("officer", "BeginExternalReview", id=work["id"], reviewers=asked))


async def polished(office: Office, **about: Any) -> Work:
    """All have accepted; the language is polished."""
    work = await reviewed(office, await outside(office, **about))
    return dict(await office.does("officer", "BeginLanguageEdit", id=work["id"]))


async def approved(office: Office, number: str = "7/3", **about: Any) -> Work:
    """The council has approved it today."""
    return await decided(office, await polished(office, **about), number)


async def decided(office: Office, work: Work, number: str = "7/3") -> Work:
    """The council approves the present text today."""
    on = office.clock.now().date()
    return dict(await office.does("officer", "RecordCouncilDecision", id=work["id"], number=number, on=on))


async def in_production(office: Office, **about: Any) -> Work:
    """It is being printed."""
    return dict(await office.does("officer", "BeginProduction", id=(await approved(office, **about))["id"]))


async def translated(office: Office, work: Work, language: str = "en", follows: int = 1) -> Work:
    """A translation is here and approved."""
    about = {"id": work["id"], "language": language}
    await office.does("officer", "AssignTranslator", **about, translator_id=uuid4())
    await office.does("officer", "DeliverTranslation", **about, follows=follows)
    return dict(await office.does("officer", "ApproveTranslation", **about, reviewer_id=uuid4()))


async def printed(office: Office, work: Work, language: str = "az", isbn: str = ISBNS[0], copies: int = 100) -> Work:
    """An edition has its ISBN."""
    given: Work = {"language": language, "medium": "print", "isbn": isbn, "pages": 240, "copies": copies}
    return dict(await office.does("officer", "RecordPrinting", id=work["id"], **given))


async def published(office: Office, **about: Any) -> Work:
    """A hundred copies are out."""
    work = await printed(office, await in_production(office, **about))
    return dict(await office.does("officer", "PublishPublication", id=work["id"], on="2026-09-07"))
