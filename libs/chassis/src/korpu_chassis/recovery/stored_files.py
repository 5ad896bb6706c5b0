"""What a backup needs to know of files that lie outside of a service's database."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol


class Copied(NamedTuple):
    """How many files were copied, how many were there already, and which could not be copied, and why."""

    copied: int
    there: int
    failed: Mapping[str, str]

    def lines(self) -> list[str]:
        """The same for operators."""
        told = f"{self.copied} files were copied, {self.there} were there already, {len(self.failed)} could not be"
        return [told, *(f"{sha256} {why}" for sha256, why in self.failed.items())]


class Compared(NamedTuple):
    """How many files are kept; which are named and absent, which are damaged, and which nobody names."""

    kept: int
    absent: Sequence[str]
    damaged: Sequence[str]
    unnamed: Sequence[str]

    def lines(self) -> list[str]:
        """The same for operators."""
        found = {"absent": self.absent, "damaged": self.damaged, "unnamed": self.unnamed}
        counts = ", ".join(f"{len(hashes)} {what}" for what, hashes in found.items())
        return [f"{self.kept} files are kept: {counts}", *(f"{each} {what}" for what in found for each in found[what])]

    @property
    def good(self) -> bool:
        """Whether everything that rows name is there and whole."""
        return not self.absent and not self.damaged


class StoredFiles(Protocol):
    """Files by the SHA-256 of their content; raises `Wrong` when a store cannot be used."""

    @property
    def tables(self) -> Sequence[str]:
        """The tables whose rows name files in a column `sha256`."""

    async def back_up(self, hashes: Iterable[str], place: str) -> Copied:
        """Copy to a second store what it does not hold yet."""

    async def restore(self, hashes: Iterable[str], place: str) -> Copied:
        """Copy back what is missing or damaged."""

    async def compare(self, hashes: Iterable[str]) -> Compared:
        """Compare all that is kept with what rows name, reading every file."""
