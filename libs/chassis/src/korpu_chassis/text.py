"""Text that people read: several languages with their revisions, the Azerbaijani alphabet, and search keys."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Annotated, Literal, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

Language = Literal["az", "en", "ru", "de", "fr"]
LANGUAGES: tuple[Language, ...] = ("az", "en", "ru", "de", "fr")
FALLBACK: tuple[Language, ...] = ("az", "en", "ru")
LONGEST = 20_000


def clean(value: str) -> str:
    """The text without surrounding blanks; refused when PostgreSQL or JSON could not carry it."""
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise PydanticCustomError("invalid-characters", "The text holds characters that cannot be stored")
    return value.strip()


def _some(value: str) -> str:
    if not value:
        raise PydanticCustomError("too-short", "The text is empty")
    return value


Words = Annotated[str, Field(max_length=LONGEST), AfterValidator(clean), AfterValidator(_some)]


class Texts(BaseModel):
    """One text as its author gives it, in one language or more."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    az: Words | None = None
    en: Words | None = None
    ru: Words | None = None
    de: Words | None = None
    fr: Words | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.given():
            raise PydanticCustomError("no-language", "The text is given in no language")
        return self

    def given(self) -> dict[Language, str]:
        """The languages that are given, in the order of preference."""
        return {language: words for language in LANGUAGES if (words := getattr(self, language)) is not None}


class Translation(BaseModel):
    """The text in one language, and the revision of the original that it follows."""

    model_config = ConfigDict(frozen=True)

    text: str
    revision: int


class LocalizedText(BaseModel):
    """One text in several languages; an edited original leaves its translations outdated."""

    model_config = ConfigDict(frozen=True)

    original: Language
    revision: int
    texts: dict[Language, Translation]

    @classmethod
    def of(cls, texts: Texts, original: Language | None = None) -> Self:
        """The first revision; the original is the first given language unless it is named."""
        given = texts.given()
        source = original if original in given else next(iter(given))
        return cls(original=source, revision=1, texts={lang: Translation(text=t, revision=1) for lang, t in given.items()})

    def edited(self, texts: Texts) -> Self:
        """The text after an edit; languages that are not given stay.

        A changed original starts a revision, which only the translations changed with it follow.
        A translation that comes without the original is up to date, even if its words stayed.
        """
        given = texts.given()
        before = {language: held.text for language, held in self.texts.items()}
        changed = {language for language, words in given.items() if words != before.get(language)}
        revision = self.revision + (self.original in changed)
        current = changed if self.original in given else set(given)
        merged = dict(self.texts)
        for language in current:
            merged[language] = Translation(text=given[language], revision=revision)
        return self.model_copy(update={"revision": revision, "texts": merged})

    def text(self, language: str) -> str:
        """The words in this language, else in Azerbaijani, English, Russian, else the original's."""
        for candidate in (language, *FALLBACK, self.original):
            if held := self.texts.get(cast("Language", candidate)):
                return held.text
        return ""

    def outdated(self) -> tuple[Language, ...]:
        """The languages whose words follow an older original."""
        return tuple(lang for lang in LANGUAGES if lang in self.texts and self.texts[lang].revision < self.revision)


ALPHABET = "abcçdeəfgğhxıijkqlmnoöprsştuüvyzw"
_DIGITS = "0123456789"
_RANK = {letter: chr(ord("A") + place) for place, letter in enumerate(ALPHABET[:26])} | {
    letter: chr(ord("a") + place) for place, letter in enumerate(ALPHABET[26:])
}
_ELSEWHERE = "z"
_WORD_GAP = "!"
_LEVEL = " "
SORTED_LENGTH = 120


def lower(text: str) -> str:
    """Lower case as in Azerbaijani: `I` is `ı`, `İ` is `i`."""
    return unicodedata.normalize("NFC", text).replace("İ", "i").replace("I", "ı").lower()


def sort_key(text: str) -> str:
    """A key whose byte order (`COLLATE "C"`) is the Azerbaijani alphabet's; case and foreign accents break ties."""
    words = unicodedata.normalize("NFC", text.strip())[:SORTED_LENGTH]
    primary = "".join(_placed(lower(words)))
    accents = "".join(f"{ord(mark):04x}" for mark in unicodedata.normalize("NFD", words) if unicodedata.combining(mark))
    cases = "".join("1" if character.isupper() else "0" for character in words).rstrip("0")
    return f"{primary}{_LEVEL}{accents}{_LEVEL}{cases}"


def _placed(text: str) -> Iterator[str]:
    gap = False
    for character in text:
        for part in _LATIN.get(character, character):
            letter = part if part in _RANK else unicodedata.normalize("NFD", part)[0]
            if letter in _RANK or letter in _DIGITS:
                yield _WORD_GAP * gap + _RANK.get(letter, letter)
                gap = False
            elif letter.isalnum():
                yield f"{_WORD_GAP * gap}{_ELSEWHERE}{ord(letter):06x}"
                gap = False
            else:
                gap = True


_LATIN: Mapping[str, str] = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
}  # fmt: skip
_CYRILLIC: Mapping[str, str] = dict(
    zip("абвгдезийклмнопрстуфхыэіјҝүөҹғәһҡ", "abvgdeziyklmnoprstufxieijguocgehq", strict=True)
) | {"ё": "yo", "ж": "j", "ц": "ts", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "є": "ye", "ї": "yi", "ґ": "g"}  # fmt: skip
_LETTERS = {ord(letter): plain for letter, plain in (_LATIN | _CYRILLIC | {"ə": "e", "ı": "i"}).items()}


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """One search key of a text: same letters, any script, any diacritics; a city by any of its names is one."""
    return " ".join(_city(word) for word in _words(text))


def fold_keys(text: str) -> frozenset[str]:
    """Every key under which a word of the text may be looked for."""
    return frozenset(_city(word) for word in _words(text)) | frozenset(_words(text))


def _words(text: str) -> list[str]:
    plain = text.replace("İ", "i").casefold().translate(_LETTERS)
    marks_off = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", marks_off.casefold())


def _city(word: str) -> str:
    return _cities().get(word, word)


@cache
def _cities() -> dict[str, str]:
    table = tomllib.loads(files(__package__).joinpath("cities.toml").read_text("utf-8"))
    return {word: names[0] for names in table.values() for name in names for word in _words(name)}
