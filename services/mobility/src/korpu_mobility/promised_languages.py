"""The languages in which everybody reads what is published; the others are welcome."""

from collections.abc import Iterator

from korpu_chassis.i18n.text import LocalizedText

PROMISED = ("az", "en")


def lacking(text: LocalizedText | None) -> Iterator[str]:
    """The promised languages in which a text is not there, or does not follow its original."""
    for language in PROMISED:
        held = text.texts.get(language) if text else None  # type: ignore[call-overload]  # a language by its name
        if text is None or held is None or held.revision < text.revision:
            yield language
