"""Who may say and hear what on Kafka: the rights of deploy/kafka/principals.toml, and the passwords."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from confluent_kafka.admin import (
    AclBinding,
    AclBindingFilter,
    AclOperation,
    AclPermissionType,
    AdminClient,
    ResourcePatternType,
    ResourceType,
    ScramCredentialInfo,
    ScramMechanism,
    UserScramCredentialAlteration,
    UserScramCredentialDeletion,
    UserScramCredentialUpsertion,
)

from korpu_chassis.messaging.kafka import Kafka
from korpu_local.home import ROOT, Trouble

FILE = ROOT / "deploy" / "kafka" / "principals.toml"
ADMINISTRATOR = "admin"
ROUNDS = 4096
PATIENCE = 30.0
# Whatever is not named matches everything, though the types of the library know no such word.
ANY = AclBindingFilter(
    ResourceType.ANY,
    None,  # type: ignore[arg-type]
    ResourcePatternType.ANY,
    None,  # type: ignore[arg-type]
    None,  # type: ignore[arg-type]
    AclOperation.ANY,
    AclPermissionType.ANY,
)


@dataclass(frozen=True)
class Principal:
    """A service or a department, and the patterns of what it writes and reads; its groups bear its name."""

    name: str
    writes: Sequence[str]
    reads: Sequence[str]

    def rights(self, topics: Iterable[str], prefix: str) -> Iterator[AclBinding]:
        """Every right that it has on these topics and on groups."""
        for topic in topics:
            for patterns, operation in ((self.writes, AclOperation.WRITE), (self.reads, AclOperation.READ)):
                if any(fnmatchcase(topic, pattern) for pattern in patterns):
                    yield self._may(operation, ResourceType.TOPIC, prefix + topic)
        yield self._may(AclOperation.READ, ResourceType.GROUP, prefix + self.name)
        begins = f"{prefix}{self.name}."
        yield self._may(AclOperation.READ, ResourceType.GROUP, begins, ResourcePatternType.PREFIXED)

    def _may(
        self,
        operation: AclOperation,
        kind: ResourceType,
        name: str,
        pattern: ResourcePatternType = ResourcePatternType.LITERAL,
    ) -> AclBinding:
        return AclBinding(kind, name, pattern, f"User:{self.name}", "*", operation, AclPermissionType.ALLOW)


def principals(file: Path = FILE) -> list[Principal]:
    """Read who may speak."""
    declared = tomllib.loads(file.read_text())
    found = [Principal(name, each["writes"], each["reads"]) for name, each in declared["services"].items()]
    departments = declared["departments"]
    shared = departments["writes"], departments["reads"]
    found += [Principal(name, *shared) for name in departments["names"]]
    names = [ADMINISTRATOR, *(each.name for each in found)]
    if twice := {name for name in names if names.count(name) > 1}:
        raise Trouble(f"{file} names {', '.join(sorted(twice))} twice; a name speaks for one.")
    return found


class Gatekeeper:
    """Gives and takes rights and passwords on a Kafka, as its administrator."""

    def __init__(self, kafka: Kafka) -> None:
        self._prefix = kafka.prefix
        self._admin = administrator(kafka)

    def apply(self, topics: Sequence[str], wanted: Sequence[Principal]) -> None:
        """Give exactly the declared rights, take all others on what is ours, and shut out who is declared no more."""
        declared = {right for each in wanted for right in each.rights(topics, self._prefix)}
        held = set(self._admin.describe_acls(ANY, request_timeout=PATIENCE).result())
        taken = {each for each in held - declared if self._is_ours(each, declared)}
        leaving = {each.principal for each in taken} - {each.principal for each in declared}
        taken |= {each for each in held if each.principal in leaving and self._is_own_group(each)}
        if missing := declared - held:
            for done in self._admin.create_acls(list(missing), request_timeout=PATIENCE).values():
                done.result()
        if taken:
            for done in self._admin.delete_acls([_exactly(each) for each in taken], request_timeout=PATIENCE).values():
                done.result()
        gone = leaving - {each.principal for each in held - taken}
        self.shut_out({name.removeprefix("User:") for name in gone} & self.known())

    def _is_own_group(self, right: AclBinding) -> bool:
        own = self._prefix + right.principal.removeprefix("User:")
        return right.restype is ResourceType.GROUP and right.name in {own, f"{own}."}

    def take(self, no_more: Callable[[str], bool]) -> None:
        """Take all rights on topics and groups whose names are needed no more."""
        held = self._admin.describe_acls(ANY, request_timeout=PATIENCE).result()
        if taken := [_exactly(each) for each in held if no_more(each.name)]:
            for done in self._admin.delete_acls(taken, request_timeout=PATIENCE).values():
                done.result()

    def _is_ours(self, right: AclBinding, declared: set[AclBinding]) -> bool:
        """Say whether a right that nobody declared is held by one of ours, or covers a topic or group of ours."""
        if not right.name.startswith(self._prefix):
            return False
        if right.principal in {each.principal for each in declared}:
            return True
        return any(_covers(right, each) for each in declared)

    def set_passwords(self, passwords: Mapping[str, str]) -> None:
        """Let these principals in with these passwords from now on."""
        info = ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ROUNDS)
        self._alter([UserScramCredentialUpsertion(name, info, each.encode()) for name, each in passwords.items()])

    def shut_out(self, names: Iterable[str]) -> None:
        """Take the passwords of these principals away."""
        self._alter([UserScramCredentialDeletion(name, ScramMechanism.SCRAM_SHA_512) for name in names])

    def known(self) -> set[str]:
        """Name everybody who has a password."""
        asked = self._admin.describe_user_scram_credentials(request_timeout=PATIENCE)
        return set(asked.result()) if isinstance(asked, Future) else set(asked)

    def _alter(self, alterations: list[UserScramCredentialAlteration]) -> None:
        if alterations:
            altered = self._admin.alter_user_scram_credentials(alterations, request_timeout=PATIENCE)
            for done in altered.values():
                done.result()


def administrator(kafka: Kafka) -> AdminClient:
    """The client of whoever administers this Kafka."""
    told: dict[str, str | int | float | bool] = {"bootstrap.servers": kafka.bootstrap, "log_level": 4}
    if login := kafka.login:
        told |= {"security.protocol": "sasl_ssl", "sasl.mechanism": login.mechanism}
        told |= {"sasl.username": login.user, "sasl.password": login.password}
        told |= {"ssl.ca.location": str(login.authorities)} if login.authorities else {}
    return AdminClient(told)


def _covers(right: AclBinding, other: AclBinding) -> bool:
    if right.restype is not other.restype:
        return False
    begins = right.resource_pattern_type is ResourcePatternType.PREFIXED and other.name.startswith(right.name)
    return begins or right.name in {other.name, "*"}


def _exactly(right: AclBinding) -> AclBindingFilter:
    return AclBindingFilter(
        right.restype,
        right.name,
        right.resource_pattern_type,
        right.principal,
        right.host,
        right.operation,
        right.permission_type,
    )
