"""What is said with the commands of joint projects."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Text
from korpu_partners.projects.parts import ProjectPartner, WantedReport

Title = Annotated[Texts, Field(description="Published, so no names of persons.")]
Summary = Annotated[Texts, Field(description="What it is about and for whom; published, so no names of persons.")]
Consortium = Annotated[
    tuple[ProjectPartner, ...],
    Field(min_length=1, max_length=50, description="Our university and its partners."),
]
Call = Annotated[Text, Field(max_length=300, description="The programme and the call that it answers.")]
GrantNumber = Annotated[Text, Field(max_length=100)]
Reports = Annotated[tuple[WantedReport, ...], Field(min_length=1, max_length=40)]
Responsible = Annotated[Subject, Field(description="Whom the identity provider names so; is reminded.")]
Reason = Annotated[Text, Field(description="Published, so no names of persons.")]
