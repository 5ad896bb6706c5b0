"""Who of the staff travels in the demonstration year: one is back and owes a report, one leaves soon, one asks."""

from collections.abc import Sequence

from korpu_local.demo.office import Office, Thing

HOME = ("AZ", "Gəncə")


def travelled(office: Office, partners: Sequence[Thing], staff: Sequence[Thing]) -> None:
    """Three trips to partners, each at another point of its way."""
    office.it_is(345)
    back = asked_for(office, staff[0], partners[0], 353, ("DE", "Konstanz"))
    leaving = asked_for(office, staff[1], partners[1], 378, ("LT", "Vilnius"))
    for trip, number in ((back, "E-211"), (leaving, "E-212")):
        office.head.does("ApproveTrip", id=trip["id"], order_number=number, order_date=office.day(345))
    office.it_is(363)
    asked_for(office, staff[2], partners[1], 395, ("LT", "Vilnius"))


def asked_for(office: Office, person: Thing, partner: Thing, day: int, where: tuple[str, str]) -> Thing:
    """Somebody asks for leave to spend four days at a partner."""
    ways = ((office.day(day), HOME, where), (office.day(day + 3), where, HOME))
    legs = [
        {
            "departs": on, "arrives": on, "from_country": begins[0], "from_city": begins[1],
            "to_country": ends[0], "to_city": ends[1],
        }
        for on, begins, ends in ways
    ]  # fmt: skip
    trip = office.officer.does(
        "DraftTrip", person_id=person["id"], purpose_kind="TALKS", purpose="Talks on a joint summer school",
        organisation_id=partner["id"], legs=legs,
    )  # fmt: skip
    return office.officer.does("SubmitTrip", id=trip["id"])
