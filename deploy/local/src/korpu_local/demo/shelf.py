"""Looking after what is known of partners: units, tags, whom to turn to, and a duplicate that is found out."""

from korpu_local.demo.office import Office, Thing

TOLD = "The partner's page of contacts, as of this year"


def looked_through(office: Office, partner: Thing, friend: Thing, memorandum: Thing) -> None:
    """Before the new academic year somebody goes through the shelf of partners."""
    office.it_is(301)
    unit_of(office, partner, "Filologijos fakultetas", "Faculty of Philology")
    twin = office.officer.does(
        "RegisterOrganisation", names=[{"language": "en", "kind": "label", "text": "VU Vilnius"}],
        kinds=["university"], scope="foreign", country="LT", source="An old list of addresses",
    )  # fmt: skip
    office.officer.does("MergeOrganisation", id=twin["id"], into=partner["id"], reason="Registered twice")
    office.officer.does(
        "AddContact", id=partner["id"], role="nominations", agreement_id=memorandum["id"],
        mailbox="nominations@vu.lt", name="Rūta Kazlauskaitė", ground="office", evidence=TOLD,
    )  # fmt: skip
    office.officer.does("CorrectOrganisation", id=friend["id"], tags=["Bodensee", "summer school"])
    for known in (partner, friend):
        office.officer.does("ConfirmOrganisation", id=known["id"])


def unit_of(office: Office, partner: Thing, native: str, english: str) -> None:
    """A faculty of the partner, under its university."""
    office.officer.does(
        "RegisterOrganisation", kinds=["faculty"], scope="foreign", country="LT", parent_id=partner["id"],
        names=[
            {"language": "lt", "kind": "native", "text": native}, {"language": "en", "kind": "label", "text": english},
        ],
    )  # fmt: skip
