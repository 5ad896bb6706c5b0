"""Documents that are made to cost more than they are worth: by hand, each for one way of growing, and at random."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graphql import get_introspection_query
from hypothesis import strategies as st

LONGEST = 16 * 1024


class Hostile(NamedTuple):
    """A document and its variables."""

    query: str
    variables: Any = None

    @property
    def body(self) -> Mapping[str, Any]:
        """The request that sends it."""
        return {"query": self.query, "variables": self.variables}


def doubling(count: int) -> str:
    """Fragments that each spread the next one twice."""
    each = " ".join(f"fragment F{n} on Query {{...F{n + 1} ...F{n + 1}}}" for n in range(count))
    return f"{{...F0}} {each} fragment F{count} on Query {{__typename}}"


def circle(count: int) -> str:
    """Fragments that each spread the next one twice, and the last one the first."""
    each = " ".join(f"fragment F{n} on Query {{...F{(n + 1) % count} ...F{(n + 1) % count}}}" for n in range(count))
    return f"{{...F0}} {each}"


def many(text: str, count: int) -> str:
    """A text over and over, with its number in place of `#`."""
    return " ".join(text.replace("#", str(n)) for n in range(count))


def cut(text: str) -> str:
    """As much of the text as a request may hold."""
    return text[:LONGEST]


NESTED = "organisations{nodes{agreements{nodes{mobilities{nodes{receiver"
LISTS = "query ($v: [String!]) {agreements(filter: {code: $v}) {totalCount}}"
FILTER = "query ($v: AgreementFilter) {agreements(filter: $v) {totalCount}}"
SCHEMA = get_introspection_query(input_value_deprecation=True, specified_by_url=True, schema_description=True)
HOSTILE: Mapping[str, Hostile] = {
    "a circle of two": Hostile(circle(2)),
    "a circle of 22": Hostile(circle(22)),
    "fragments that double 22 times": Hostile(doubling(22)),
    "fragments that double 10 times": Hostile(doubling(10)),
    "300 repeated selections": Hostile("{organisations{nodes{" + many("agreements{nodes{id code}}", 300) + "}}}"),
    "150 repeated selections": Hostile("{organisations{nodes{" + many("agreements{nodes{id code}}", 150) + "}}}"),
    "10 repeated selections in 10": Hostile(
        "{" + many("organisations{nodes{" + many("agreements{nodes{id}}", 9) + "}}", 10) + "}"
    ),
    "repeats inside of fragments without a name": Hostile(
        "{organisations{nodes{" + many("...{agreements{nodes{id}}}", 180) + "}}}"
    ),
    "repeats inside of fragments with names": Hostile(
        "{"
        + many("...F#", 60)
        + "} "
        + many("fragment F# on Query {organisations{nodes{id code agreements{nodes{id}}}}}", 60)
    ),
    "450 operations": Hostile(many("query Q# {__typename}", 450)),
    "20 operations over 60 fragments": Hostile(
        many("query Q# {...F0}", 20) + many(" fragment F# on Query {...F##}", 60).replace("##", "1")
    ),
    "300 fragments": Hostile("{" + many("...F#", 300) + "} " + many("fragment F# on Query {__typename}", 300)),
    "a chain of 60 fragments": Hostile(
        "{...F0} "
        + " ".join(f"fragment F{n} on Query {{__typename ...F{n + 1}}}" for n in range(59))
        + " fragment F59 on Query {__typename}"
    ),
    "ten introspections": Hostile("{" + many("a#: __schema{types{name fields{name type{name}}}}", 10) + "}"),
    "the schema by hidden words": Hostile('{__type\n(name: "Query"){fields{name type{fields{name}}}}}'),
    "the whole schema": Hostile(SCHEMA),
    "the schema of the schema": Hostile("{__schema" + "{types{fields{type" * 4 + "{name}" + "}}}" * 4 + "}"),
    "twenty searches": Hostile("{" + many('a#: agreements(filter: {search: "a#"}) {totalCount}', 20) + "}"),
    "sixty aliases of lists": Hostile("{" + many("a#: agreements(first: 3#){nodes{id code status}}", 60) + "}"),
    "300 aliases": Hostile("{" + many("a#: __typename", 300) + "}"),
    "a list nested 400 deep": Hostile("{agreements(filter: {code: " + "[" * 400 + "]" * 400 + "}){totalCount}}"),
    "a list nested 150 deep": Hostile("{agreements(filter: {code: " + "[" * 150 + "]" * 150 + "}){totalCount}}"),
    "an object nested 150 deep": Hostile("{agreements(filter: " + "{code: " * 150 + "1" + "}" * 150 + "){totalCount}}"),
    "selections nested 3,000 deep": Hostile(cut("{a" * 3000)),
    "1,400 words in a list": Hostile("{agreements(filter: {code: [" + many('"a#"', 1400) + "]}){totalCount}}"),
    "a string of 16 KB": Hostile('{agreements(filter: {search: "' + "ə" * 16_000 + '"}){totalCount}}'),
    "quoted words that errors are searched for": Hostile(cut('{a "' + "Value cannot represent , found: " * 510)),
    "names that errors are searched for": Hostile(cut("{" + "a" * 16_000 + "}")),
    "1,400 unknown fields": Hostile(cut("{" + many("field#", 1400) + "}")),
    "1,400 fields that are nearly right": Hostile(cut("{" + many("agreemnts#", 1300) + "}")),
    "600 unknown arguments": Hostile(cut("{agreements(" + many("filtr#: 1", 600) + "){totalCount}}")),
    "600 unknown fields of a filter": Hostile(cut("{agreements(filter: {" + many("cod#: 1", 600) + "}){totalCount}}")),
    "500 directives": Hostile(cut("{__typename " + many("@skip(if: false)", 500) + "}")),
    "250 unknown directives": Hostile(cut("{__typename " + many("@skp#", 900) + "}")),
    "500 variables": Hostile("query (" + many("$v#: Int = 1", 300) + ") {__typename}"),
    "variables used 500 times": Hostile("query ($v: Int!) {" + many("agreements(first: $v){totalCount}", 200) + "}"),
    "1,900 comments": Hostile(cut("#\n" * 8_000 + "{__typename}")),
    "4,900 values": Hostile(LISTS, {"v": ["x"] * 4_900}),
    "60,000 values": Hostile(LISTS, {"v": ["x"] * 60_000}),
    "60,000 wrong values": Hostile(LISTS, {"v": [{}] * 60_000}),
    "4,900 wrong values": Hostile(LISTS, {"v": [{"a": 1}] * 1_600}),
    "a value of 250 KB": Hostile(FILTER, {"v": {"search": "ə é ш " * 25_000}}),
    "a wrong value of 250 KB": Hostile(FILTER, {"v": {"status": ["Value cannot represent " * 10_000]}}),
    "a name of 250 KB": Hostile(FILTER, {"v": {"x" * 250_000: 1}}),
    "20,000 unknown names": Hostile(FILTER, {"v": {f"n{n}": 1 for n in range(20_000)}}),
    "2,000 unknown names": Hostile(FILTER, {"v": {f"n{n}": 1 for n in range(2_000)}}),
    "variables nested 900 deep": Hostile("{__typename}", {"v": None}),
    "lists of lists of lists": Hostile(
        "{organisations(first: 100){nodes{agreements(first: 100){nodes{mobilities(first: 100){nodes{id}}}}}}}"
    ),
    "all that may be done with 10,000 things": Hostile(
        "{organisations(first: 95){nodes{agreements(first: 100){nodes{availableActions}}}}}"
    ),
    "a hundred texts to translate with their things": Hostile(
        "{translations(first: 100){nodes{code field text since node{id code ... on Agreement{availableActions}}}}}"
    ),
    "a cursor that fails late": Hostile(
        '{organisations(first: 100){nodes{agreements(first: 40, after: "x"){nodes{id code}}}}}'
    ),
}
SUBSCRIBED: Mapping[str, Hostile] = {
    "a subscription to everything": Hostile("subscription {changes {fact node {id code availableActions}}}"),
    "a subscription of many aliases": Hostile(
        "subscription {changes {node {" + " ".join(f"a{n}: code" for n in range(60)) + "}}}"
    ),
    "a subscription to 4,000 things": Hostile(
        "subscription ($ids: [ID!]) {changes(ids: $ids) {fact}}",
        {"ids": [f"agreement:00000000-0000-0000-0000-{n:012}" for n in range(4_000)]},
    ),
}
DEEP = b'{"query": "{__typename}", "variables": ' + b'{"a":' * 900 + b"1" + b"}" * 901


@st.composite
def hostile(draw: st.DrawFn) -> str:
    """A document of fragments that spread each other, repeats, aliases, operations and words that nobody knows."""
    count = draw(st.integers(0, 40))
    names = [f"F{n}" for n in range(count)]
    numbers = st.integers(0, 99)
    words = (
        "__typename",
        "id",
        "x",
        "agreements{nodes{id code}}",
        "a: code",
        "...{__typename}",
        "__schema{types{name}}",
    )
    piece = st.one_of(
        st.sampled_from(words),
        st.builds("...{}".format, st.sampled_from(names)) if names else st.just("code"),
        st.builds("a{}: agreements(first: {}){{nodes{{id title{{text}}}}}}".format, numbers, numbers),
        st.builds("f{} @skip(if: {})".format, st.integers(0, 9_999), st.sampled_from(("true", "$v", "1"))),
    )
    some = st.lists(piece, min_size=1, max_size=6)
    pieces = st.builds(lambda held, times: " ".join(held * times), some, st.integers(1, 60))
    kinds = st.sampled_from(("Query", "Agreement", "Organisation", "Nothing"))
    parts = [f"fragment {name} on {draw(kinds)} {{{draw(pieces)}}}" for name in names]
    operations = [f"query Q{n} {{{draw(pieces)}}}" for n in range(draw(st.integers(1, 30)))]
    return cut(" ".join(operations + parts))
