"""The office of the demonstration: its people, its calendar, and the steps that it takes again and again."""

import time
import tomllib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

from korpu_chassis.clock import BAKU
from korpu_local.moving import move_clock
from korpu_local.portal import Portal
from korpu_local.tokens import Caller, Issuer

LETTER = {"reference": "Incoming letter 2025/118"}
STEPS = {
    "faculty": "faculty_coordinator",
    "department": "head",
    "legal": "legal",
    "finance": "finance",
    "rectorate": "rectorate",
}
YEAR = 365

Thing = dict[str, Any]


def began_on(file: Path) -> date:
    """The first day of the year, kept, so that a year that was interrupted goes on with the same days."""
    if not file.exists():
        file.write_text((datetime.now(BAKU).date() - timedelta(days=YEAR)).isoformat())
    return date.fromisoformat(file.read_text())


def bare(global_id: str) -> str:
    """The id by which owners know a thing: without the word for its kind."""
    return global_id.rpartition(":")[2]


def academic_year(day: date) -> str:
    """The academic year of a day."""
    first = day.year if day.month >= 9 else day.year - 1  # noqa: PLR2004 -- September
    return f"{first}/{first + 1}"


class Office:
    """The department, one year ago and since."""

    def __init__(self, gateway_url: str, issuer: Issuer, clock_file: Path) -> None:
        self._url = gateway_url
        self._issuer = issuer
        self._clock_file = clock_file
        self._portals: dict[str, Portal] = {}
        self.began = began_on(issuer.home.path / "demonstration-began")

    def as_role(self, role: str) -> Portal:
        """Somebody of this role at the portal."""
        if role not in self._portals:
            self._portals[role] = Portal(self._url, self._issuer.token(Caller(role=role)), once=True)
        return self._portals[role]

    @property
    def officer(self) -> Portal:
        """The officer, who does most of it."""
        return self.as_role("officer")

    @property
    def head(self) -> Portal:
        """The head of the department."""
        return self.as_role("head")

    @property
    def anybody(self) -> Portal:
        """Somebody without an account."""
        if "" not in self._portals:
            self._portals[""] = Portal(self._url, None)
        return self._portals[""]

    def as_person(self, person: Thing, role: str = "student") -> Portal:
        """Somebody whom the office has registered, with an account of their own."""
        known = bare(person["id"])
        if known not in self._portals:
            caller = Caller(role=role, person_id=known, subject=f"demo-{known}")
            self._portals[known] = Portal(self._url, self._issuer.token(caller), once=True)
        return self._portals[known]

    def introduces(self, person: Thing, role: str) -> None:
        """Let whoever tries this role out be this person."""
        self._issuer.remember_person(role, bare(person["id"]))

    def by_link(self, service: str, kind: str, thing: Thing, side: str) -> None:
        """Somebody without an account is sent a link, and says yes by it."""
        opened = self.officer.posts(f"/{service}/guest-links", kind=kind, id=bare(thing["id"]), side=side)
        secret = opened["link"].partition(f"#{service}.")[2]
        self.anybody.posts(f"/{service}/guest-links/accept", secret=secret)

    def day(self, number: int) -> date:
        """The day so many days after the beginning."""
        return self.began + timedelta(days=number)

    def at(self, number: int, hour: int, minute: int = 0) -> str:
        """A time of that day in Baku."""
        day = self.day(number)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BAKU).isoformat()

    def it_is(self, number: int) -> None:
        """Let that day begin, at nine in the morning."""
        day = self.day(number)
        move_clock(self._clock_file, datetime(day.year, day.month, day.day, 9, tzinfo=BAKU))

    def it_is_now(self) -> None:
        """Put the clock right."""
        self._clock_file.unlink(missing_ok=True)

    def close(self) -> None:
        """Everybody goes home."""
        for portal in self._portals.values():
            portal.close()

    def partners(self) -> dict[str, Thing]:
        """Register and activate the partners."""
        shelf = tomllib.loads(files(__package__).joinpath("partners.toml").read_text("utf-8"))
        return {key: self._partner(**about) for key, about in shelf.items()}

    def _partner(self, names: dict[str, str], country: str, domains: list[str], **about: Any) -> Thing:
        known = self.officer.does(
            "RegisterOrganisation",
            names=[{"language": language, "kind": "label", "text": text} for language, text in names.items()],
            kinds=["university"],
            scope="domestic" if country == "AZ" else "foreign",
            country=country,
            domains=domains,
            **about,
        )
        self.officer.does("AddContact", id=known["id"], role="coordinator", mailbox=f"international@{domains[0]}")
        return self.officer.does("ActivateOrganisation", id=known["id"])

    def agreement(self, partner: Thing, kind: str, az: str, en: str, **terms: Any) -> Thing:
        """Draft an agreement with a partner."""
        return self.officer.does(
            "DraftAgreement",
            more="termsVersion reviews { step } conditions { id }",
            kind=kind,
            title={"az": az, "en": en},
            parties=[{"us": True}, {"organisation_id": partner["id"], "us": False}],
            unit="philology",
            **terms,
        )

    def reviewed(self, draft: Thing, partner: Thing, on: date) -> Thing:
        """Send it round, and let everybody say yes."""
        agreement = self.officer.does("SubmitAgreement", id=draft["id"], more="termsVersion reviews { step stage }")
        about = {"id": agreement["id"], "terms_version": agreement["termsVersion"]}
        waiting = sorted(agreement["reviews"], key=lambda review: review["stage"])
        for step in dict.fromkeys(review["step"].lower() for review in waiting):
            if step == "partner":
                organisation = {"organisation_id": partner["id"], "on": on, "evidence": LETTER}
                self.officer.does("RecordPartnerApproval", **about, **organisation)
            else:
                self.as_role(STEPS[step]).does("ApproveAgreement", step=step.upper(), **about)
        return agreement

    def signed(self, agreement: Thing, partner: Thing, on: date, **about: Any) -> Thing:
        """Put both signatures under it."""
        signatures = [{"on": on}, {"organisation_id": partner["id"], "on": on}]
        return self.officer.does("SignAgreement", id=agreement["id"], signatures=signatures, **about)

    def person(self, given: str, family: str, kind: str, unit: str = "philology", **about: Any) -> Thing:
        """Register a person; all of them are invented."""
        known = {"given_name": given, "family_name": family, "kind": kind.upper(), "unit": unit, "citizenship": "AZ"}
        return self.officer.does("RegisterPerson", **known | about)

    def eventually(self, step: Callable[[], Thing], seconds: float = 20) -> Thing:
        """Try a step that needs news from another service until the news has come."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                return step()
            except Exception:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
