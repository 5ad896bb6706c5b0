"""The papers of one owner: how one is declared, made, entered and revoked."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from fastapi import APIRouter
from pydantic import create_model

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.messaging.epochs import order_of
from korpu_chassis.messaging.outbox import epoch_now
from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Text
from korpu_documents.content import PDF
from korpu_documents.files import FileService
from korpu_documents.papers.codes import PaperStatus, digest_of, new_code
from korpu_documents.papers.editions import Templates
from korpu_documents.papers.facts import Made, Revoked
from korpu_documents.papers.inputs import REFUSES, Making
from korpu_documents.papers.letterhead import Names
from korpu_documents.papers.previews import add_preview, template_previews
from korpu_documents.papers.refusals import SubjectChanged
from korpu_documents.papers.tables import PaperRecord
from korpu_documents.papers.typesetting import Manuscript, printed

P = TypeVar("P", bound=PaperRecord)
Wording = Callable[[Any, UnitOfWork], Awaitable[Manuscript]]
MayRevoke = Callable[[Any, UnitOfWork], Awaitable[None]]


class RevokesPaper(Changes):
    """Why the paper is not to be trusted any more; whoever checks it reads this, so no names of persons."""

    reason: Text


class PaperService(Generic[P]):
    """Where an owner says which papers there are: each with what it says, who may make it, and why not.

    `series` begins the numbers of its papers (`DOC-2026-0001`), unlike those of other owners.
    """

    def __init__(
        self,
        definition: AggregateDefinition[P],
        files: FileService,
        templates: Templates,
        *,
        made: type[Made],
        series: str,
    ) -> None:
        self.definition = definition
        self.files = files
        self.templates = templates
        self._made = made
        self._series = series
        self._worded: dict[str, Wording] = {}

    def makes(
        self,
        command: type[Making],
        wording: Wording,
        what: str,
        *,
        who: Sequence[Role],
        refuses: Sequence[type[Refusal]] = (),
    ) -> None:
        """Say that this paper is made: by which command, of what words, and by whom; its preview follows from that."""

        async def make(given: Any, uow: UnitOfWork) -> Any:
            return await self.make(await wording(given, uow), uow)

        make.__doc__ = what
        make.__annotations__ = {"given": command, "uow": UnitOfWork, "return": self.definition.table}
        self.definition.creates(who=who, to=[PaperStatus.ISSUED], emits=[self._made], refuses=[*REFUSES, *refuses])(
            make
        )
        self._worded[command.__name__] = wording

    def revokes(
        self,
        revoked: type[Revoked],
        *,
        who: Sequence[Role],
        unless: MayRevoke | None = None,
        refuses: Sequence[type[Refusal]] = (),
    ) -> None:
        """Let a paper that was wrong be revoked; `unless` refuses for those that something else stands on."""

        async def revoke(paper: Any, given: Any, uow: UnitOfWork) -> None:
            if unless:
                await unless(paper, uow)
            await revoke_paper(paper, revoked(reason=given.reason), uow)

        table = self.definition.table
        command = create_model(
            f"Revoke{table.__name__}", __base__=RevokesPaper, __doc__=RevokesPaper.__doc__, __module__=table.__module__
        )
        revoke.__doc__ = "Revoke a paper that was wrong; its file stays, and whoever checks it is told."
        revoke.__annotations__ = {"paper": table, "given": command, "uow": UnitOfWork, "return": None}
        self.definition.changes(
            who=who, when=[PaperStatus.ISSUED], to=[PaperStatus.REVOKED], emits=[revoked], refuses=refuses
        )(revoke)

    async def make(self, manuscript: Manuscript, uow: UnitOfWork) -> P:
        """Typeset it under a code of its own, keep the file, and say that it was made.

        The typesetting and the store work before anything is held that others wait for.
        """
        code, content = new_code(), manuscript.content
        made = await printed(content, code)
        kept = await self.files.put(uow, made, PDF)
        if await manuscript.hold(manuscript.subject.id, uow) != manuscript.subject.version:
            raise SubjectChanged
        series = f"paper-{uow.today.year}"
        paper = self.definition.table(
            **{
                "status": PaperStatus.ISSUED,
                "code": f"{self._series}-{uow.today.year}-{await uow.number(series):04d}",
                "template": content.edition.template,
                "template_version": content.edition.version,
                "languages": list(content.languages),
                "draft": content.mark == "draft",
                "number": content.number,
                "subject_version": order_of(await epoch_now(uow.session), manuscript.subject.version),
                "named": [_named(id, names) for id, names in manuscript.parties.items()],
                "made_on": uow.today,
                "code_digest": digest_of(code),
                "verification_code": code,
                **manuscript.recorded,
            }
        )
        language = content.languages[0] if len(content.languages) == 1 else None
        title = f"{content.number} {paper.code}"
        paper.file = await self.files.attach(uow, paper, kept.sha256, title, language=language)
        await uow.emit(paper, self._made(sha256=kept.sha256))
        return paper

    def previews(self, template: type[Any], who: Sequence[Role]) -> APIRouter:
        """Routes at which one sees what a paper would look like; nothing is recorded."""
        router = APIRouter(prefix="/papers", tags=["papers"])
        template_previews(router, template, self.templates, who)
        for name, wording in self._worded.items():
            add_preview(router, self.definition.commands[name], wording)
        return router


async def revoke_paper(paper: PaperRecord, fact: Revoked, uow: UnitOfWork) -> None:
    """What a paper says is not so any more: whoever checks it is told why; its file stays."""
    paper.status, paper.reason, paper.revoked_on = PaperStatus.REVOKED, fact.reason, uow.today
    await uow.emit(paper, fact)


def _named(id: UUID | None, names: Names) -> dict[str, Any]:
    called = LocalizedText.of(Texts.model_validate(names))
    return {"organisation_id": id and str(id), "names": called.model_dump(mode="json")}
