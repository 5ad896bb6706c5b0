"""Telephones as they are written in the country that they belong to."""


def numbers(written: str, region: str | None) -> list[str]:
    """The numbers of a cell as the whole world dials them, when they are written as their country writes them.

    What cannot be read is left as it is, for the rule of telephones to refuse.
    """
    from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number  # noqa: PLC0415 -- 60 ms

    found = [each.number for each in PhoneNumberMatcher(written, region)]
    dialled = [
        f"{format_number(each, PhoneNumberFormat.E164)}{f';ext={each.extension}' if each.extension else ''}"
        for each in found
    ]
    return dialled or [written]
