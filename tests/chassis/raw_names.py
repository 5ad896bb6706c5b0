"""Records whose header names are any bytes, as producers of other makes may write them."""

from collections.abc import Sequence

from aiokafka import AIOKafkaProducer
from aiokafka.record.default_records import _DefaultRecordBatchBuilderPy
from typing_extensions import override

from korpu_chassis.messaging.kafka import Kafka, Letter

LARGEST = 64 * 1024


class Raw(str):
    """A name that goes out as bytes of its own."""

    __slots__ = ()

    @override
    def encode(self, encoding: str = "utf-8", errors: str = "surrogateescape") -> bytes:
        return str(self).encode("utf-8", "surrogateescape")


async def send_raw(kafka: Kafka, letters: Sequence[Letter]) -> None:
    """Put letters of one topic on its first partition in one batch; lone surrogates in their names are bytes."""
    producer = AIOKafkaProducer(**kafka.connection)
    await producer.start()
    try:
        batch = producer.create_batch()
        # The builder of the library's fast kind checks that a name is a text, and encodes it itself.
        batch._builder = _DefaultRecordBatchBuilderPy(2, 0, 0, -1, -1, -1, LARGEST)  # noqa: SLF001
        for each in letters:
            headers = [(Raw(name), value) for name, value in each.headers]
            assert batch.append(key=each.key, value=each.body, timestamp=None, headers=headers)
        await (await producer.send_batch(batch, kafka.prefix + letters[0].topic, partition=0))
    finally:
        await producer.stop()
