"""One call with its committee, from the applications to the offers."""

from datetime import UTC, datetime
from typing import Any

from tests.mobility.applications.conftest import Applications, themselves
from tests.office import Refused

CRITERIA = [
    {"title": {"az": "Orta bal", "en": "Grades"}, "weight": 60},
    {"title": {"az": "Məktub", "en": "Letter"}, "weight": 40},
]
OVER = datetime(2027, 2, 1, 5, 0, tzinfo=UTC)
WHEN = {"starts": "2027-02-15", "ends": "2027-06-30"}


class Round:
    """One call with its committee, up to the offers."""

    def __init__(self, office: Applications) -> None:
        self.office = office
        self.members: list[str] = []
        self.applicants: list[Any] = []
        self.call: Any = None
        self.selection: Any = None

    async def opens(self, people: int, **given: Any) -> "Round":
        """Somebody offers, and so many students apply; nobody can any more."""
        office = self.office
        agreement = given.pop("agreement", None)
        self.call = await office.call(
            requirements={"audience": ["student"]}, criteria=CRITERIA, academic_year="2026/2027", **given
        )
        if agreement:
            where = [{"condition_id": str(agreement.condition_id), **WHEN}]
            self.call["state"] = await office.changes(self.call, "SetOpportunityDestinations", destinations=where)
        wanted = [each["id"] for each in self.call["state"]["destinations"]]
        said: dict[str, Any] = {"stated": {"level": 6, "field": "0231"}, "choices": wanted}
        self.applicants = [await office.in_review(self.call, **said) for _ in range(people)]
        self.members = [await office.person(kind="staff", unit=unit) for unit in ("law", "law", "art")]
        office.clock.move_to(OVER)
        return self

    async def convenes(self, **given: Any) -> "Round":
        """The office names the committee."""
        about = {"opportunity_id": self.call["id"], "member_ids": self.members, "quorum": 2}
        more = {"tie_rule": "lot", "score_by": "2027-02-10"} | given
        self.selection = await self.office.does("officer", "ConveneSelection", **about, **more)
        return self

    async def does(self, command: str, role: str = "officer", **given: Any) -> Any:
        """Somebody of the office does something with the selection."""
        return (await self.office.does(role, command, id=self.selection["id"], **given))["state"]

    async def refuses(self, command: str, role: str = "officer", **given: Any) -> str:
        """Somebody of the office tries something with the selection."""
        return await self.office.refuses(role, command, id=self.selection["id"], **given)

    async def scores(self, member: str, application: Any, *points: int) -> Any:
        """A member scores an application."""
        ids = [each["id"] for each in self.call["state"]["criteria"]]
        given = [{"criterion_id": id, "points": each} for id, each in zip(ids, points, strict=True)]
        by = themselves(member)
        return await self.office.does("staff", "ScoreApplication", by=by, id=application["id"], scores=given)

    async def corrects(self, member: str, application: Any, *points: int, why: str = "The wrong column") -> Any:
        """A member puts right what they gave; gives the state, or the code of the refusal."""
        ids = [each["id"] for each in self.call["state"]["criteria"]]
        given = [{"criterion_id": id, "points": each} for id, each in zip(ids, points, strict=True)]
        about = {"id": application["id"], "scores": given, "reason": why}
        try:
            return (await self.office.does("staff", "CorrectScores", by=themselves(member), **about))["state"]
        except Refused as refused:
            return refused.code

    async def ranks(self) -> "Round":
        """Two members score everybody, each applicant lower than the one before."""
        await self.does("OpenScoring")
        for place, each in enumerate(self.applicants):
            for member in self.members[:2]:
                await self.scores(member, each, 90 - place, 80)
        await self.does("CloseScoring")
        return self

    async def offers(self) -> "Round":
        """Places are given and offered."""
        await self.does("AllocatePlaces")
        await self.does("OfferPlaces", role="head")
        return self

    async def standing(self) -> list[str]:
        """How everybody stands, in the order of the ranks."""
        return [(await self.office.stands(each))["status"] for each in self.applicants]
