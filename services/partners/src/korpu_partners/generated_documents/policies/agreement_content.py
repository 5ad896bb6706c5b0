"""What stands on the paper of an agreement: its parties, its clauses, its seats and its obligations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from babel import Locale

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language, LocalizedText
from korpu_documents.papers.editions import Edition
from korpu_documents.papers.letterhead import Names, our_names
from korpu_documents.papers.typesetting import Content, Languages, day, listed, said, same, spoken
from korpu_partners.agreements.interface import AgreementOnPaper
from korpu_partners.generated_documents.policies.subjects import names_of
from korpu_partners.generated_documents.refusals import NothingApproved

Terms = Mapping[str, Any]
NONE = "–"


def terms_of(agreement: AgreementOnPaper, *, draft: bool) -> tuple[Terms, int, str]:
    """The terms that are printed with their version and hash: as signed or approved, or as they are drafted now."""
    if draft:
        return agreement.terms, agreement.terms_version, agreement.terms_hash
    approved = agreement.approved_terms
    held = agreement.signed_terms or (approved if approved and approved["hash"] == agreement.terms_hash else None)
    if held is None:
        raise NothingApproved("draft")
    return held["terms"], held["version"], held["hash"]


async def parties_of(versions: Iterable[Terms], languages: Languages, uow: UnitOfWork) -> dict[UUID | None, Names]:
    """Whom these terms name, by name; ours has no id."""
    named = {party_of(each) for terms in versions for each in _sides(terms)} - {None}
    theirs = await names_of(filter(None, named), languages, uow)
    return {None: our_names(languages), **dict(theirs.items())}


def bound_by(terms: Terms, names: Mapping[UUID | None, Names]) -> dict[UUID | None, Names]:
    """The parties among those whom the terms name."""
    parties = {party_of(each) for each in terms["parties"]}
    return {id: called for id, called in names.items() if id in parties}


def content_of(
    agreement: AgreementOnPaper,
    terms: Terms,
    names: Mapping[UUID | None, Names],
    edition: Edition,
    languages: Languages,
    on: date,
) -> Content:
    """The whole paper of an agreement, but for how its parties stand on it."""
    title = said(agreement.title, languages, "title")
    values = _values(terms, title, languages)
    promised = list(duties(terms, names, edition, languages))
    return Content(
        edition=edition,
        languages=languages,
        number=agreement.code,
        on=on,
        title=title,
        clauses=[
            *(edition.clause(each, languages, values) for each in _opening(edition)),
            *(article(each, languages) for each in enumerate(articles_in(terms), 1)),
            *promised,
            *(edition.clause(each, languages, values) for each in _closing(edition, terms)),
        ],
        parties=[side(each, names) for each in terms["parties"]],
        more={
            "conditions": [condition(each, names, edition, languages) for each in terms["conditions"]],
            "obligations": []
            if promised
            else [obligation(each, terms, names, languages) for each in enumerate(terms["obligations"], 1)],
        },
    )


def articles_in(terms: Terms) -> Sequence[Terms]:
    """The articles of these terms; terms of before there were any have none."""
    held: Sequence[Terms] = terms.get("articles", ())
    return held


def article(numbered: tuple[int, Terms], languages: Languages) -> dict[str, Names]:
    """An article of the parties' own, with its first line as heading if it has several."""
    place, held = numbered
    told = said(LocalizedText.model_validate(held["text"]), languages, f"article {place}")
    parted = {each: words.partition("\n") for each, words in told.items()}
    return {
        "heading": {each: first if rest.strip() else "" for each, (first, _, rest) in parted.items()},
        "text": {each: rest.strip() or first for each, (first, _, rest) in parted.items()},
    }


def _opening(edition: Edition) -> Iterator[str]:
    yield "subject"
    if "non-binding" in edition.clauses:
        yield "non-binding"


def _closing(edition: Edition, terms: Terms) -> Iterator[str]:
    yield "from-day" if terms["starts"] else "from-signature"
    mode = terms["renewal"]["mode"]
    yield mode if mode == "evergreen" or terms["ends"] else "open-end"
    yield "notice"
    if "copies-one" not in edition.clauses:
        yield "copies-two"


def copies_of(terms: Terms, each: int, edition: Edition, languages: Languages) -> tuple[dict[str, Any] | None, int]:
    """The article on languages and copies, which stands with the signatures, and how many copies there are."""
    copies = each * len(terms["parties"])
    if "copies-one" not in edition.clauses:
        return None, copies
    values = {"languages": spoken(languages), "copies": same(copies, languages), "each": same(each, languages)}
    return edition.clause("copies-two" if len(languages) > 1 else "copies-one", languages, values), copies


