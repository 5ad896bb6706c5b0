"""The local issuer's keys and tokens (RFC 9068), and the people of the demonstration."""

import json
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from jwt.algorithms import ECAlgorithm

from korpu_local.home import Home, Trouble, write_whole

AUDIENCE = "korpu"
KEY_ID = "local"
WORKDAY = 12 * 3600

# Who may try the office out: the role's word in a token, and the units that come with it.
ROLES: dict[str, tuple[str, ...]] = {
    "officer": (),
    "head": (),
    "legal": (),
    "finance": (),
    "rectorate": (),
    "migration_liaison": (),
    "faculty_coordinator": ("philology",),
    "auditor": (),
    "student": ("philology",),
    "staff": ("philology",),
}


@dataclass(frozen=True, kw_only=True)
class Caller:
    """Whom a token names; what is left out comes from the demonstration."""

    role: str
    units: Sequence[str] = ()
    person_id: str | None = None
    subject: str | None = None
    locale: str | None = None
    seconds: int = WORKDAY
    more: dict[str, object] = field(default_factory=dict)


class Issuer:
    """Signs tokens with a key that stays in its home."""

    def __init__(self, home: Home, url: str) -> None:
        self.home = home
        self.url = url

    def token(self, caller: Caller) -> str:
        """Sign an access token for this caller."""
        if caller.role not in ROLES:
            raise Trouble(f"There is no role {caller.role!r}; the roles are {', '.join(ROLES)}.")
        now = int(time.time())
        claims = {
            "iss": self.url,
            "aud": AUDIENCE,
            "sub": caller.subject or f"demo-{caller.role.replace('_', '-')}",
            "client_id": "portal",
            "iat": now,
            "exp": now + caller.seconds,
            "jti": secrets.token_hex(16),
            "roles": [caller.role],
            "units": list(caller.units or ROLES[caller.role]),
            "person_id": caller.person_id or self.known_people().get(caller.role),
            "locale": caller.locale,
        }
        present = {name: value for name, value in {**claims, **caller.more}.items() if value is not None}
        return jwt.encode(present, self._key(), algorithm="ES256", headers={"typ": "at+jwt", "kid": KEY_ID})

    def key_set(self) -> dict[str, list[dict[str, str]]]:
        """Publish the key with which tokens are verified (RFC 7517)."""
        public: dict[str, str] = json.loads(ECAlgorithm.to_jwk(self._key().public_key()))
        return {"keys": [{**public, "kid": KEY_ID, "use": "sig", "alg": "ES256"}]}

    def known_people(self) -> dict[str, str]:
        """Say which person the demonstration has registered for a role."""
        file = self.home.folder("issuer") / "people.json"
        return dict(json.loads(file.read_text())) if file.exists() else {}

    def remember_person(self, role: str, person_id: str) -> None:
        """Let tokens of this role name this person from now on."""
        people = {**self.known_people(), role: person_id}
        write_whole(self.home.folder("issuer") / "people.json", json.dumps(people))

    def _key(self) -> EllipticCurvePrivateKey:
        file = self.home.folder("issuer") / "key.pem"
        with self.home.locked("issuer"):
            if not file.exists():
                pem = generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
                write_whole(file, pem.decode())
        key = load_pem_private_key(file.read_bytes(), None)
        if not isinstance(key, EllipticCurvePrivateKey):
            raise Trouble(f"{file} holds another kind of key; delete it and start again.")
        return key
