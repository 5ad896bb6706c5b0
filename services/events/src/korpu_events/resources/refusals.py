"""Why a room or a car stays as it is."""

from korpu_chassis.refusals import Refusal


class SpellingTaken(Refusal):
    """A spelling means one room or car."""

    code = "resource-spelling-taken"
    text = {
        "az": "Bu ad artıq siyahıdadır: {code}.",
        "en": "This name is on the list already: {code}.",
        "ru": "Это название уже есть в списке: {code}.",
        "de": "Dieser Name steht schon auf der Liste: {code}.",
        "fr": "Ce nom figure déjà sur la liste : {code}.",
    }


class NameUnchanged(Refusal):
    """It is called so already."""

    code = "resource-name-unchanged"
    text = {
        "az": "Onun adı artıq belədir.",
        "en": "It is called so already.",
        "ru": "Оно уже так называется.",
        "de": "So heißt es schon.",
        "fr": "Il s'appelle déjà ainsi.",
    }
