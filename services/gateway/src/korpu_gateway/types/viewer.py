"""Whoever asks, as the portal sees them: who they are here, and what waits for them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from korpu_gateway.reads.arguments import Caller
from korpu_gateway.reads.connection import Connection
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import ReadField, Site, Source, at, sourced
from korpu_gateway.reads.permissions import SIGNED_IN, everything
from korpu_gateway.reads.relations import one
from korpu_gateway.types.task import Task, Tasks

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading
    from korpu_gateway.types.person import Person


@part
class Viewer:
    """Whoever asks."""

    subject: str = at()
    roles: list[str] = at()
    units: list[str] = at()
    deputy_for: str | None = at()
    person: "Person | None" = one("person", "person_id")
    tasks: Connection[Task] = sourced(Tasks(), "What waits for them, the next due first.")


class Asker(Source):
    """What the token says of whoever asks."""

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        who = reading.principal
        person = who.person_id and str(who.person_id)
        held = {"subject": who.subject, "roles": sorted(who.roles), "units": sorted(who.units), "person_id": person}
        return {**held, "deputy_for": who.in_place_of}

    @override
    def sql(self, site: Site) -> str:
        bind = site.compiler.bind
        subject, person = bind(Caller("subject"), "text"), bind(Caller("person_id"), "uuid")
        roles, units = bind(Caller("roles"), "text[]"), bind(Caller("units"), "text[]")
        absent = bind(Caller("in_place_of"), "text")
        who = f"jsonb_build_object('subject', {subject}, 'roles', {roles}, 'units', {units}, 'person_id', {person}"
        who = f"{who}, 'deputy_for', {absent})"
        return site.compiler.object(site.compiler.named("Viewer"), site.nodes, who, None)


def viewer_field() -> Any:
    """Whoever asks, in the schema; nobody, where nobody has signed in."""
    return ReadField(Asker(), {SIGNED_IN: everything}, description="Whoever asks; null for whoever has not signed in.")
