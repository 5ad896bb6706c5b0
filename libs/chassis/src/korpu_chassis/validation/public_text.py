"""Which texts of an input go out on topics, found by their declaration, and what may not stand in them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Self, get_args

from pydantic import AfterValidator, BaseModel, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import InitErrorDetails

from korpu_chassis.i18n.text import readable
from korpu_chassis.refusals import wrong
from korpu_chassis.validation.codes import Personal, Public
from korpu_chassis.validation.personal_data import personal_data_in

Path = tuple[int | str, ...]


class PublicInput(BaseModel):
    """An input whose free texts are published: every one is looked at for personal data before anything is done.

    Free text is `Text`, `Words`, `Texts` and any other string that no rule of its own narrows. Fields marked
    `Personal` never go out, and those marked `Public` say why they are not looked at. What is stored is not looked at
    again, so that a rule that grows sharper never keeps a row from being read.
    """

    @model_validator(mode="after")
    def _nothing_personal(self) -> Self:
        found = [(path, code) for path, text in public_texts(self) if (code := personal_data_in(text))]
        if found:
            errors = [InitErrorDetails(type=wrong(code), loc=path, input=None) for path, code in found]
            raise ValidationError.from_exception_data(type(self).__name__, errors, hide_input=True)
        return self


def public_texts(model: BaseModel) -> Iterator[tuple[Path, str]]:
    """Every free text of an input that may be published, with its path."""
    for name, (shown, free) in _open_fields(type(model)).items():
        yield from _within(getattr(model, name), (shown,), free=free)


def _within(value: Any, path: Path, *, free: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, BaseModel):
        for deeper, text in public_texts(value):
            yield (*path, *deeper), text
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _within(each, (*path, str(key)), free=free)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for place, each in enumerate(value):
            yield from _within(each, (*path, place), free=free)
    elif free and type(value) is str:
        yield path, value


@cache
def _open_fields(model: type[BaseModel]) -> Mapping[str, tuple[str, bool]]:
    """The fields that may go out: how they are called in an input, and whether strings in them are free text."""
    return {
        name: (field.alias or name, _is_free(_declared(field)))
        for name, field in model.model_fields.items()
        if not _is_exempt(field.metadata)
    }


def _declared(field: FieldInfo) -> Any:
    return _Annotation(field.annotation, tuple(field.metadata))


class _Annotation:
    """A type with what is said beside it, in the shape of `Annotated`."""

    def __init__(self, plain: Any, metadata: tuple[Any, ...]) -> None:
        self.__origin__, self.__metadata__ = plain, metadata


def _is_free(declared: Any, beside: Sequence[Any] = ()) -> bool:
    """Whether a string may stand there that no rule narrows to codes."""
    if (metadata := getattr(declared, "__metadata__", None)) is not None:
        return not _is_exempt(metadata) and _is_free(declared.__origin__, (*metadata, *beside))
    if declared is str:
        rules = [each.func for each in beside if isinstance(each, AfterValidator)]
        return readable in rules or not (rules or any(getattr(each, "pattern", None) for each in beside))
    return any(_is_free(each, beside) for each in get_args(declared))


def _is_exempt(metadata: Sequence[Any]) -> bool:
    return any(mark is Personal or isinstance(mark, (Personal, Public)) for mark in metadata)
