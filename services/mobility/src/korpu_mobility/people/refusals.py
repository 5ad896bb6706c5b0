"""Why not: what may not be done, and what to do instead."""

from korpu_chassis.refusals import Notice, Refusal


class ConsentUnknown(Refusal):
    """Only a consent that was given and still holds can be withdrawn."""

    code = "person-consent-unknown"
    text = {
        "az": "Belə qüvvədə olan razılıq yoxdur.",
        "en": "There is no such consent that still holds.",
        "ru": "Такого действующего согласия нет.",
        "de": "Eine solche geltende Einwilligung gibt es nicht.",
        "fr": "Il n'existe pas de tel consentement en vigueur.",
    }


class ConsentBackwards(Refusal):
    """A consent ends on or after the day from which it holds."""

    code = "person-consent-dates-reversed"
    status = 422
    text = {
        "az": "Razılığın sonu onun başlanğıcından əvvəl ola bilməz.",
        "en": "The consent cannot end before it begins.",
        "ru": "Согласие не может закончиться раньше, чем началось.",
        "de": "Die Einwilligung kann nicht enden, bevor sie beginnt.",
        "fr": "Le consentement ne peut pas finir avant de commencer.",
    }


class PersonKnown(Refusal):
    """A university number belongs to one person."""

    code = "person-number-taken"
    text = {
        "az": "Bu universitet nömrəsi ilə başqa şəxs artıq qeydiyyatdadır.",
        "en": "Another person is registered with this university number.",
        "ru": "С этим университетским номером уже зарегистрирован другой человек.",
        "de": "Mit dieser Universitätsnummer ist schon jemand anders erfasst.",
        "fr": "Une autre personne est enregistrée avec ce numéro universitaire.",
    }


class PersonErasedAlready(Refusal):
    """Nothing more happens with a person whose data is gone."""

    code = "person-erased"
    text = {
        "az": "Bu şəxsin məlumatları silinib; onunla bağlı yeni əməliyyat aparmaq olmaz.",
        "en": "This person's data has been erased; nothing more can be done with it.",
        "ru": "Данные этого человека стёрты; новые действия с ними невозможны.",
        "de": "Die Daten dieser Person sind gelöscht; mit ihr ist nichts mehr möglich.",
        "fr": "Les données de cette personne ont été effacées ; plus rien n'est possible.",
    }


class PersonFromOutside(Refusal):
    """Reviewers and interpreters from outside work for the office; a stay is for those who study or work here."""

    code = "person-from-outside"
    text = {
        "az": "Kənar rəyçi və ya tərcüməçi mübadiləyə göndərilmir; şəxsin növünü yoxlayın.",
        "en": "A reviewer or an interpreter from outside has no stay; look at the kind of person.",
        "ru": "Внешний рецензент или переводчик не участвует в обмене; проверьте вид лица.",
        "de": "Gutachter und Dolmetscher von außen haben keinen Aufenthalt; prüfen Sie die Art der Person.",
        "fr": "Un relecteur ou un interprète extérieur n'a pas de séjour ; vérifiez le type de personne.",
    }


class BornInTheFuture(Refusal):
    """Nobody whom the office knows is born after today."""

    code = "person-born-in-the-future"
    status = 422
    text = {
        "az": "Doğum tarixi gələcəkdə ola bilməz; ili yoxlayın.",
        "en": "The birth date is still to come; check the year.",
        "ru": "Дата рождения ещё не наступила; проверьте год.",
        "de": "Das Geburtsdatum liegt in der Zukunft; prüfen Sie das Jahr.",
        "fr": "La date de naissance est à venir ; vérifiez l'année.",
    }


class OneNameOrTwo(Refusal):
    """A person of one name has no given name besides."""

    code = "person-one-name-or-two"
    status = 422
    text = {
        "az": "Ya adı göstərin, ya da şəxsin bir adı olduğunu; ikisini birlikdə yox.",
        "en": "Give a given name, or say that there is one name only; not both.",
        "ru": "Укажите имя либо отметьте, что имя одно, но не то и другое.",
        "de": "Nennen Sie einen Vornamen, oder sagen Sie, dass es nur einen Namen gibt; nicht beides.",
        "fr": "Donnez un prénom, ou dites qu'il n'y a qu'un seul nom ; pas les deux.",
    }


class MayBeKnown(Notice):
    """Somebody with the same name and birth date is registered already."""

    code = "person-may-be-known"
    text = {
        "az": "Eyni ad və doğum tarixi ilə şəxs artıq qeydiyyatdadır: {other}.",
        "en": "A person with the same name and birth date is registered already: {other}.",
        "ru": "Человек с тем же именем и датой рождения уже зарегистрирован: {other}.",
        "de": "Jemand mit gleichem Namen und Geburtstag ist schon erfasst: {other}.",
        "fr": "Une personne de mêmes nom et date de naissance est déjà enregistrée : {other}.",
    }
