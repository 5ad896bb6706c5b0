"""Why nobody is named to act in the head's place, or why that does not end."""

from korpu_chassis.refusals import Refusal


class DeputyshipInThePast(Refusal):
    """Nobody acts in somebody's place afterwards."""

    code = "deputyship-in-the-past"
    status = 422
    text = {
        "az": "İlk gün artıq keçib; bu gündən başlayaraq bir gün seçin.",
        "en": "The first day is past; choose today or a later day.",
        "ru": "Первый день уже прошёл; выберите сегодняшний день или более поздний.",
        "de": "Der erste Tag ist vorbei; wählen Sie heute oder einen späteren Tag.",
        "fr": "Le premier jour est passé ; choisissez aujourd'hui ou un jour à venir.",
    }


class DeputyshipReversed(Refusal):
    """The last day is not before the first."""

    code = "deputyship-ends-before-it-begins"
    status = 422
    text = {
        "az": "Son gün ilk gündən əvvəldir.",
        "en": "The last day is before the first one.",
        "ru": "Последний день раньше первого.",
        "de": "Der letzte Tag liegt vor dem ersten.",
        "fr": "Le dernier jour précède le premier.",
    }


class DeputyshipTooLong(Refusal):
    """Who is away longer is replaced by the university, not by a deputy."""

    code = "deputyship-too-long"
    status = 422
    text = {
        "az": "Əvəzetmə ən çoxu {longest} gün davam edə bilər; son günü yaxına çəkin.",
        "en": "A deputyship lasts {longest} days at most; choose an earlier last day.",
        "ru": "Замещение длится не более {longest} дней; выберите более ранний последний день.",
        "de": "Eine Vertretung dauert höchstens {longest} Tage; wählen Sie einen früheren letzten Tag.",
        "fr": "Une suppléance dure {longest} jours au plus ; choisissez un dernier jour plus proche.",
    }


class DeputyshipTooFarAhead(Refusal):
    """Nobody knows so early who will be there."""

    code = "deputyship-too-far-ahead"
    status = 422
    text = {
        "az": "İlk gün {latest} tarixindən gec ola bilməz.",
        "en": "The first day is {latest} at the latest.",
        "ru": "Первый день — не позднее {latest}.",
        "de": "Der erste Tag ist spätestens der {latest}.",
        "fr": "Le premier jour est le {latest} au plus tard.",
    }


class DeputyIsHead(Refusal):
    """Nobody is a deputy of their own."""

    code = "deputy-is-head"
    status = 422
    text = {
        "az": "Öz əvəzinizə başqa əməkdaşı göstərin.",
        "en": "Name somebody else: nobody is their own deputy.",
        "ru": "Назовите другого сотрудника: никто не замещает сам себя.",
        "de": "Nennen Sie jemand anderen: niemand vertritt sich selbst.",
        "fr": "Nommez quelqu'un d'autre : nul n'est son propre suppléant.",
    }


class DeputyNamesNoDeputy(Refusal):
    """Only the head decides who acts in the head's place; whoever acts so does not pass it on."""

    code = "deputy-names-no-deputy"
    status = 403
    text = {
        "az": "Əvəz edən özünə əvəz təyin etmir; bunu yalnız rəhbər edir.",
        "en": "A deputy names no deputy in turn; only the head does.",
        "ru": "Замещающий не назначает себе замещающего; это делает только руководитель.",
        "de": "Eine Vertretung benennt keine weitere; das tut nur die Leitung.",
        "fr": "Un suppléant n'en nomme pas d'autre ; seule la direction le fait.",
    }


class DeputyshipOverlaps(Refusal):
    """On each day one person acts in the head's place."""

    code = "deputyship-overlaps"
    text = {
        "az": "Bu günlərdə artıq əvəzetmə var: {code}. Əvvəlcə onu bitirin və ya başqa günlər seçin.",
        "en": "Somebody is named for some of these days already: {code}. End that one first, or choose other days.",
        "ru": "На часть этих дней замещение уже есть: {code}. Сначала завершите его или выберите другие дни.",
        "de": "Für einige dieser Tage gibt es schon eine Vertretung: {code}. Beenden Sie sie, oder wählen Sie andere.",
        "fr": "Une suppléance couvre déjà une partie de ces jours : {code}. Terminez-la ou choisissez d'autres jours.",
    }
