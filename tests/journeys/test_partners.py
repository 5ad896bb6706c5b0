"""Partners through the portal: duplicates are offered, and a merged one goes on under its old id."""

import pytest

from korpu_local.portal import Refused
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

MERGED = """query($old: ID!, $new: ID!) {
    old: organisation(id: $old) { status mergedInto { id } }
    new: organisation(id: $new) { status aliases agreements { nodes { id } } received { totalCount } }
}"""


def test_a_partner_that_is_known_already_is_offered_and_not_joined(office: Office) -> None:
    label = office.named("Universität")
    known = office.partner(names=[{"language": "de", "kind": "label", "text": label}], active=False)
    again: Thing = {"kinds": ["university"], "scope": "foreign", "country": "DE"}
    names = [{"language": "de", "kind": "label", "text": label.upper()}]

    with pytest.raises(Refused) as refused:
        office.officer.does("RegisterOrganisation", names=names, **again)
    other = office.officer.does("RegisterOrganisation", names=names, **again, not_duplicate_of=[known["id"]])

    assert refused.value.code == "possible-duplicate"
    assert known["code"] in refused.value.message
    assert other["id"] != known["id"]


def test_what_was_agreed_with_a_merged_partner_belongs_to_the_one_that_stays(office: Office) -> None:
    old, new = office.partner(), office.partner()
    agreement, later = office.signed(old), office.signed(new)
    office.nominated(agreement)

    office.officer.does("MergeOrganisation", id=old["id"], into=new["id"], reason="One and the same")

    asked = {"old": old["id"], "new": new["id"]}
    seen = eventually(lambda: office.officer.asks(MERGED, **asked), lambda told: told["new"]["aliases"])
    assert seen["old"] == {"status": "MERGED", "mergedInto": {"id": new["id"]}}
    assert seen["new"]["aliases"] == [old["id"].partition(":")[2]]
    assert {each["id"] for each in seen["new"]["agreements"]["nodes"]} == {agreement["id"], later["id"]}
    assert seen["new"]["received"] == {"totalCount": 1}


UNITED = """query($kept: ID!, $old: ID!) {
    kept: organisation(id: $kept) { aliases agreements { nodes { id } } units { nodes { id } } }
    old: organisation(id: $old) { status agreements { nodes { id } } }
    agreements(filter: {organisation: $kept}) { nodes { id parties { organisation { id } } } }
    organisations(filter: {parent: $kept, tags: ["Bodensee"], kind: [FACULTY]}) { nodes { id parent { id } } }
}"""


def test_a_merge_leads_everything_to_the_one_that_stays_and_back_when_it_is_undone(office: Office) -> None:
    old, kept = office.partner(), office.partner()
    unit = office.partner("Faculty", kinds=["faculty"], parent_id=old["id"], tags=["BODENSEE"], active=False)
    agreement = office.signed(old)
    asked = {"kept": kept["id"], "old": old["id"]}

    office.officer.does("MergeOrganisation", id=old["id"], into=kept["id"], reason="One and the same")

    seen = eventually(lambda: office.officer.asks(UNITED, **asked), lambda told: told["kept"]["aliases"])
    assert seen["kept"]["agreements"]["nodes"] == [{"id": agreement["id"]}]
    assert seen["kept"]["units"]["nodes"] == [{"id": unit["id"]}]
    [found] = seen["agreements"]["nodes"]
    assert {"organisation": {"id": kept["id"]}} in found["parties"]
    assert seen["organisations"]["nodes"] == [{"id": unit["id"], "parent": {"id": kept["id"]}}]

    office.officer.does("SeparateOrganisation", id=old["id"], reason="Two after all")

    seen = eventually(lambda: office.officer.asks(UNITED, **asked), lambda told: not told["kept"]["aliases"])
    assert seen["old"] == {"status": "ACTIVE", "agreements": {"nodes": [{"id": agreement["id"]}]}}
    assert seen["kept"] == {"aliases": [], "agreements": {"nodes": []}, "units": {"nodes": []}}
    assert seen["agreements"]["nodes"] == seen["organisations"]["nodes"] == []


ALIVE = """query($partner: ID!, $agreement: ID!) {
    organisation(id: $partner) { dormant activeOn }
    agreement(id: $agreement) { reach(role: COORDINATOR) { level mailbox organisation { id } } }
}"""


def test_a_signature_keeps_a_partner_awake_and_the_agreements_own_contact_answers(office: Office) -> None:
    partner = office.partner()
    agreement = office.signed(partner)
    asked = {"partner": partner["id"], "agreement": agreement["id"]}

    seen = eventually(lambda: office.officer.asks(ALIVE, **asked), lambda told: told["organisation"]["activeOn"])
    assert seen["organisation"] == {"dormant": False, "activeOn": str(office.days.today)}
    [usual] = seen["agreement"]["reach"]
    assert (usual["level"], usual["organisation"]) == ("ORGANISATION", {"id": partner["id"]})

    own: Thing = {"role": "coordinator", "mailbox": "exchange@partner.example", "agreement_id": agreement["id"]}
    office.officer.does("AddContact", id=partner["id"], **own)

    [nearest] = office.officer.asks(ALIVE, **asked)["agreement"]["reach"]
    assert (nearest["level"], nearest["mailbox"]) == ("AGREEMENT", "exchange@partner.example")


CONSENTS = """query($id: ID!) { organisation(id: $id) {
    contacts { id purgedOn } contactPeople { name } contactConsents { id contactId purpose data evidence inForce }
} }"""


def test_a_consent_is_recorded_read_and_withdrawn_at_the_portal(office: Office) -> None:
    partner, name = office.partner(), office.named("Erika Muster")
    consent: Thing = {"data": ["name"], "valid_from": office.days.today, "evidence": "Letter of today"}
    given: Thing = {"role": "protocol", "name": name, "ground": "consent", "consent": consent}
    office.officer.does("AddContact", id=partner["id"], **given)
    contact = office.officer.asks(CONSENTS, id=partner["id"])["organisation"]["contacts"][-1]
    press = {"contact_id": contact["id"], "consent": {**consent, "purpose": "press"}}
    office.officer.does("RecordContactConsent", id=partner["id"], **press)

    told = office.officer.asks(CONSENTS, id=partner["id"])["organisation"]
    hidden = office.as_role("legal").asks(CONSENTS, id=partner["id"])["organisation"]
    for each in told["contactConsents"]:
        office.officer.does("WithdrawContactConsent", id=partner["id"], consent_id=each["id"])
    after = office.officer.asks(CONSENTS, id=partner["id"])["organisation"]

    known = {"contactId": contact["id"], "data": ["NAME"], "evidence": "Letter of today", "inForce": True}
    purposes = ("CORRESPONDENCE", "PRESS")
    assert [{**each, "id": None} for each in told["contactConsents"]] == [
        {"id": None, "purpose": purpose, **known} for purpose in purposes
    ]
    assert told["contactPeople"][-1] == {"name": name}
    assert hidden["contactConsents"] is None
    assert [each["inForce"] for each in after["contactConsents"]] == [False, False]
    assert after["contactPeople"][-1] == {"name": None}
    assert after["contacts"][-1]["purgedOn"] == str(office.days.today)
