"""How many live connections one process carries: whose they are, and who has not yet said."""

from prometheus_client import Gauge

from korpu_chassis.identity import caller_limits

OPEN = Gauge("korpu_live_connections", "Live connections that are open")
MOST_OF_A_CALLER, MOST_OF_AN_ADDRESS = 64, 128
MOST_GREETING, MOST_GREETING_OF_AN_ADDRESS = 1_024, 512


class Places(caller_limits.Places):
    """A bounded number of places, half of them for who is signed in alone; and the room of those who greet."""

    def __init__(self, most: int = 2_000) -> None:
        strangers = max(1, most // 2)
        each = {"each": MOST_OF_A_CALLER, "each_stranger": MOST_OF_AN_ADDRESS}
        super().__init__("live", most, strangers=strangers, gauge=OPEN, **each)
        self.greeting = caller_limits.Waiting("greetings", MOST_GREETING, MOST_GREETING_OF_AN_ADDRESS)
