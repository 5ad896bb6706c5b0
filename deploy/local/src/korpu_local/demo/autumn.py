"""The last weeks of the demonstration year: who met at a conference, who goes abroad next, and who comes to study."""

from collections.abc import Mapping, Sequence

from korpu_local.demo import admissions, answers, applicants, conferences, selections, studies, trips
from korpu_local.demo.office import Office, Thing


def lived_through(office: Office, partners: Mapping[str, Thing], memorandum: Thing, people: Sequence[Thing]) -> None:
    """Everything up to yesterday; the student of the tokens is Laman, who has most before her."""
    elvin, laman, orkhan = people[5:8]
    office.introduces(laman, "student")
    conferences.held(office, [partners["konstanz"], partners["ankara"]], [laman, orkhan, elvin])
    conferences.unreported(office, [people[3], laman])
    leaving = [laman, orkhan, *selections.newcomers(office)]
    stays = selections.filled(office, partners["vilnius"], memorandum, leaving)
    studies.begun(office, stays, leaving[:4])
    selections.going_on(office, partners["konstanz"], people[3:5])
    admissions.under_way(office)
    trips.travelled(office, [partners["konstanz"], partners["vilnius"]], selections.committee(office))
    answers.advised(office, people[0])


def this_morning(office: Office, scholarship: Thing, people: Sequence[Thing]) -> None:
    """What people want of the office today."""
    laman = people[6]
    applicants.apply(office, scholarship, laman, people[:3])
    conferences.coming(office, [people[4], laman, *people[:2]])
    answers.coming(office, laman)
