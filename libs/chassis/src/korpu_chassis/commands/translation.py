"""Translations: each aggregate names its texts once, and gets the command by which one is given in a language."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, create_model

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.state import Fact
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language, LocalizedText, Translation, Words
from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Text, whole_number

Revision = Annotated[
    int, Field(ge=1, le=1_000_000, description="The revision of the original that was translated."), whole_number
]
PartName = Annotated[Text, Field(max_length=40)]
WhichPart = Annotated[PartName | None, Field(description="Which of several, by its id or number.")]


class NoSuchText(Refusal):
    """The text that is translated does not stand there."""

    code = "no-such-text"
    status = 422
    text = {
        "az": "Belə mətn yoxdur; sahəni və hissəni yoxlayın.",
        "en": "There is no such text; look at the field and the part.",
        "ru": "Такого текста нет; проверьте поле и часть.",
        "de": "Diesen Text gibt es nicht; prüfen Sie Feld und Teil.",
        "fr": "Ce texte n'existe pas ; vérifiez le champ et la partie.",
    }


class NotATranslation(Refusal):
    """The original itself is edited by those whose text it is, not translated."""

    code = "translation-of-itself"
    status = 422
    text = {
        "az": "Bu, mətnin əsl dilidir; tərcümə başqa dildə olur.",
        "en": "This is the language of the original; a translation is in another one.",
        "ru": "Это язык оригинала; перевод делается на другой язык.",
        "de": "Das ist die Sprache des Originals; eine Übersetzung steht in einer anderen.",
        "fr": "C'est la langue de l'original ; une traduction est dans une autre langue.",
    }


class FollowsAnother(Refusal):
    """A translation of an older original does not count as one of the present one."""

    code = "translation-follows-another"
    text = {
        "az": "Mətn dəyişib: indi onun {revision}-ci nəşridir; tərcüməni ona uyğunlaşdırın.",
        "en": "The original has changed to revision {revision}; bring the translation up to it.",
        "ru": "Оригинал изменился: теперь это редакция {revision}; приведите перевод в соответствие.",
        "de": "Das Original hat sich geändert, es ist jetzt Fassung {revision}; passen Sie die Übersetzung an.",
        "fr": "L'original a changé : c'est la révision {revision} ; mettez la traduction à jour.",
    }


Along = Callable[[Any, Any], None]
"""What a translation brings along in the same thing: called with the thing and the command, once it was done."""


def translates(
    definition: AggregateDefinition[Any],
    who: Sequence[Role],
    along: Along | None = None,
    refuses: Sequence[type[Refusal]] = (),
    **texts: str,
) -> None:
    """Give an aggregate its command `Translate…` for these texts, each by its public name and where the table holds it.

    A list of parts is named as a whole; `part` then says which, by its id or its number. What `along` refuses is named.
    """
    table, of = definition.table.__name__, definition.name.replace("_", " ")
    named = StrEnum(f"{table}Text", [(name.upper(), name) for name in texts])  # type: ignore[misc]  # data
    named.__doc__ = f"The texts of this {of} that are translated."
    command = create_model(
        f"Translate{table}",
        __base__=Changes,
        __doc__="Which text is given in which language, made from which revision; published, so no names of persons.",
        __module__=definition.table.__module__,
        field=(named, ...),
        part=(WhichPart, None),
        language=(Language, ...),
        words=(Words, ...),
        follows=(Revision, ...),
    )
    fact = create_model(
        f"{table}Translated",
        __base__=Fact,
        __doc__=f"A text of this {of} was given in another language.",
        __module__=definition.table.__module__,
        field=(str, ...),
        part=(str | None, None),
        language=(str, ...),
        revision=(int, ...),
    )

    async def translate(aggregate: Any, given: Any, uow: UnitOfWork) -> None:
        first, *path = texts[given.field].split(".")
        setattr(aggregate, first, _translated(getattr(aggregate, first), path, given))
        if along:
            along(aggregate, given)
        said = {"field": given.field.value, "part": given.part, "language": given.language, "revision": given.follows}
        await uow.emit(aggregate, fact(**said))

    translate.__doc__ = f"Give a text of this {of} in another language; the original stays as it is."
    translate.__annotations__ = {"aggregate": definition.table, "given": command, "uow": UnitOfWork, "return": None}
    definition.changes(who=who, emits=[fact], refuses=[NoSuchText, NotATranslation, FollowsAnother, *refuses])(
        translate
    )


def _translated(value: Any, path: Sequence[str], given: Any) -> Any:
    if isinstance(value, LocalizedText):
        if given.part is not None:
            raise NoSuchText("part")
        return translated(value, given.language, given.words, given.follows)
    if value is None:
        raise NoSuchText("field")
    if isinstance(value, tuple):
        if given.part not in map(_key, value):
            raise NoSuchText("part")
        alone = given.model_copy(update={"part": None})
        return tuple(_translated(each, path, alone) if _key(each) == given.part else each for each in value)
    name = path[0] if path else next(name for name, held in value if isinstance(held, LocalizedText))
    return value.model_copy(update={name: _translated(getattr(value, name), path[1:], given)})


def _key(part: Any) -> str:
    return str(getattr(part, "id", None) or getattr(part, "number", None))


def translated(text: LocalizedText, language: Language, words: str, follows: int) -> LocalizedText:
    """The text with these words in this language, made from the original's present revision."""
    if language == text.original:
        raise NotATranslation("language")
    if follows != text.revision:
        raise FollowsAnother("follows", revision=text.revision)
    given = {language: Translation(text=words, revision=follows)}
    return text.model_copy(update={"texts": {**text.texts, **given}})
