"""A translation follows the present original, and touches nothing else."""

import pytest

from korpu_chassis.commands.translation import FollowsAnother, NotATranslation, translated
from korpu_chassis.i18n.text import LocalizedText, Texts

TITLE = LocalizedText.of(Texts(az="Çörək", de="Brot")).edited(Texts(az="Təzə çörək"))


def test_a_translation_of_the_present_original_is_current() -> None:
    done = translated(TITLE, "de", "Frisches Brot", 2)

    assert done.outdated() == ()
    assert (done.revision, done.text("de"), done.text("az")) == (2, "Frisches Brot", "Təzə çörək")


def test_a_translation_of_an_older_original_does_not_count() -> None:
    with pytest.raises(FollowsAnother):
        translated(TITLE, "de", "Brot", 1)


def test_the_original_is_edited_and_not_translated() -> None:
    with pytest.raises(NotATranslation):
        translated(TITLE, "az", "Bulka", 2)
