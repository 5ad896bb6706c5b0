"""Who may do something, as a declaration."""

from dataclasses import dataclass, replace

from korpu_chassis.identity.access_tokens import Principal


@dataclass(frozen=True)
class Role:
    """Who may: bearers of a role, narrowed to their own unit, to what is their own, names them or has something."""

    name: str
    unit_field: str | None = None
    self_field: str | None = None
    having: str | None = None
    subject_field: str | None = None

    def of(self, unit_field: str) -> "Role":
        """Only where the named field is one of the caller's units."""
        return replace(self, unit_field=unit_field)

    def own(self, self_field: str) -> "Role":
        """Only where the named field is the caller's person, or names it among others."""
        return replace(self, self_field=self_field)

    def named(self, subject_field: str) -> "Role":
        """Only where the named field is the caller's subject."""
        return replace(self, subject_field=subject_field)

    def admits(self, principal: Principal, subject: object) -> bool:
        """Say whether this grant lets the caller in and that aggregate (or input)."""
        if not self.borne_by(principal) or (self.having and getattr(subject, self.having, None) is None):
            return False
        if self.unit_field and getattr(subject, self.unit_field, None) not in principal.units:
            return False
        if self.subject_field and getattr(subject, self.subject_field, None) != principal.subject:
            return False
        if self.self_field:
            own = getattr(subject, self.self_field, None)
            theirs = own if isinstance(own, (list, tuple)) else (own,)
            return principal.person_id is not None and principal.person_id in theirs
        return True

    def borne_by(self, principal: Principal) -> bool:
        """Say whether the caller bears the role at all."""
        return self.name in principal.roles or (self.name == ANYONE.name and not principal.is_anonymous)


ANYONE = Role("*")
