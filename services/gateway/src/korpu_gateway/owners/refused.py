"""What a caller is told when an owner does not answer a question."""

from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from korpu_chassis.refusals import InvalidInput


class BrokenQuestion(InvalidInput):
    """The question breaks a rule of the owner, which has told it in the caller's language."""

    def __init__(self, problem: Mapping[str, Any]) -> None:
        """Keep the owner's code and words; a wrong field is named beside them."""
        super().__init__(problem.get("path"))
        self.code = problem["code"]  # type: ignore[misc]  # the owner's own, not that of this class
        self._words = " ".join(
            (problem["detail"], *(f"{each['path']}: {each['message']}" for each in problem["errors"]))
        )

    @override
    def message(self, language: str) -> str:
        return self._words
