"""Messages between services: envelope, outbox, relay, inbox, consumer."""

SURFACE = (
    "administration",
    "consumer",
    "envelope",
    "epochs",
    "inbox",
    "intake",
    "kafka",
    "kafka_ends",
    "outbox",
    "parking",
    "relay",
    "republication",
    "versions",
)
