"""Where a service keeps its files and with which key it signs links, as the environment says."""

from typing import Annotated

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from korpu_chassis.process import PREFIX, Stopping


class FileSettings(BaseSettings):
    """`KORPU_FILES` is `file:///folder` or `s3://bucket/prefix?endpoint=…&region=…`; credentials stand as AWS has them.

    `KORPU_FILES_KEY` signs the short-lived links; whoever changes it ends those that are open.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    files: Annotated[str, Field(pattern=r"^(file:///|s3://)[^\s]+$", repr=False)]
    files_key: Annotated[str, Field(min_length=24, repr=False)]


def file_settings() -> FileSettings:
    """The settings, or an end of the start that says which one is wrong."""
    try:
        return FileSettings()
    except ValidationError as wrong:
        said = {"missing": "is missing", "string_too_short": "has at least 24 characters"}
        names = [
            f"{PREFIX}{str(error['loc'][0]).upper()} {said.get(error['type'], 'is file:///folder or s3://bucket')}"
            for error in wrong.errors(include_input=False, include_url=False, include_context=False)
        ]
        raise Stopping("; ".join(names)) from None
