"""Which code page a table of text is in: judged by the words that come of it; a person may say otherwise."""

import codecs
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Literal, NamedTuple, get_args

from korpu_registers.refusals.unreadable_files import FileUnreadable, LettersUnclear

Encoding = Literal[
    "utf-8", "utf-16-le", "utf-16-be", "windows-1254", "windows-1251", "windows-1252", "koi8-r", "ibm866", "macintosh",
    "windows-1250", "windows-1257", "x-mac-cyrillic", "x-mac-turkish", "x-mac-ce", "iso-8859-9", "iso-8859-1",
    "iso-8859-5", "iso-8859-2", "iso-8859-15", "iso-8859-13", "iso-8859-4", "koi8-u", "ibm857", "ibm852", "ibm850",
    "ibm775", "windows-1253", "iso-8859-7", "windows-1256", "windows-1255",
]  # fmt: skip
"""Encodings by their registered names; of two that read a text alike, the one that stands first is named."""

CODECS = {"x-mac-cyrillic": "mac_cyrillic", "x-mac-turkish": "mac_turkish", "x-mac-ce": "mac_latin2"}
MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BEGINNING = 4_000
LINES, SAMPLE, SHOWN = 200, 8_000, 5
LIKELY = 0.5
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset("\u00a0\u00ad«»„“”‘’‚‹›–—…№°€§©®·•×±²³ªº¿¡´`¨\u200e\u200f،؛؟")
_HIGH = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_MISPLACED = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f\w’‘ʼ´–—·\u00a0\u00ad](?=[^\W\d_])|…(?=[^\W\d_])")
"""A sign in the middle of a word, or one that stands after words before one."""
RARER_LANGUAGE, RARER_LETTER, RARER_MACHINE = 0.004, 0.03, 0.03


class TextRead(NamedTuple):
    """A text as one encoding reads it: some of its lines, and how much of it is words of some language."""

    encoding: Encoding
    likelihood: float
    sample: tuple[str, ...]


def decoded(content: bytes, encoding: Encoding) -> str:
    """The text of a file in this encoding; what is no letter there is shown as `�`."""
    mark = next((mark for mark, marked in MARKS if marked == encoding and content.startswith(mark)), b"")
    text = content[len(mark) :].decode(CODECS.get(encoding, encoding), "replace")
    if "\0" in text:
        raise FileUnreadable("file_id")
    return text


def encoding_of(content: bytes) -> Encoding:
    """The encoding that a text is in: marked or plain Unicode, else the likeliest code page.

    A text of which none makes words is refused: a person has to say what it is.
    """
    if found := _unicode(content):
        return found
    likeliest = max(_readings(content), key=lambda each: each.likelihood)
    if likeliest.likelihood < LIKELY:
        raise LettersUnclear("encoding")
    return likeliest.encoding


def readings_of(content: bytes) -> list[TextRead]:
    """The ways in which a text may be read, the likeliest first, each different text once."""
    if found := _unicode(content):
        return [TextRead(found, 1.0, _lines(decoded(content, found)))]
    several = sorted(_readings(content), key=lambda each: -each.likelihood)
    once = {each.sample: each for each in reversed(several)}
    return [each for each in several if once[each.sample] is each and each.likelihood > 0] or several[:SHOWN]


def _unicode(content: bytes) -> Encoding | None:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding
    if b"\0" in content[:BEGINNING]:
        return _unmarked_utf16(content[:BEGINNING])
    try:
        content.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _unmarked_utf16(start: bytes) -> Encoding:
    """By which of two bytes is that of the alphabet: 0 for Latin, 1 to 6 for the other scripts of the partners."""
    halves: tuple[tuple[bytes, Encoding], ...] = ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be"))
    for half, encoding in halves:
        if sum(byte <= 6 or byte == 0x20 for byte in half) > len(half) * 0.9:  # noqa: PLR2004 -- the blocks of alphabets
            return encoding
    raise FileUnreadable("file_id")


def _readings(content: bytes) -> Iterator[TextRead]:
    lines = b"\n".join(islice((each[0] for each in _HIGH.finditer(content)), LINES))[:SAMPLE]
    for encoding in get_args(Encoding):
        if encoding == "utf-8":
            # Bytes that follow one another as UTF-8 wants are hardly ever anything else, be there some stray ones.
            text = lines.decode("utf-8", "replace")
            written = len(re.findall(r"[^\x00-\x7f]", text))
            yield TextRead("utf-8", 1 - text.count("�") / (written or 1), _lines(text))
        elif not encoding.startswith("utf-16"):
            text = lines.decode(CODECS.get(encoding, encoding), "replace")
            rarer = RARER_MACHINE * encoding.startswith(("ibm", "mac", "x-"))
            yield TextRead(encoding, _likelihood(text) - rarer, _lines(text))


def _lines(text: str) -> tuple[str, ...]:
    written = (" ".join(each.split()) for each in text.splitlines())
    return tuple(each[:200] for each in islice((each for each in written if not each.isascii()), SHOWN))


def _likelihood(text: str) -> float:
    """How much of what is not plain Latin is words of languages, and best of one; what is no word counts against it."""
    words = [_fits(word) for word in set(_WORD.findall(text)) if not word.isascii()]
    strange = sum(not each.isascii() and not each.isalpha() and each not in _SIGNS for each in text)
    strange += len(_MISPLACED.findall(text))
    total = (len(words) + strange) or 1
    several = sum(max(fits.values(), default=-1.0) for fits in words)
    languages = {each for fits in words for each in fits}
    one = max((sum(fits.get(each, 0.0) for fits in words) for each in languages), default=0.0)
    return ((several + one) / 2 - strange) / total


@cache
def _alphabets() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files(__package__).joinpath("alphabets.toml").read_text("utf-8"))


def _fits(word: str) -> Mapping[str, float]:
    """How well this is a word of each language, at most 1: of one case, of one alphabet, of letters that are usual."""
    rest, letters = word[1:], word.lower().replace("\u0307", "")
    if rest != rest.lower() and not word.isupper():
        return {}
    foreign = {each for each in letters if not each.isascii()}
    return _latin(foreign) if len(foreign) < len(set(letters)) else {**_latin(foreign), **_other(letters)}


def _latin(foreign: set[str]) -> dict[str, float]:
    return {
        language: 1 - RARER_LANGUAGE * place - RARER_LETTER * sum(map(alphabet.index, foreign)) / (len(foreign) or 1)
        for place, (language, alphabet) in enumerate(_alphabets()["latin"].items())
        if foreign <= set(alphabet)
    }


def _other(letters: str) -> dict[str, float]:
    """Every letter is of one alphabet; of two readings in one script that has more of its usual letters."""
    usual = sum(each in _alphabets()["usual"]["letters"] for each in letters) / len(letters)
    alphabets = _alphabets()["other"]
    return {name: min(1.0, 0.4 + usual) for name, alphabet in alphabets.items() if set(letters) <= set(alphabet)}
