"""The days of a stay: what can be planned, and what can have happened."""

from datetime import date
from typing import Annotated

from pydantic import Field

from korpu_chassis.refusals import Notice, Refusal
from korpu_chassis.validation.codes import Day

Happened = Annotated[Day, Field(description="The day on which it happened; not in the future.")]


class DatesReversed(Refusal):
    """A stay ends on or after the day on which it begins."""

    code = "mobility-dates-reversed"
    status = 422
    text = {
        "az": "Son gün ilk gündən əvvəl ola bilməz.",
        "en": "The last day cannot be before the first.",
        "ru": "Последний день не может быть раньше первого.",
        "de": "Der letzte Tag kann nicht vor dem ersten liegen.",
        "fr": "Le dernier jour ne peut pas précéder le premier.",
    }


class InTheFuture(Refusal):
    """Only what has happened can be recorded."""

    code = "mobility-in-the-future"
    status = 422
    text = {
        "az": "{on} hələ gəlməyib; yalnız baş vermiş hadisə qeyd olunur.",
        "en": "{on} has not come yet; only what has happened can be recorded.",
        "ru": "{on} ещё не наступило; записывается только то, что произошло.",
        "de": "Der {on} ist noch nicht gekommen; nur Geschehenes wird festgehalten.",
        "fr": "Le {on} n'est pas encore arrivé ; on n'enregistre que ce qui a eu lieu.",
    }


class BeforeArrival(Refusal):
    """One returns after one has arrived."""

    code = "mobility-before-arrival"
    status = 422
    text = {
        "az": "Qayıdış gəliş tarixindən ({arrived}) əvvəl ola bilməz.",
        "en": "The return cannot be before the arrival on {arrived}.",
        "ru": "Возвращение не может быть раньше прибытия ({arrived}).",
        "de": "Die Rückkehr kann nicht vor der Ankunft am {arrived} liegen.",
        "fr": "Le retour ne peut pas précéder l'arrivée du {arrived}.",
    }


class NotEarly(Refusal):
    """A return on or after the planned last day is an ordinary return."""

    code = "mobility-not-early"
    status = 422
    text = {
        "az": "Planlaşdırılan son gün {planned}-dir; bu, adi qayıdışdır.",
        "en": "The planned last day is {planned}; this is an ordinary return.",
        "ru": "Плановый последний день — {planned}; это обычное возвращение.",
        "de": "Der geplante letzte Tag ist der {planned}; das ist eine gewöhnliche Rückkehr.",
        "fr": "Le dernier jour prévu est le {planned} ; c'est un retour ordinaire.",
    }


class StartNotPassed(Refusal):
    """Nobody is missing before the planned first day is over."""

    code = "mobility-start-not-passed"
    text = {
        "az": "Planlaşdırılan ilk gün ({start}) hələ keçməyib.",
        "en": "The planned first day, {start}, has not passed yet.",
        "ru": "Плановый первый день ({start}) ещё не прошёл.",
        "de": "Der geplante erste Tag ({start}) ist noch nicht vorbei.",
        "fr": "Le premier jour prévu ({start}) n'est pas encore passé.",
    }


class LengthExceeded(Notice):
    """All stays of the year together are longer than the condition provides for."""

    code = "mobility-length-exceeded"
    text = {
        "az": "Bu tədris ilində bütün mobilliklər birlikdə {planned} gündür; şərt {agreed} gün nəzərdə tutur.",
        "en": "All stays of this academic year together take {planned} days; the condition provides {agreed}.",
        "ru": "Все поездки этого учебного года вместе занимают {planned} дн.; условие предусматривает {agreed}.",
        "de": "Alle Aufenthalte dieses Studienjahres dauern zusammen {planned} Tage; vereinbart sind {agreed}.",
        "fr": "Tous les séjours de cette année durent ensemble {planned} jours ; la condition en prévoit {agreed}.",
    }


class DatesOutsideYear(Notice):
    """The planned dates lie outside the academic year of the seat."""

    code = "mobility-dates-outside-year"
    text = {
        "az": "Planlaşdırılan tarixlər {academic_year} tədris ilindən kənara çıxır.",
        "en": "The planned dates lie outside the academic year {academic_year}.",
        "ru": "Плановые даты выходят за пределы учебного года {academic_year}.",
        "de": "Die geplanten Tage liegen außerhalb des Studienjahres {academic_year}.",
        "fr": "Les dates prévues sont hors de l'année universitaire {academic_year}.",
    }


def in_order(first: date, last: date, path: str) -> None:
    """A stay ends on or after the day on which it begins."""
    if last < first:
        raise DatesReversed(path)


def has_happened(on: date, today: date, path: str) -> None:
    """Only what has happened can be recorded."""
    if on > today:
        raise InTheFuture(path, on=on)


def came_back(arrived: date | None, on: date, today: date) -> None:
    """One returns after one has arrived, and not in the future."""
    has_happened(on, today, "on")
    if arrived is not None and on < arrived:
        raise BeforeArrival("on", arrived=arrived)


def came_back_early(arrived: date | None, planned: date, on: date, today: date) -> int:
    """The days by which the stay fell short of its plan."""
    came_back(arrived, on, today)
    if on >= planned:
        raise NotEarly("on", planned=planned)
    return (planned - on).days


def did_not_show(planned_from: date, today: date) -> None:
    """Nobody is missing before the planned first day is over."""
    if today <= planned_from:
        raise StartNotPassed(start=planned_from)


def days_of(first: date, last: date) -> int:
    """The length of a stay, both days included."""
    return (last - first).days + 1


def days_agreed(months: int | None, days: int | None) -> int | None:
    """The days that a condition gives to all people of a year together; a month counts as thirty days."""
    return days if days is not None else months * 30 if months is not None else None


def outside_year(academic_year: str, first: date, last: date) -> bool:
    """Say whether the dates miss the academic year: July before it to September after it."""
    start = int(academic_year[:4])
    return first < date(start, 7, 1) or last > date(start + 1, 9, 30)
