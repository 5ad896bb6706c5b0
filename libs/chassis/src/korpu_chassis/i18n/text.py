"""Text that people read: several languages with their revisions, the Azerbaijani alphabet, and search keys."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated, Literal, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler, JsonValue, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

Language = Literal["az", "en", "ru", "de", "fr"]
LANGUAGES: tuple[Language, ...] = ("az", "en", "ru", "de", "fr")
FALLBACK: tuple[Language, ...] = ("az", "en", "ru")
LONGEST = 20_000


# Soft hyphen, zero-width space, word joiner, byte order mark, and the signs that turn the direction of writing.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# Joiners shape letters of Arabic and Indian scripts and emoji; between others nobody sees them.
_JOINER = re.compile(
    "(?<![\u0600-\u0fff\u2190-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0fff\u2190-\U0010ffff])"
)


def visible(value: str) -> str:
    """The text as it is seen: without signs that nobody sees, each letter in its composed form."""
    return value if value.isascii() else unicodedata.normalize("NFC", _JOINER.sub("", _INVISIBLE.sub("", value)))


def clean(value: str) -> str:
    """The text as it is seen, without surrounding blanks; refused when PostgreSQL or JSON could not carry it."""
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise PydanticCustomError("invalid-characters", "The text holds characters that cannot be stored")
    return visible(value).strip()


# What Python and ECMAScript call blank are different sets; a text with nothing but either of them, or with nothing
# but signs that nobody sees, says nothing.
READABLE = (
    r"^[^\u0000]*[^\s\u0000\u001c-\u001f\u0085\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff][^\u0000]*$"
)


SHOWN = r"^[^\u0000]*[^\s\u0000\u001c-\u001f\u0085\ufeff][^\u0000]*$"
"""What messages promise of a text since their first release; whatever is readable fits it."""


class Readable:
    """Says in schemas that a text leaves something to read: of what is taken in, and as promised of what is shown."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), "pattern": READABLE if handler.mode == "validation" else SHOWN}


def readable(value: str) -> str:
    """The text without surrounding blanks, which must leave something to read."""
    if not re.search(READABLE, words := clean(value)):
        raise PydanticCustomError("too-short", "The text is empty")
    return words


Words = Annotated[str, Field(min_length=1, max_length=LONGEST), Readable(), AfterValidator(readable)]


ONE_LANGUAGE: list[JsonValue] = [
    {"required": [language], "properties": {language: {"type": "string"}}} for language in LANGUAGES
]


