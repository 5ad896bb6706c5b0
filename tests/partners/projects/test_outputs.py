"""What a project has brought forth: written down once, put right, taken away, and told after the end too."""

from typing import Any
from uuid import uuid4

from tests.office import Office
from tests.partners.projects import research
from tests.partners.projects.research import ARTICLE

DATASET = {"kind": "dataset", "title": {"az": "Siyahı", "en": "List"}, "on": "2026-09-04"}


async def fruitful(office: Office) -> research.Project:
    """A project with two outputs."""
    known = await research.active(office)
    for each in (ARTICLE, DATASET):
        known = await research.step(office, "officer", "RecordProjectOutput", known, **each)
    return known


async def closed(office: Office, **how: Any) -> research.Project:
    """A project that is over."""
    known = await research.reported(office)
    for report in known["reports"]:
        known = await research.step(office, "officer", "AcceptProjectReport", known, report_id=report["id"])
    return await research.step(office, "officer", "CloseProject", known, **how)


async def test_an_output_is_recorded_once_and_not_before_it_is_there(office: Office) -> None:
    known = await research.active(office)
    await research.step(office, "officer", "RecordProjectOutput", known, **ARTICLE)

    twice = await research.refused(office, "officer", "RecordProjectOutput", known, **ARTICLE)
    future = await research.refused(office, "officer", "RecordProjectOutput", known, **{**ARTICLE, "on": "2026-12-01"})
    same, other = [
        await research.refused(office, "officer", "RecordProjectOutput", known, **{**ARTICLE, "doi": written})
        for written in ("https://doi.org/10.1000/182", "https://example.org/10.1000/182")
    ]

    assert (twice, future) == ("project-output-twice", "project-dated-in-the-future")
    assert (same, other) == (twice, "invalid-input")


async def test_an_output_is_put_right_and_its_translations_are_outdated(office: Office) -> None:
    known = await fruitful(office)
    _, held = known["outputs"]
    about = {"output_id": held["id"]}

    right = await research.step(
        office, "officer", "CorrectProjectOutput", known, **about, title={"az": "Yeni siyahı"}, doi="10.1000/183"
    )
    less = await research.step(office, "officer", "CorrectProjectOutput", known, **about, forget=["doi"])
    twice = await research.refused(office, "officer", "CorrectProjectOutput", known, **about, doi="10.1000/182")
    future = await research.refused(office, "officer", "CorrectProjectOutput", known, **about, on="2026-12-01")

    output = right["outputs"][1]
    assert (output["kind"], output["on"], output["doi"]) == ("dataset", "2026-09-04", "10.1000/183")
    assert output["title"]["texts"]["az"]["text"] == "Yeni siyahı"
    assert output["title"]["texts"]["en"]["revision"] < output["title"]["revision"]
    assert less["outputs"][1]["doi"] is None
    assert (twice, future) == ("project-output-twice", "project-dated-in-the-future")


async def test_what_was_not_the_projects_is_taken_away_with_a_reason(office: Office) -> None:
    known = await fruitful(office)
    article, dataset = known["outputs"]
    about = {"output_id": article["id"], "reason": "It belongs to the other project"}

    left = await research.step(office, "officer", "RemoveProjectOutput", known, **about)
    gone = await research.refused(office, "officer", "RemoveProjectOutput", known, **about)
    unknown = await research.refused(
        office, "officer", "CorrectProjectOutput", known, output_id=str(uuid4()), kind="book"
    )

    assert left["outputs"] == [dataset]
    assert (gone, unknown) == ("project-output-unknown", "project-output-unknown")
    assert (await office.audit_of(known["id"]))[-1]["why"] == "It belongs to the other project"


async def test_what_comes_out_after_the_end_is_recorded_and_the_excuse_is_gone(office: Office) -> None:
    known = await closed(office, no_outputs="The journal has not answered yet")

    later = await research.step(office, "officer", "RecordProjectOutput", known, **ARTICLE)
    about = {"output_id": later["outputs"][0]["id"], "reason": "Not ours"}
    bare = await research.refused(office, "officer", "RemoveProjectOutput", known, **about)

    assert (later["status"], later["no_outputs"]) == ("closed", None)
    assert bare == "project-without-outputs"
