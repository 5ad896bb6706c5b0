"""Doubts about who is named: organisations of which nothing was heard, or that are gone."""

from korpu_chassis.refusals import Notice


class OrganisationNotHeard(Notice):
    """Nobody has told of an organisation that was named."""

    code = "organisation-not-heard"
    text = {
        "az": "Göstərilən təşkilat haqqında hələ məlumat gəlməyib; yoxlayın.",
        "en": "Nothing has been heard of this organisation yet; check it.",
        "ru": "Об этой организации ещё нет сведений; проверьте её.",
        "de": "Von dieser Organisation ist noch nichts bekannt; prüfen Sie sie.",
        "fr": "On ne sait encore rien de cette organisation ; vérifiez-la.",
    }


class OrganisationGone(Notice):
    """An organisation that was named is archived."""

    code = "organisation-gone"
    text = {
        "az": "Göstərilən təşkilat artıq fəal deyil (vəziyyəti: {status}).",
        "en": "This organisation is no longer active (its status: {status}).",
        "ru": "Эта организация больше не активна (статус: {status}).",
        "de": "Diese Organisation ist nicht mehr aktiv (Stand: {status}).",
        "fr": "Cette organisation n'est plus active (état : {status}).",
    }
