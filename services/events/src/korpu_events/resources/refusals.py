"""Why a room or a car stays as it is or does not come onto a programme, and what is worth a look."""

from korpu_chassis.refusals import Notice, Refusal


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


class ResourceUnclear(Refusal):
    """The id is no room or car of the list, or the name beside it means another one."""

    code = "programme-resource-unclear"
    status = 422
    text = {
        "az": "Siyahıda belə otaq və ya avtomobil yoxdur, yaxud ad başqasını bildirir.",
        "en": "The list has no such room or car, or the name means another one.",
        "ru": "В списке нет такой комнаты или машины, или название означает другую.",
        "de": "Die Liste hat keinen solchen Raum oder Wagen, oder der Name meint einen anderen.",
        "fr": "La liste n'a pas cette salle ou cette voiture, ou le nom en désigne une autre.",
    }


class ResourceRetiredAlready(Refusal):
    """What is no longer on the list is not booked anew; what is booked stays."""

    code = "programme-resource-retired"
    text = {
        "az": "{name} artıq istifadə olunmur; başqasını seçin.",
        "en": "{name} is no longer used; choose another one.",
        "ru": "{name} больше не используется; выберите другое.",
        "de": "{name} wird nicht mehr genutzt; wählen Sie etwas anderes.",
        "fr": "{name} n'est plus utilisé ; choisissez autre chose.",
    }


class NotListed(Notice):
    """Perhaps it is misspelled: the office has a list, and it is not on it."""

    code = "programme-resource-not-listed"
    text = {
        "az": "Bu ad şöbənin siyahısında yoxdur; yazılışını yoxlayın.",
        "en": "This name is not on the office's list; check its spelling.",
        "ru": "Этого названия нет в списке отдела; проверьте написание.",
        "de": "Dieser Name steht nicht auf der Liste; prüfen Sie die Schreibweise.",
        "fr": "Ce nom n'est pas sur la liste ; vérifiez son orthographe.",
    }


class TooFewSeats(Notice):
    """More people come than it holds."""

    code = "programme-too-few-seats"
    text = {
        "az": "{name}: {capacity} yer var, {people} nəfər gəlir.",
        "en": "{name} holds {capacity}; {people} people come.",
        "ru": "{name}: мест {capacity}, придут {people}.",
        "de": "{name} fasst {capacity}; es kommen {people}.",
        "fr": "{name} a {capacity} places ; {people} personnes viennent.",
    }
