"""Aysel, a student of philology, and what must never be read about her outside."""

from typing import Any

AYSEL: dict[str, Any] = {
    "kind": "student",
    "unit": "philology",
    "university_number": "GDU-4711",
    "given_name": "Aysel",
    "family_name": "Əliyeva",
    "native_name": "Айсель Алиева",
    "birth_date": "2004-05-06",
    "gender": "female",
    "citizenship": "AZ",
    "education_country": "TR",
    "email": "aysel.aliyeva@gdu.edu.az",
    "phone": "+994502223344",
}
SECRETS = ("Aysel", "liyeva", "Айсель", "4711", "2004-05-06", "aysel.aliyeva", "0502223344", "94502223344")
PASSPORT: dict[str, Any] = {"kind": "passport", "number": "C01234567", "country": "AZ", "expires": "2031-05-06"}
HEALTH: dict[str, Any] = {"kind": "health", "details": "Needs insulin to be kept cool"}
CONSENT: dict[str, Any] = {
    "purpose": "share_with_host",
    "data": ["names"],
    "valid_from": "2026-11-01",
    "evidence": "Signed by Aysel",
}
