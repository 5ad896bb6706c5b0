"""What terms must satisfy to make sense at all, and what more they need to be signed."""

from collections.abc import Sequence
from datetime import date, timedelta

from korpu_chassis.refusals import Notice, Refusal
from korpu_partners.agreements.terms import Condition, Kind, Party, Terms

LONGEST_YEARS = 5
FIRST_YEAR, LAST_YEAR = "1900/1901", "2200/2201"


class PartiesUnclear(Refusal):
    """An agreement binds our university and at least one partner, each once."""

    code = "agreement-parties-unclear"
    status = 422
    text = {
        "az": "Tərəflər universitetimiz və ən azı bir tərəfdaş təşkilat olmalıdır, hər biri bir dəfə.",
        "en": "The parties are our university (us, without an organisation) and at least one partner, each named once.",
        "ru": "Стороны — наш университет и хотя бы один партнёр, каждый указан один раз.",
        "de": "Parteien sind unsere Universität und mindestens ein Partner, jede einmal genannt.",
        "fr": "Les parties sont notre université et au moins un partenaire, chacune nommée une fois.",
    }


class ConditionUnclear(Refusal):
    """A condition leads from one party to another, for a span of academic years and one measure of length."""

    code = "agreement-condition-unclear"
    status = 422
    text = {
        "az": "Şərt aydın deyil ({rule}): iki tərəf arasında, illər ardıcıl, müddət ay və ya gün, səviyyə dillə.",
        "en": "The condition is unclear ({rule}): it leads between two parties, its years are in order, "
        "its length is in months or days, a level comes with a language, and an id is used once.",
        "ru": "Условие неясно ({rule}): направление между двумя сторонами, годы по порядку, срок в месяцах или днях.",
        "de": "Die Bedingung ist unklar ({rule}): zwischen zwei Parteien, Jahre geordnet, Dauer in Monaten oder Tagen.",
        "fr": "La condition n'est pas claire ({rule}) : entre deux parties, années en ordre, durée en mois ou jours.",
    }


class EndsBeforeStart(Refusal):
    """The last day comes after the first."""

    code = "agreement-ends-before-start"
    status = 422
    text = {
        "az": "Son gün başlanğıc günündən sonra olmalıdır.",
        "en": "The last day must come after the first.",
        "ru": "Последний день должен быть позже первого.",
        "de": "Der letzte Tag muss nach dem ersten liegen.",
        "fr": "Le dernier jour doit suivre le premier.",
    }


class EvergreenHasEnd(Refusal):
    """An evergreen agreement has review dates and no end."""

    code = "agreement-evergreen-has-end"
    status = 422
    text = {
        "az": "Müddətsiz sənədin son günü olmur: ya son günü, ya da müddətsizliyi silin.",
        "en": "An evergreen agreement has no last day: drop one of the two.",
        "ru": "У бессрочного документа нет последнего дня: уберите одно из двух.",
        "de": "Ein unbefristeter Vertrag hat keinen letzten Tag: eines von beiden streichen.",
        "fr": "Un accord sans terme n'a pas de dernier jour : supprimez l'un des deux.",
    }


class MemorandumBindsNothing(Refusal):
    """A memorandum states intentions; whoever promises something makes another kind of agreement."""

    code = "agreement-memorandum-binds-nothing"
    status = 422
    text = {
        "az": "Memorandum öhdəlik yaratmır; öhdəlik üçün başqa növ saziş seçin.",
        "en": "A memorandum binds to nothing; choose another kind of agreement for obligations.",
        "ru": "Меморандум не создаёт обязательств; выберите другой вид соглашения.",
        "de": "Ein Memorandum verpflichtet zu nichts; wählen Sie für Pflichten eine andere Vertragsart.",
        "fr": "Un mémorandum n'engage à rien ; choisissez un autre type d'accord pour des obligations.",
    }


class NoEnd(Refusal):
    """What is signed has a last day or the mark evergreen."""

    code = "agreement-no-end"
    text = {
        "az": "İmzalamaq üçün son gün və ya «müddətsiz» qeydi lazımdır.",
        "en": "To be signed it needs a last day or the mark evergreen.",
        "ru": "Для подписания нужен последний день или отметка «бессрочно».",
        "de": "Zur Unterschrift braucht es einen letzten Tag oder den Vermerk „unbefristet“.",
        "fr": "Pour être signé, il faut un dernier jour ou la mention « sans terme ».",
    }


