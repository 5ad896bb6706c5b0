"""The life of an agreement: its statuses, which of them the calendar decides, and why a step may not follow."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from korpu_chassis.refusals import Refusal


class Status(StrEnum):
    """Where an agreement stands; from the signature on, its facts and the calendar say it."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    APPROVED = "approved"
    ABANDONED = "abandoned"
    AWAITING_START = "awaiting_start"
    IN_FORCE = "in_force"
    EXPIRING = "expiring"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    RENEWED = "renewed"
    TERMINATED = "terminated"


UNSIGNED = (Status.DRAFT, Status.IN_REVIEW, Status.RETURNED, Status.APPROVED)
RUNNING = (Status.IN_FORCE, Status.EXPIRING)
BINDING = (Status.AWAITING_START, *RUNNING, Status.SUSPENDED)
OVER = (Status.EXPIRED, Status.RENEWED, Status.TERMINATED)
SIGNED = (*BINDING, *OVER)

EXPIRING_DAYS = 90


class Life(Protocol):
    """The facts of an agreement that its status follows from."""

    @property
    def status(self) -> str:
        """The last step that was taken."""
        ...

    @property
    def signed_on(self) -> date | None:
        """The day of the last signature."""
        ...

    @property
    def takes_effect(self) -> date | None:
        """The first day in force."""
        ...

    @property
    def ends(self) -> date | None:
        """The last day by agreement."""
        ...

    @property
    def terminates_on(self) -> date | None:
        """The first day on which a termination has effect."""
        ...

    @property
    def renews_on(self) -> date | None:
        """The day on which the successor takes over."""
        ...

    @property
    def is_suspended(self) -> bool:
        """Whether it rests."""
        ...


def status_of(agreement: Life, today: date) -> str:
    """The status on this day: the last step taken until the signature, the calendar's after it."""
    if agreement.signed_on is None:
        return agreement.status
    return _ended(agreement, today) or _binding(agreement, today)


def _ended(agreement: Life, today: date) -> Status | None:
    if agreement.terminates_on and agreement.terminates_on <= today:
        return Status.TERMINATED
    if agreement.renews_on and agreement.renews_on <= today:
        return Status.RENEWED
    if agreement.ends and agreement.ends < today:
        return Status.EXPIRED
    return None


def _binding(agreement: Life, today: date) -> Status:
    if agreement.is_suspended:
        return Status.SUSPENDED
    if agreement.takes_effect and agreement.takes_effect > today:
        return Status.AWAITING_START
    if agreement.ends and expiring_from(agreement.ends) <= today:
        return Status.EXPIRING
    return Status.IN_FORCE


def expiring_from(ends: date) -> date:
    """The day from which an agreement with this last day counts as expiring."""
    return ends - timedelta(days=EXPIRING_DAYS)


class NotApproved(Refusal):
    """Only approved terms can be signed."""

    code = "agreement-not-approved"
    text = {
        "az": "Şərtlərin hamısı təsdiqlənməyib; çatışmayan təsdiqlər: {missing}.",
        "en": "The terms are not approved by all; still missing: {missing}.",
        "ru": "Условия согласованы не всеми; не хватает: {missing}.",
        "de": "Die Bedingungen sind nicht von allen genehmigt; es fehlen: {missing}.",
        "fr": "Les conditions ne sont pas approuvées par tous ; il manque : {missing}.",
    }


class ApproverIsAuthor(Refusal):
    """Nobody approves what they wrote."""

    code = "agreement-approver-is-author"
    text = {
        "az": "Şərtləri yazan şəxs onları təsdiq edə bilməz; başqa əməkdaş təsdiq etməlidir.",
        "en": "Whoever wrote the terms cannot approve them; a colleague must.",
        "ru": "Автор условий не может их согласовать; это должен сделать коллега.",
        "de": "Wer die Bedingungen verfasst hat, darf sie nicht genehmigen; das muss jemand anders tun.",
        "fr": "L'auteur des conditions ne peut pas les approuver ; un collègue doit le faire.",
    }


class NotYourStep(Refusal):
    """A review step belongs to the office that it names."""

    code = "agreement-not-your-step"
    status = 403
    text = {
        "az": "Bu rəy mərhələsi ({step}) sizin vəzifənizə aid deyil.",
        "en": "This review step ({step}) is not yours to decide.",
        "ru": "Этот этап согласования ({step}) решаете не вы.",
        "de": "Über diesen Prüfschritt ({step}) entscheiden nicht Sie.",
        "fr": "Cette étape d'examen ({step}) ne relève pas de vous.",
    }


class AlreadyInForce(Refusal):
    """One agreement of a kind binds a partner at a time, unless that is waived with a reason."""

    code = "agreement-already-in-force"
    text = {
        "az": "Bu tərəfdaşla eyni növdə sənəd artıq qüvvədədir: {code}. Rəhbər səbəb göstərib icazə verə bilər.",
        "en": "An agreement of this kind already binds this partner: {code}. The head may waive this with a reason.",
        "ru": "С этим партнёром уже действует документ того же вида: {code}. Руководитель может разрешить второй.",
        "de": "Mit diesem Partner gilt bereits ein Vertrag dieser Art: {code}. Die Leitung kann davon absehen.",
        "fr": "Un accord de ce type lie déjà ce partenaire : {code}. Le chef peut y déroger avec un motif.",
    }


class PartnerUnknown(Refusal):
    """Every partner is a registered organisation."""

    code = "agreement-partner-unknown"
    text = {
        "az": "Tərəf kimi göstərilən təşkilat qeydiyyatda yoxdur.",
        "en": "An organisation named as a party is not registered.",
        "ru": "Организация, указанная стороной, не зарегистрирована.",
        "de": "Eine als Partei genannte Organisation ist nicht erfasst.",
        "fr": "Une organisation désignée comme partie n'est pas enregistrée.",
    }


class PartnerClosed(Refusal):
    """Nothing is agreed with a suspended, archived or merged organisation."""

    code = "agreement-partner-closed"
    text = {
        "az": "Təşkilatın hazırkı vəziyyətində ({status}) onunla sənəd bağlamaq olmaz.",
        "en": "Nothing can be agreed with an organisation that is {status}.",
        "ru": "С организацией в состоянии «{status}» договориться нельзя.",
        "de": "Mit einer Organisation im Zustand „{status}“ kann nichts vereinbart werden.",
        "fr": "Rien ne peut être convenu avec une organisation dans l'état « {status} ».",
    }
