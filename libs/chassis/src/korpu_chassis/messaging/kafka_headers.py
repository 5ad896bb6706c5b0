"""Records whose header names are no UTF-8: brokers carry them, and the client's parser would end at them for ever."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

from aiokafka.consumer import fetcher
from aiokafka.record.default_records import _DefaultRecordBatchPy
from typing_extensions import override

_LENGTH = slice(8, 12)
_OVERHEAD = 12
_parser: Any = fetcher.MemoryRecords


def read_any_names() -> None:
    """Let every reader of this process get past such names: they come as text with lone surrogates (PEP 383).

    The client has no setting for it, and decodes names strictly where it reads a batch: its parser is replaced by one
    that reads a batch again, slowly, when the fast one has ended at a name.
    """
    fetcher.MemoryRecords = _Records


def fault_of(names: Collection[str], expected: Sequence[str]) -> str | None:
    """What keeps a message whose headers have these names from being read."""
    if not all(each.isascii() or each == shown(each) for each in names):
        return "the name of a header is not UTF-8"
    missing = [each for each in expected if each not in names]
    return f"without header {missing[0]}" if missing else None


def shown(name: str) -> str:
    """A header's name as text that can be sent on: a byte that is none stands there in hexadecimal."""
    return name.encode(errors="surrogateescape").decode(errors="backslashreplace")


class _Records:
    """The batches of one answer of a broker."""

    def __init__(self, data: bytes) -> None:
        self._batches = _parser(data)
        self._data = memoryview(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batches, name)

    def next_batch(self) -> "_Batch":
        end = _OVERHEAD + int.from_bytes(self._data[_LENGTH], "big")
        data, self._data = self._data[:end], self._data[end:]
        return _Batch(self._batches.next_batch(), data)


class _Batch:
    """One batch as the client's parser reads it, and from a name that it cannot read on, as Python does."""

    def __init__(self, batch: Any, data: memoryview) -> None:
        self._batch = batch
        self._data = data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def __next__(self) -> Any:
        return next(self._batch)

    def __iter__(self) -> Iterator[Any]:
        count = 0
        try:
            for record in self._batch:
                yield record
                count += 1
        except UnicodeDecodeError:
            yield from islice(_Patient(self._data), count, None)


class _Patient(_DefaultRecordBatchPy):  # type: ignore[misc]
    """A batch that is read in Python, with any names."""

    @override
    def _maybe_uncompress(self) -> None:
        super()._maybe_uncompress()
        self._buffer: bytearray = _Names(self._buffer)


class _Names(bytearray):
    """Bytes whose parts become text whatever they are."""

    @override
    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        return _Names(found) if isinstance(found, bytearray) else found

    @override
    def decode(self, encoding: str = "utf-8", errors: str = "surrogateescape") -> str:
        return super().decode(encoding, errors)
