"""What can depend on an agreement."""

from typing import Literal

from korpu_chassis.commands.impact import Dependent


class AgreementDependent(Dependent):
    """One thing that depends on an agreement."""

    kind: Literal["mobility", "visit", "trip", "agreement", "joint_project", "publication", "seats", "obligation"]
