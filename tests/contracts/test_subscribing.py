"""What the page for other departments promises is what the owners' contracts say."""

import re
from pathlib import Path

from tests.contracts.services import owners

PAGE = (Path(__file__).parents[2] / "docs" / "subscribing.md").read_text("utf-8")


def test_every_fact_that_the_page_names_is_said() -> None:
    said = {name for service in owners() for definition in service.speaks() for name in definition.facts}
    definitions = {name.split(".")[0] for name in said}

    named = {name for name in re.findall(r"`([a-z_]+\.[a-z_]+)`", PAGE) if name.split(".")[0] in definitions}

    assert len(named) > 10
    assert named - said == set()


def test_every_topic_that_the_page_names_is_spoken_on() -> None:
    topics = {definition.topic for service in owners() for definition in service.speaks()} | {"departments.answers.v1"}

    assert set(re.findall(r"`((?:partners|mobility|events|departments)\.[a-z-]+\.v1)`", PAGE)) <= topics