class Texts(BaseModel):
    """One text as its author gives it, in one language or more."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra={"anyOf": ONE_LANGUAGE})

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
        first = {language: Translation(text=words, revision=1) for language, words in given.items()}
        return cls(original=source, revision=1, texts=first)

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
SORTED_LENGTH = 120
_PLACES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_RANK = dict(zip("0123456789" + ALPHABET, _PLACES, strict=False))
_OTHER_SCRIPT, _WORD_GAP, _NEXT_LEVEL = "z", "!", " "


def lower(text: str) -> str:
    """Lower case as in Azerbaijani: `I` is `ı`, `İ` is `i`."""
    return unicodedata.normalize("NFC", text).replace("İ", "i").replace("I", "ı").lower()


def sort_key(text: str) -> str:
    """A key whose byte order (`COLLATE "C"`) is that of the Azerbaijani alphabet, `w` after `z` as in CLDR.

    Digits come before letters and other scripts after them; punctuation only parts words. Foreign accents and then
    capitals break ties. As in CLDR, a capital `I` is dotless, also in foreign names.
    """
    words = unicodedata.normalize("NFC", text.strip())[:SORTED_LENGTH]
    primary = "".join(_placed(lower(words))).strip(_WORD_GAP)
    accents = "".join(f"{place:02x}{mark}" for place, letter in enumerate(lower(words)) if (mark := _accents(letter)))
    capitals = "".join("1" if letter.isupper() else "0" for letter in words).rstrip("0")
    return f"{primary}{_NEXT_LEVEL}{accents}{_NEXT_LEVEL}{capitals}"


def _accents(letter: str) -> str:
    marks = "" if letter in _RANK else unicodedata.normalize("NFD", letter)[1:]
    return "".join(f"{ord(mark):04x}" for mark in marks)


def _placed(text: str) -> Iterator[str]:
    parted = True
    for letter in "".join(_FOREIGN.get(each, each) for each in text):
        plain = letter if letter in _RANK else unicodedata.normalize("NFD", letter)[0]
        if plain.isalnum():
            yield _RANK.get(plain) or f"{_OTHER_SCRIPT}{ord(plain):06x}"
        elif not parted and not unicodedata.combining(plain):
            yield _WORD_GAP
        parted = not plain.isalnum()


_FOREIGN: Mapping[str, str] = dict(zip("ßæœøłđðþħ", ("ss", "ae", "oe", "o", "l", "d", "d", "th", "h"), strict=True))

# A letter that people write in Latin in several ways, and those ways: without marks, as in English with the vowel a,
# as in English with the vowel e, as in German. A letter that is not here is written in one way.
_WAYS = """
ə e a e e|ı i i i i|ş s sh sh sch|ç c ch ch tsch|ğ g gh gh g|ö o o o oe|ü u u u ue|ä a a a ae|ø o o o oe|å a a aa a
а a a a a|б b b b b|в v v v w|г g g g g|д d d d d|е e e ye e|ё yo yo e jo|ж j zh zh sch|з z z z s|и i i i i|й y y y j
к k k k k|л l l l l|м m m m m|н n n n n|о o o o o|п p p p p|р r r r r|с s s s s|т t t t t|у u u u u|ф f f f f
х x kh h ch|ц ts ts ts z|ч c ch ch tsch|ш s sh sh sch|щ s shch sch sch|ъ    |ы i y y y|ь    |э e e e e|ю yu yu yu ju
я ya ya ia ja|ҹ c j dzh dsch|ә e a e e|ғ g gh gh g|ҝ g g g g|ө o o o oe|ү u u u ue|һ h h h h|ј y y y j
і i i i i|ї yi yi i ji|є ye ye ie je|ґ g g g g
қ k k q k|ң n ng n ng|ұ u u u u|ў u o o u|ҳ h kh h h|ӣ i i i i|ӯ u u u u|ҷ j j c dsch|җ j j c dsch|ҙ z z z s|ҫ s s s s
ђ d dj dj dj|ћ c c c c|љ lj lj lj lj|њ nj nj nj nj|џ dz dz dz dsch|ѕ dz dz dz dz
"""
LONGEST_WORD, MOST_WORDS = 40, 8192
"""Which words are remembered with their spellings: at most some 10 MB, whatever is searched for."""
# Letters that are typed one for the other: Persian and Urdu forms beside the Arabic ones, with and without their marks.
_ONE_FORM = str.maketrans("یىېےکہەۀةھأإآٱ", "ييييكهههههاااا", "ـ")
_YO = str.maketrans("ё", "е")
_TURKIC = frozenset("əışğ")
# Apostrophes and joiners: one person writes them, the next does not.
_UNWRITTEN = dict.fromkeys(map(ord, "'`´ʹʻʼ‘’\u200c\u200d"), "")


@cache
def _ways() -> tuple[dict[int, str], ...]:
    rows = [row.split(" ") for line in _WAYS.split("\n") if line for row in line.split("|")]
    single = {ord(letter): plain for letter, plain in _FOREIGN.items()}
    return tuple(single | {ord(row[0]): row[way] for row in rows} for way in range(1, 5))


def fold(text: str) -> str:
    """The key under which two spellings of one name are equal: any script, no marks, a city by any of its names.

    One key for comparing whole names; for finding a word in a text there is `fold_keys`.
    """
    return " ".join(_cities().get(plain, (plain,))[0] for word in _words(text) for plain in _spellings(word)[:1])


def fold_keys(text: str) -> frozenset[str]:
    """Every key under which some word of the text may be looked for; a word is found when one key is shared.

    A word in plain Latin letters has one key, so nothing is found that was not meant. Only letters that are truly
    written in several ways (ə as e or a, ш as s or sh, ü as u or ue) give several, and so does a city of many names.
    """
    spelled = {spelling for word in _words(text) for spelling in _spellings(word)}
    return frozenset(spelled.union(*(_cities().get(spelling, ()) for spelling in spelled)))


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", visible(text).translate(_UNWRITTEN)).replace("İ", "i").casefold()
    joined = unicodedata.normalize("NFKC", folded).translate(_UNWRITTEN)
    joined = _DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), joined.translate(_ONE_FORM))
    if not joined.isascii():
        # The vowel signs of Indian scripts are marks, and belong to the word.
        joined = "".join(each if each.isalnum() or unicodedata.category(each)[0] == "M" else " " for each in joined)
    return [word for word in re.findall(r"[^\s!-/:-@\[-`{-~]+", joined) if any(map(str.isalnum, word))]


_DIGIT = re.compile(r"(?![0-9])\d")


def _spellings(word: str) -> tuple[str, ...]:
    return _spell(word) if len(word) > LONGEST_WORD else _known_spellings(word)


def _spell(word: str) -> tuple[str, ...]:
    if word.isascii():
        return (word,)
    composed = word.replace("дж", "ҹ")
    # People leave out the dots of ё, and the word is the same without them; others transliterate them.
    spelled = [_spelled(composed.translate(_YO), way) for way in _ways()]
    if "ё" in composed:
        spelled += [_spelled(composed, way) for way in _ways()]
    if _TURKIC & set(composed):
        english = composed.translate({ord("c"): "j", ord("x"): "kh", ord("q"): "g"})
        spelled += [_spelled(english, way) for way in _ways()[1:3]]
    return tuple(dict.fromkeys(filter(None, spelled)))


_known_spellings = lru_cache(maxsize=MOST_WORDS)(_spell)


def _spelled(word: str, way: Mapping[int, str]) -> str:
    parts = unicodedata.normalize("NFKD", word.translate(way))
    return "".join(each for each in parts if not unicodedata.combining(each)).translate(way)


@cache
def _cities() -> Mapping[str, tuple[str, ...]]:
    """Every spelling of every name of a city, with all its spellings; the first is the one that stands for it."""
    table = tomllib.loads(files(__package__).joinpath("cities.toml").read_text("utf-8"))
    found = {}
    for city, names in table.items():
        spelled = tuple(dict.fromkeys([city, *(key for name in names for key in _spellings(_words(name)[0]))]))
        found.update(dict.fromkeys(spelled, spelled))
    return found


def holds_nul(value: object) -> bool:
    """Say whether a text in it holds NUL, which PostgreSQL does not keep."""
    if isinstance(value, dict):
        return any(holds_nul(each) for pair in value.items() for each in pair)
    if isinstance(value, list):
        return any(holds_nul(each) for each in value)
    return isinstance(value, str) and "\0" in value
