"""A small office whose things all refer to each other, for what compares whole answers."""

from tests.gateway.library import Library
from tests.gateway.writings import SOMEBODY


def furnished(seed: int = 1) -> Library:
    """A small office in which everything refers to something."""
    library = Library(seed)
    organisations = [library.organisation(f"{letter}niversität") for letter in "UÇAƏZIİGĞÖÜ"]
    people = [library.person(id=SOMEBODY), *(library.person() for _ in range(4))]
    agreements = [library.agreement(library.any(*organisations), f"Memorandum {n}") for n in range(14)]
    stays = [library.mobility(library.any(*agreements), library.any(*people)) for _ in range(25)]
    for stay in stays[:8]:
        library.learning_agreement(stay)
    for _ in range(5):
        visit = library.visit(library.any(*organisations), library.any(*agreements), library.any(*people))
        point = library.action_point(visit, library.any(*people))
        visit["action_points"] = [point["id"]]
        library.proposal(point, library.any(*people))
        library.report()
        library.event(library.any(*organisations), library.any(*people))
        library.event_paper(visit, library.any(*organisations))
    for _ in range(8):
        letter = library.letter(library.any(*organisations), library.any(*agreements))
        project = library.project(library.any(*organisations), library.any(*agreements), letter, library.any(*people))
        library.publication(library.any(*organisations), project, library.any(*people))
        library.paper(library.any(*organisations), library.any(*agreements), library.any(letter, None))
        library.register_import()
    agreements[0]["successor_id"], agreements[1]["predecessor_id"] = agreements[1]["id"], agreements[0]["id"]
    agreements[2]["origin"] = {"kind": "visit", "id": library.states["visit"][0]["id"]}
    for _ in range(4):
        library.resource()
    for _ in range(6):
        offered = library.opportunity(library.any(*organisations), library.any(*agreements))
        library.application(offered, library.any(*people))
        library.frequent_answer(offered)
        library.answer_template()
        library.advice_slot(library.any(*people))
        library.enquiry(library.any(*organisations), offered, library.any(*people))
        library.selection(offered, library.any(*people))
        trip = library.trip(library.any(*organisations), library.any(*agreements), library.any(*people))
        library.admission(library.any(*organisations), library.any(*agreements), library.any(*people))
        library.mobility_paper(None, trip)
        library.mobility_paper(library.any(*stays), None)
    for _ in range(3):
        library.deputyship()
    return library
