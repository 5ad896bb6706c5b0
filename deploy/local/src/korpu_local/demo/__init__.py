"""The demonstration year: what an office like this one lives through, told to the running system."""

from korpu_local.demo.office import Office
from korpu_local.demo.year import tell
from korpu_local.tokens import Issuer


def load(gateway_url: str, issuer: Issuer) -> None:
    """Let the year pass in the stack whose keys these are; the clock is right again afterwards."""
    office = Office(gateway_url, issuer, issuer.home.path / "clock")
    try:
        tell(office)
    finally:
        office.it_is_now()
        office.close()
