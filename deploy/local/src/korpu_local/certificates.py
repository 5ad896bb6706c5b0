"""Certificates for a broker of one's own: an authority, and what it has signed."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from korpu_local.home import write_whole

LASTS = timedelta(days=3650)
AUTHORITY, BROKER = "ca.pem", "broker.pem"


def ensure_certificates(public: Path, private: Path, names: Sequence[str]) -> Path:
    """Make an authority and a broker's certificate for these names unless they are there; give the authority's file.

    The authority's key is thrown away: whoever needs other names deletes both files and starts the broker again.
    """
    if (public / AUTHORITY).exists() and (private / BROKER).exists():
        return public / AUTHORITY
    for folder in (public, private):
        folder.mkdir(parents=True, exist_ok=True)
    authority_key, key = generate_private_key(SECP256R1()), generate_private_key(SECP256R1())
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Körpü's own authority")])
    authority = _signed(issuer, issuer, authority_key, authority_key, [])
    broker = _signed(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])]), issuer, key, authority_key, names)
    held = [
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        *(each.public_bytes(Encoding.PEM) for each in (broker, authority)),
    ]
    write_whole(public / AUTHORITY, authority.public_bytes(Encoding.PEM).decode())
    write_whole(private / BROKER, b"".join(held).decode())
    (public / AUTHORITY).chmod(0o644)
    return public / AUTHORITY


def _signed(
    subject: x509.Name,
    issuer: x509.Name,
    key: EllipticCurvePrivateKey,
    by: EllipticCurvePrivateKey,
    names: Sequence[str],
) -> x509.Certificate:
    now = datetime.now(UTC) - timedelta(days=1)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now).not_valid_after(now + LASTS)
    made = made.add_extension(x509.BasicConstraints(ca=not names, path_length=None), critical=True)
    made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    made = made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
    if names:
        made = made.add_extension(x509.SubjectAlternativeName([_name(each) for each in names]), critical=False)
    else:
        made = made.add_extension(_usage_of_an_authority(), critical=True)
    return made.sign(by, SHA256())


def _usage_of_an_authority() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)