def duties(
    terms: Terms, names: Mapping[UUID | None, Names], edition: Edition, languages: Languages
) -> Iterator[dict[str, Any]]:
    """What each side owes the other, as an article by whoever owes it; older templates have a table instead."""
    if "duties-of" not in edition.words:
        return
    for ours in (True, False):
        owed = [each for each in enumerate(terms["obligations"], 1) if each[1]["ours"] == ours]
        if owed:
            debtors, creditors = (_called(terms, names, languages, ours=who) for who in (ours, not ours))
            values = {"debtor": listed(debtors, languages), "creditor": listed(creditors, languages)}
            begins = edition.sentence("owes" if len(debtors) == 1 else "owe", languages, values)
            rows = [obligation(each, terms, names, languages) for each in owed]
            yield {
                "heading": edition.sentence("duties-of", languages, values),
                "text": {each: "\n".join((begins[each], *_items(rows, edition, each))) for each in languages},
            }


def _items(rows: Iterable[Sequence[str | Names]], edition: Edition, language: str) -> Iterator[str]:
    """Each promise in a line of its own, with its day and its amount if it has them."""
    for text, _, due, amount in ([each if isinstance(each, str) else each[language] for each in row] for row in rows):
        beside = (("due", due), ("amount", amount))
        told = "; ".join(f"{edition.words[word][language]}: {value}" for word, value in beside if value != NONE)
        yield f"– {text} ({told})" if told else f"– {text}"


def _called(terms: Terms, names: Mapping[UUID | None, Names], languages: Languages, *, ours: bool) -> list[Names]:
    """Our side, or all others, by name."""
    return [side(each, names) for each in terms["parties"] if bool(each["us"]) is ours]


def _values(terms: Terms, title: Names, languages: Languages) -> dict[str, Names]:
    renewal = terms["renewal"]
    return {
        "title": title,
        "starts": day_or_none(terms["starts"], languages),
        "ends": day_or_none(terms["ends"], languages),
        "notice": same(renewal["notice_days"], languages),
        "period": same(renewal["period_months"], languages),
        "review": same(renewal["review_months"], languages),
        "languages": spoken(languages),
    }


def day_or_none(value: str | None, languages: Languages) -> Names:
    """The day as each language writes it, or a dash."""
    return day(date.fromisoformat(value), languages) if value else same(NONE, languages)


def _sides(terms: Terms) -> Iterator[Terms]:
    yield from terms["parties"]
    for condition in terms["conditions"]:
        yield from (condition["from"], condition["to"])


def party_of(side: Terms) -> UUID | None:
    """The organisation of a side; none is ours."""
    return UUID(side["organisation_id"]) if side["organisation_id"] else None


def side(side: Terms, names: Mapping[UUID | None, Names]) -> Names:
    """A party, with its unit if it is bound alone."""
    unit = f", {side['unit']}" if side["unit"] else ""
    return {language: name + unit for language, name in names[party_of(side)].items()}


def condition(
    held: Terms, names: Mapping[UUID | None, Names], edition: Edition, languages: Languages
) -> list[str | Names]:
    """Seats in one direction, as a row of its table."""
    length: Names = {language: _length(held, edition, language) for language in languages}
    return [
        side(held["from"], names),
        side(held["to"], names),
        {language: ", ".join(_purpose(held, edition, language)) for language in languages},
        f"{held['first_year']} – {held['last_year']}",
        str(held["people_per_year"]),
        length,
    ]


def _purpose(held: Terms, edition: Edition, language: Language) -> Iterator[str]:
    """What people go for, and who may: levels, fields, and the language that they need."""
    yield edition.words[held["kind"]][language]
    for scale, name in (("EQF", "eqf"), ("ISCED-F", "isced")):
        if held[name]:
            several = listed([same(each, (language,)) for each in held[name]], (language,))
            yield f"{scale} {several[language]}"
    if held["language"]:
        spoken = Locale(language).languages.get(held["language"].split("-")[0], held["language"])
        yield " ".join(filter(None, (spoken, held["cefr"])))
    if held["blended"]:
        yield edition.words["blended"][language]


def _length(held: Terms, edition: Edition, language: str) -> str:
    counted = ((held["months_per_year"], "months"), (held["days_per_year"], "days"))
    return ", ".join(f"{count} {edition.words[unit][language]}" for count, unit in counted if count) or NONE


def word(name: str, edition: Edition, languages: Languages) -> Names:
    """A word of the template in these languages."""
    return {language: edition.words[name][language] for language in languages}


def obligation(
    numbered: tuple[int, Terms], terms: Terms, names: Mapping[UUID | None, Names], languages: Languages
) -> list[str | Names]:
    """What one side promises, as a row of its table; who owes it is said by name, as either side reads it."""
    place, held = numbered
    amount = held["amount"]
    return [
        said(LocalizedText.model_validate(held["text"]), languages, f"obligation {place}"),
        listed(_called(terms, names, languages, ours=held["ours"]), languages),
        day_or_none(held["due"], languages),
        f"{amount['amount']} {amount['currency']}" if amount else NONE,
    ]
