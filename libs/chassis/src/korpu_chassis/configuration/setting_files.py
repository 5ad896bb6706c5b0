"""Settings that stand in files, as orchestrators hand secrets out."""

import os
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_settings import PydanticBaseSettingsSource

PREFIX = "KORPU_"


class WrongFile(Exception):
    """A setting was to be read from a file; the message names both."""


def from_file(name: str) -> str | None:
    """Read a setting from the file that `KORPU_<name>_FILE` names, if it does."""
    variable = PREFIX + name
    if not (file := os.environ.get(f"{variable}_FILE")):
        return None
    if os.environ.get(variable):
        raise WrongFile(f"{variable} and {variable}_FILE are both given; give one of them")
    try:
        return Path(file).read_text().strip() or None
    except (OSError, UnicodeDecodeError) as error:
        raise WrongFile(f"{variable}_FILE cannot be read ({type(error).__name__})") from None


class FileSource(PydanticBaseSettingsSource):
    """`KORPU_X_FILE` names a file that holds `KORPU_X`, as orchestrators hand secrets out."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        """Read one setting from its file, if one is named."""
        clash = f"{field_name}_file" in self.settings_cls.model_fields
        return None if clash else from_file(field_name.upper()), field_name, False

    def __call__(self) -> dict[str, Any]:
        """Read every setting that a file is named for."""
        fields = self.settings_cls.model_fields.items()
        found = {name: self.get_field_value(field, name)[0] for name, field in fields}
        return {name: value for name, value in found.items() if value is not None}
