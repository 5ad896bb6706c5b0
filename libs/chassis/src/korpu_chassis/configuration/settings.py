"""What the environment (`KORPU_…`) tells a process; any setting may stand in a file instead."""

from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from pydantic import Field, FilePath, PositiveInt, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from korpu_chassis.configuration.kafka_login import Login
from korpu_chassis.configuration.setting_files import PREFIX, FileSource

# Secrets that stand in published files and handbooks: whoever uses them has none.
PUBLISHED = frozenset({"trial", "the key of a trial, not of an office", "postgres", "password", "admin", "changeme"})

Port = Annotated[int, Field(ge=1, le=65535)]
Dsn = Annotated[str, Field(pattern=r"^postgresql://", repr=False)]
Url = Annotated[str, Field(pattern=r"^https?://")]
Servers = Annotated[str, Field(pattern=r"^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$")]
Filled = Annotated[str, Field(min_length=1)]
Secret = Annotated[Filled | None, Field(repr=False)]


def with_password(address: str, password: str) -> str:
    """The address of a database with this password in it, unless it has one."""
    parts = urlsplit(address)
    if not parts.hostname or parts.password is not None:
        return address
    secret = f"{parts.username or ''}:{quote(password, safe='')}@{parts.netloc.rpartition('@')[2]}"
    return urlunsplit(parts._replace(netloc=secret))


class EnvironmentSettings(BaseSettings):
    """Settings that come from the environment, or from the files that it names."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    environment: Literal["production", "development"] = "production"

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], *sources: PydanticBaseSettingsSource, **named: PydanticBaseSettingsSource
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Ask files after the environment."""
        return (*sources, *named.values(), FileSource(settings_cls))

    def require_secret(self, name: str, value: str | None) -> None:
        """Refuse a secret that everybody can read in a published file, outside development."""
        if value in PUBLISHED and self.environment == "production":
            raise ValueError(f"{PREFIX}{name} is a published value; only KORPU_ENVIRONMENT=development may use it")


class StoreSettings(EnvironmentSettings):
    """What a process is told that needs its database alone."""

    database: Dsn
    database_password: Secret = None
    otlp_endpoint: Url | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    slow_statement_ms: PositiveInt = 250

    @model_validator(mode="before")
    @classmethod
    def _passwords_into_addresses(cls, given: dict[str, Any]) -> dict[str, Any]:
        return given | {
            name: with_password(address, password)
            for name in ("database", "owner_database")
            if (address := given.get(name)) and (password := given.get(f"{name}_password"))
        }

    @model_validator(mode="after")
    def _own_database_password(self) -> Self:
        self.require_secret("DATABASE", urlsplit(self.database).password)
        return self


class OwnerSettings(StoreSettings):
    """What a process is told that changes tables: the owner's way into the database, besides the one that serves."""

    owner_database: Dsn
    owner_database_password: Secret = None

    @model_validator(mode="after")
    def _who_serves_does_not_own(self) -> Self:
        owner, serving = urlsplit(self.owner_database), urlsplit(self.database)
        self.require_secret("OWNER_DATABASE", owner.password)
        if self.serving_role in {"", unquote(owner.username or "")}:
            raise ValueError("KORPU_DATABASE and KORPU_OWNER_DATABASE must name two roles: who serves does not own")
        if owner.password and owner.password == serving.password:
            raise ValueError("KORPU_DATABASE and KORPU_OWNER_DATABASE have one password: who serves knows the owner's")
        return self

    @property
    def serving_role(self) -> str:
        """The role that serves: the one of KORPU_DATABASE."""
        return unquote(urlsplit(self.database).username or "")


class KafkaSettings(EnvironmentSettings):
    """Where Kafka is, and who we are to it."""

    kafka: Servers
    kafka_security: Literal["sasl_ssl", "plaintext"] = "sasl_ssl"
    kafka_mechanism: Literal["SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"] = "SCRAM-SHA-512"
    kafka_user: Filled | None = None
    kafka_password: Secret = None
    kafka_ca: FilePath | None = Field(default=None, description="Who signs the brokers' certificates.")

    @model_validator(mode="after")
    def _kafka_knows_who_speaks(self) -> Self:
        if self.kafka_security == "plaintext":
            if self.environment != "development":
                raise ValueError("KORPU_KAFKA_SECURITY=plaintext lets Kafka hear anybody, and only development may")
        elif not (self.kafka_user and self.kafka_password):
            raise ValueError("KORPU_KAFKA_USER and KORPU_KAFKA_PASSWORD say who speaks to Kafka; one is missing")
        self.require_secret("KAFKA_PASSWORD", self.kafka_password)
        return self

    @property
    def kafka_login(self) -> Login | None:
        """Who this process is to Kafka."""
        if self.kafka_security == "plaintext":
            return None
        return Login(self.kafka_user or "", self.kafka_password or "", self.kafka_ca, self.kafka_mechanism)


class SpeakingSettings(StoreSettings, KafkaSettings):
    """What is told to whoever speaks to Kafka as well."""

    topic_prefix: str = ""


class Settings(SpeakingSettings):
    """What every other process is told; a missing or wrong value stops the start with its name."""

    issuer: Filled
    jwks_url: Url
    audience: Filled = "korpu"
    host: Filled = "127.0.0.1"
    port: Port = 8000
    clock_file: Path | None = None
    metrics_port: Port | None = None
    trusted_proxies: str = ""
    drain_seconds: float = Field(
        default=0, ge=0, le=300, description="For how long `serve` goes on after SIGTERM, while `/ready` is 503."
    )
    consumer_batch: PositiveInt = 500
    sender_keys: Path | None = None
    subject_key: Annotated[str | None, Field(min_length=24, repr=False)] = None

    @property
    def proxies(self) -> tuple[str, ...]:
        """Addresses and networks whose `X-Forwarded-For` is believed: the proxies before this process, or nobody."""
        return tuple(each.strip() for each in self.trusted_proxies.split(",") if each.strip())

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies_are_addresses(cls, given: str) -> str:
        try:
            for each in filter(None, map(str.strip, given.split(","))):
                ip_network(each)
        except ValueError:
            raise ValueError("holds addresses and networks, with commas between them") from None
        return given

    @model_validator(mode="after")
    def _own_subject_key(self) -> Self:
        self.require_secret("SUBJECT_KEY", self.subject_key)
        return self

    @model_validator(mode="after")
    def _only_development_moves_the_clock(self) -> Self:
        if self.clock_file and self.environment != "development":
            raise ValueError("KORPU_CLOCK_FILE moves the clock, and only KORPU_ENVIRONMENT=development may")
        return self
