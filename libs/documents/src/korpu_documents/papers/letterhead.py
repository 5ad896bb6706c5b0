"""The letterhead: our names in the office's languages, and what the environment says of our addresses."""

from collections.abc import Iterable
from functools import cache
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

Names = dict[str, str]
"""What something is called, by language."""

NAMES = {
    "az": "Gəncə Dövlət Universiteti",
    "en": "Ganja State University",
    "ru": "Гянджинский государственный университет",
    "de": "Staatliche Universität Gandscha",
    "fr": "Université d'État de Gandja",
}
DEPARTMENT = {
    "az": "Beynəlxalq əlaqələr şöbəsi",
    "en": "International Relations Department",
    "ru": "Отдел международных связей",
    "de": "Abteilung für internationale Beziehungen",
    "fr": "Département des relations internationales",
}


class Letterhead(BaseSettings):
    """Where papers can be checked and where the university is found; what is not known is not printed."""

    model_config = SettingsConfigDict(env_prefix="KORPU_", env_ignore_empty=True, extra="ignore", frozen=True)

    public_url: Annotated[str | None, Field(pattern=r"^https?://[^\s]+$", max_length=200)] = None
    postal_address: Annotated[str | None, Field(max_length=300)] = None
    requisites: Annotated[str | None, Field(max_length=600)] = None

    def address_of(self, code: str) -> str | None:
        """The address that the QR code holds; nothing while nobody has said where the gateway is."""
        return f"{self.public_url.rstrip('/')}/verify/{code}" if self.public_url else None

    @property
    def our_lines(self) -> list[str]:
        """What stands below our name where we sign: the address, and the requisites, parted by semicolons."""
        told = [self.postal_address or "", *(self.requisites or "").split(";")]
        return [each.strip() for each in told if each.strip()]


@cache
def letterhead() -> Letterhead:
    """The letterhead of this process."""
    return Letterhead()


def our_names(languages: Iterable[str]) -> Names:
    """What our university is called in these languages."""
    return {each: NAMES[each] for each in languages}
