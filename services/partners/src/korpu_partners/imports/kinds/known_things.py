"""What rows may say of partners' own things without saying anything new, for those that give one of our codes."""

from korpu_partners.agreements.tables import Agreement
from korpu_partners.letters.tables import Letter
from korpu_partners.organisations.tables import Organisation
from korpu_partners.publications.tables import Publication
from korpu_registers.known_again import KnownAgain, Said, by_code, said


def _organisation(one: Organisation) -> Said:
    names = said(*(each.text for each in one.names))
    return {
        **dict.fromkeys(("name", "name_az", "name_en", "native"), names),
        "country": said(one.country),
        "city": said(one.city),
        "ror": said(one.ror),
        "pic": said(one.pic),
        "voen": said(one.voen),
    }


def _agreement(one: Agreement) -> Said:
    return {"title": said(one.title), "signed": said(one.signed_on), "unit": said(one.unit)}


def _letter(one: Letter) -> Said:
    return {"registered": said(one.registered_on), "number": said(one.number), "direction": said(one.direction)}


def _publication(one: Publication) -> Said:
    return {"title": said(one.title), "published": said(one.published_on), "unit": said(one.unit)}


ORGANISATIONS = KnownAgain(by_code(Organisation, _organisation))
AGREEMENTS = KnownAgain(by_code(Agreement, _agreement))
LETTERS = KnownAgain(by_code(Letter, _letter), {"direction": "direction"})
PUBLICATIONS = KnownAgain(by_code(Publication, _publication))
