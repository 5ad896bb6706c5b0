"""The days of agreements that somebody looks after."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.identity.access_tokens import Principal
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.calendar import next_review, will_renew_itself
from korpu_partners.agreements.domain.lifecycle import BINDING, SIGNED, status_of
from korpu_partners.agreements.domain.renewal import notice_date
from korpu_partners.agreements.tables import Agreement

Words = Mapping[str, str]
Day = tuple[str, date, Words, LocalizedText]

ENDS = {
    "az": "Sazişin son günü",
    "en": "Agreement ends",
    "ru": "Последний день соглашения",
    "de": "Abkommen endet",
    "fr": "Fin de l'accord",
}
NOTICE = {
    "az": "Uzadılmadan imtina üçün son gün",
    "en": "Last day to decline the renewal",
    "ru": "Последний день для отказа от продления",
    "de": "Letzter Tag, die Verlängerung abzulehnen",
    "fr": "Dernier jour pour refuser la reconduction",
}
REVIEW = {
    "az": "Sazişə yenidən baxılmalıdır",
    "en": "Agreement to be reviewed",
    "ru": "Пора пересмотреть соглашение",
    "de": "Abkommen ist zu überprüfen",
    "fr": "Accord à réexaminer",
}
OBLIGATION = {
    "az": "Öhdəliyin icra müddəti",
    "en": "Obligation due",
    "ru": "Срок обязательства",
    "de": "Verpflichtung fällig",
    "fr": "Obligation à remplir",
}


async def agreement_entries(whose: Principal, uow: UnitOfWork) -> Sequence[Entry]:
    """What comes of the agreements that bind, for those who own them or stand in for the owner."""
    theirs = (col(Agreement.owner) == whose.subject) | (col(Agreement.backup) == whose.subject)
    found = await uow.find(Agreement, theirs, col(Agreement.status).in_(SIGNED))
    bound = [each for each in found if status_of(each, uow.today) in BINDING and agreements.shows(each, whose)]
    return [_entry(agreement, *day) for agreement in bound for day in _days(agreement)]


def _days(agreement: Agreement) -> Iterator[Day]:
    if last := _last_day(agreement):
        yield "ends", last, ENDS, agreement.title
    if agreement.ends and will_renew_itself(agreement):
        yield "notice", notice_date(agreement.ends, agreement.renewal), NOTICE, agreement.title
    if review := next_review(agreement):
        yield "review", review, REVIEW, agreement.title
    for obligation in agreement.obligations:
        if obligation.due:
            yield f"obligation-{obligation.id}", obligation.due, OBLIGATION, obligation.text


def _last_day(agreement: Agreement) -> date | None:
    over = agreement.terminates_on or agreement.renews_on
    return over - timedelta(days=1) if over else agreement.ends


def _entry(agreement: Agreement, key: str, day: date, words: Words, title: LocalizedText) -> Entry:
    key = f"agreement-{agreement.id}-{key}"
    return Entry(key, day, words, agreement.code, title, agreement.version, agreement.changed_at)
