"""The number of an application, one series a year."""

from korpu_chassis.commands.unit_of_work import UnitOfWork


async def take_code(uow: UnitOfWork) -> str:
    """The next number of this year."""
    series = f"APL-{uow.today.year}"
    return f"{series}-{await uow.number(series):05}"
