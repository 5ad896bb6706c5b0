"""Finding people by their names, however a passport, a list or another alphabet spells them."""

from korpu_chassis.i18n.text import fold

SPELLINGS = (
    ("kh", "x"),
    ("gh", "g"),
    ("sh", "s"),
    ("ch", "c"),
    ("zh", "j"),
    ("j", "c"),
    ("q", "g"),
    ("e", "a"),
    ("y", ""),
)


def name_key(*names: str | None) -> str:
    """One key for all spellings of a name: Əliyeva, Aliyeva and Алиева; Hacıyev and Hajiyev; Quliyev and Guliyev."""
    key = fold(" ".join(name for name in names if name))
    for written, heard in SPELLINGS:
        key = key.replace(written, heard)
    return key
