"""The input of `EditionFile`, which others than the command itself know."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.i18n.text import Language
from korpu_documents.attachments import Sha256, Title


class EditionFile(Changes):
    """A file that was uploaded before, by its hash, what it is, and of which edition."""

    language: Language
    file: Sha256
    title: Title
