"""Where a service keeps its files and with which key it signs links, as the environment says."""

from typing import Annotated, Self

from pydantic import Field, ValidationError, model_validator

from korpu_chassis.configuration.setting_files import PREFIX, WrongFile
from korpu_chassis.configuration.settings import EnvironmentSettings
from korpu_chassis.stopping import Stopping


class FileSettings(EnvironmentSettings):
    """`KORPU_FILES` is `file:///folder` or `s3://bucket/prefix?endpoint=…&region=…`; credentials stand as AWS has them.

    `KORPU_FILES_KEY` signs the short-lived links; whoever changes it ends those that are open.
    """

    files: Annotated[str, Field(pattern=r"^(file:///|s3://)[^\s]+$", repr=False)]
    files_key: Annotated[str, Field(min_length=24, repr=False)]

    @model_validator(mode="after")
    def _own_key(self) -> Self:
        self.require_secret("FILES_KEY", self.files_key)
        return self


def file_settings() -> FileSettings:
    """The settings, or an end of the start that says which one is wrong."""
    try:
        return FileSettings()
    except WrongFile as wrong:
        raise Stopping(str(wrong)) from None
    except ValidationError as wrong:
        said = {"missing": "is missing", "string_too_short": "has at least 24 characters"}
        names = [
            f"{PREFIX}{str(error['loc'][0]).upper()} {said.get(error['type'], 'is file:///folder or s3://bucket')}"
            if error["loc"]
            else error["msg"].removeprefix("Value error, ")
            for error in wrong.errors(include_input=False, include_url=False, include_context=False)
        ]
        raise Stopping("; ".join(names)) from None