class TooLong(Refusal):
    """Agreements run for at most five years, unless that is waived with a reason."""

    code = "agreement-too-long"
    text = {
        "az": "Müddət {years} ildən çoxdur. Rəhbər səbəb göstərib icazə verə bilər.",
        "en": "It would run for more than {years} years. The head may waive this with a reason.",
        "ru": "Срок больше {years} лет. Руководитель может разрешить с указанием причины.",
        "de": "Die Laufzeit übersteigt {years} Jahre. Die Leitung kann begründet davon absehen.",
        "fr": "La durée dépasse {years} ans. Le chef peut y déroger avec un motif.",
    }


class EndedAlready(Refusal):
    """A signature comes before the last day."""

    code = "agreement-ended-already"
    text = {
        "az": "Son gün imza günündən əvvəldir; tarixləri düzəldin.",
        "en": "The last day is before the day of the signature; correct the dates.",
        "ru": "Последний день раньше дня подписания; исправьте даты.",
        "de": "Der letzte Tag liegt vor der Unterschrift; bitte die Daten berichtigen.",
        "fr": "Le dernier jour précède la signature ; corrigez les dates.",
    }


class LongerThanUsual(Notice):
    """The term is longer than five years: the signature will need a waiver."""

    code = "agreement-longer-than-usual"
    text = {
        "az": "Müddət {years} ildən çoxdur: imza üçün rəhbərin icazəsi lazım olacaq.",
        "en": "It would run for more than {years} years: the signature will need the head's waiver.",
        "ru": "Срок больше {years} лет: для подписания понадобится разрешение руководителя.",
    }


TERMS_REFUSALS = (PartiesUnclear, ConditionUnclear, EndsBeforeStart, EvergreenHasEnd, MemorandumBindsNothing)


def check_terms(terms: Terms) -> None:
    """The terms make sense, whoever will sign them."""
    _check_parties(terms.parties)
    for place, condition in enumerate(terms.conditions):
        if broken := _unclear(condition, terms):
            raise ConditionUnclear(f"conditions.{place}", rule=broken)
    if terms.starts and terms.ends and terms.ends <= terms.starts:
        raise EndsBeforeStart("ends")
    if terms.evergreen and terms.ends:
        raise EvergreenHasEnd("ends")
    if terms.kind is Kind.MEMORANDUM and terms.obligations:
        raise MemorandumBindsNothing("obligations")


def _check_parties(parties: Sequence[Party]) -> None:
    for place, party in enumerate(parties):
        if party.us == (party.organisation_id is not None):
            raise PartiesUnclear(f"parties.{place}")
    sides = {(party.organisation_id, party.unit) for party in parties}
    if len(sides) < len(parties) or {party.us for party in parties} != {True, False}:
        raise PartiesUnclear("parties")


def _unclear(condition: Condition, terms: Terms) -> str | None:
    bound = {party.organisation_id for party in terms.parties}
    broken = {
        "stranger": not {condition.from_.organisation_id, condition.to.organisation_id} <= bound,
        "one-sided": condition.from_.organisation_id == condition.to.organisation_id,
        "years": not FIRST_YEAR <= condition.first_year <= condition.last_year <= LAST_YEAR,
        "length": condition.months_per_year is not None and condition.days_per_year is not None,
        "language": condition.cefr is not None and condition.language is None,
        "id": sum(other.id == condition.id for other in terms.conditions) > 1,
    }
    return next((rule for rule, holds in broken.items() if holds), None)


def check_dates(terms: Terms, signed_on: date, *, long_allowed: bool) -> None:
    """The dates of the terms can be signed on this day."""
    if terms.ends is None:
        if not terms.evergreen:
            raise NoEnd("ends")
        return
    if terms.ends < signed_on:
        raise EndedAlready("ends")
    if runs_long(terms, signed_on) and not long_allowed:
        raise TooLong("ends", years=LONGEST_YEARS)


def runs_long(terms: Terms, signed_on: date) -> bool:
    """Whether more than five years lie between the first and the last day."""
    starts = max(terms.starts or signed_on, signed_on)
    return terms.ends is not None and terms.ends >= _years_later(starts, LONGEST_YEARS)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, month=2, day=28) + timedelta(days=1)
