"""What is unclear in rows of people."""

from korpu_chassis.refusals import Notice


class NameNotParted(Notice):
    """Three words or more in one cell: nobody knows which of them are the family name."""

    code = "register-name-not-parted"
    text = {
        "az": "Soyadın hansı söz olduğu bilinmir: soyadı və adı ayrıca yazın və ya «Soyad, Ad» kimi yazın.",
        "en": "Which words are the family name? Write both names apart, or as “Family, Given”.",
        "ru": "Какие слова — фамилия? Запишите фамилию и имя отдельно или в виде «Фамилия, Имя».",
        "de": "Welche Wörter sind der Familienname? Schreiben Sie beide getrennt oder als „Name, Vorname“.",
        "fr": "Quels mots sont le nom de famille ? Écrivez les deux séparément, ou « Nom, Prénom ».",
    }


class BirthNotExact(Notice):
    """A person is known by the day of birth; a year or a month alone would be somebody else's day."""

    code = "register-birth-not-exact"
    text = {
        "az": "Doğum tarixinin günü, ayı və ili yazılmalıdır; bilinmirsə, boş saxlayın.",
        "en": "A birth date needs day, month and year; leave it empty if it is not known.",
        "ru": "Для даты рождения нужны день, месяц и год; если она неизвестна, оставьте поле пустым.",
        "de": "Ein Geburtsdatum braucht Tag, Monat und Jahr; ist es nicht bekannt, bleibt das Feld leer.",
        "fr": "Une date de naissance comporte jour, mois et année ; laissez vide si elle n'est pas connue.",
    }


class PersonNotKnown(Notice):
    """Nobody in the books is called so."""

    code = "register-person-not-known"
    text = {
        "az": "Belə şəxs tanınmır: əvvəlcə qeydiyyata alın və ya kodunu (PER-…) yazın.",
        "en": "Nobody is known by this; register the person first, or write their code (PER-…).",
        "ru": "Такой человек не известен: сначала зарегистрируйте его или укажите его код (PER-…).",
        "de": "Niemand ist so bekannt; erfassen Sie die Person zuerst, oder schreiben Sie ihren Code (PER-…).",
        "fr": "Personne n'est connu ainsi ; enregistrez-la d'abord, ou écrivez son code (PER-…).",
    }


class PersonUncertain(Notice):
    """Several people are called so."""

    code = "register-person-uncertain"
    text = {
        "az": "Bir neçə şəxs belə adlanır: {known}. Kodu yazın.",
        "en": "Several people are called so: {known}. Write the code.",
        "ru": "Так зовут нескольких: {known}. Укажите код.",
        "de": "Mehrere heißen so: {known}. Schreiben Sie den Code.",
        "fr": "Plusieurs personnes s'appellent ainsi : {known}. Écrivez le code.",
    }


class NoAgreementOfStay(Notice):
    """No agreement is known under which this stay can have been."""

    code = "register-agreement-of-stay-not-known"
    text = {
        "az": "Bu mübadilənin sazişi tanınmır: sazişin kodunu yazın.",
        "en": "No agreement is known for this stay; write the agreement's code.",
        "ru": "Соглашение этого пребывания не известно: укажите его код.",
        "de": "Zu diesem Aufenthalt ist kein Abkommen bekannt; schreiben Sie dessen Code.",
        "fr": "Aucun accord n'est connu pour ce séjour ; écrivez le code de l'accord.",
    }


class ConditionUncertain(Notice):
    """Several conditions fit."""

    code = "register-condition-uncertain"
    text = {
        "az": "Bir neçə şərt uyğundur: {known}. Birinin nömrəsini yazın.",
        "en": "Several conditions fit: {known}. Write the id of one.",
        "ru": "Подходят несколько условий: {known}. Укажите номер одного.",
        "de": "Mehrere Bedingungen passen: {known}. Schreiben Sie die Kennung einer.",
        "fr": "Plusieurs conditions conviennent : {known}. Écrivez l'identifiant de l'une.",
    }


class StayToCome(Notice):
    """A stay that is still to come takes a seat: somebody is nominated for it."""

    code = "register-stay-to-come"
    text = {
        "az": "Bu mübadilə hələ başlamayıb: köhnə siyahıdan daxil edilmir, namizəd göstərilir.",
        "en": "This stay is still to come; it is not entered from a register, somebody is nominated.",
        "ru": "Это пребывание ещё впереди: его не вносят из списка, а номинируют человека.",
        "de": "Dieser Aufenthalt steht noch bevor; er wird nicht übernommen, sondern nominiert.",
        "fr": "Ce séjour est encore à venir ; il n'est pas repris d'un registre, on nomme quelqu'un.",
    }


NOTICES = (
    NameNotParted,
    BirthNotExact,
    PersonNotKnown,
    PersonUncertain,
    NoAgreementOfStay,
    ConditionUncertain,
    StayToCome,
)
