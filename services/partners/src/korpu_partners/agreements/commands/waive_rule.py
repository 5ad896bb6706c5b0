"""`WaiveRule`: allow a second agreement of the same kind with a partner, or one longer than five years."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import BINDING, UNSIGNED
from korpu_partners.agreements.facts import AgreementRuleWaived
from korpu_partners.agreements.records import Waivable, Waiver
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import HEAD


class WaiveRule(Changes):
    """The exception, and why it is allowed."""

    rule: Waivable
    reason: Text


@agreements.changes(who=[HEAD], when=[*UNSIGNED, *BINDING], emits=[AgreementRuleWaived])
async def waive_rule(agreement: Agreement, command: WaiveRule, uow: UnitOfWork) -> None:
    """Allow a second agreement of the same kind with a partner, or one longer than five years."""
    waiver = Waiver(rule=command.rule, reason=command.reason, by=uow.principal.subject, on=uow.today)
    agreement.waivers = (*agreement.waivers, waiver)
    await uow.emit(agreement, AgreementRuleWaived(rule=command.rule, reason=command.reason))
