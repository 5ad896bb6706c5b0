"""Why a learning agreement is not written so."""

from korpu_chassis.refusals import Notice, Refusal


class OnePerStay(Refusal):
    """A stay has one learning agreement, in as many versions as it needs."""

    code = "learning-agreement-one-per-stay"
    text = {
        "az": "Bu mobilliyin təhsil razılaşması artıq var; onun yeni versiyasını hazırlayın.",
        "en": "This stay has a learning agreement already; write its next version.",
        "ru": "У этой поездки уже есть учебное соглашение; подготовьте его следующую версию.",
        "de": "Dieser Aufenthalt hat schon eine Lernvereinbarung; schreiben Sie deren nächste Fassung.",
        "fr": "Ce séjour a déjà un contrat d'études ; rédigez-en la version suivante.",
    }


class NotForStaff(Refusal):
    """Only students agree what they study."""

    code = "learning-agreement-not-for-staff"
    text = {
        "az": "Təhsil razılaşması yalnız tələbələr üçündür.",
        "en": "Learning agreements are for students alone.",
        "ru": "Учебные соглашения заключаются только для студентов.",
        "de": "Lernvereinbarungen gibt es nur für Studierende.",
        "fr": "Les contrats d'études ne concernent que les étudiants.",
    }


class StayNotOpen(Refusal):
    """Nothing is agreed about a stay that does not take place, or that is over."""

    code = "learning-agreement-stay-not-open"
    text = {
        "az": "{stay} üzrə mobillik gözlənilmir və ya artıq başa çatıb; razılaşma dəyişdirilmir və imzalanmır.",
        "en": "The stay {stay} is not expected any more or is over; nothing is agreed or signed about it.",
        "ru": "Поездка {stay} больше не ожидается или уже завершена; соглашение не меняется и не подписывается.",
        "de": "Der Aufenthalt {stay} steht nicht mehr an oder ist vorbei; dazu wird nichts vereinbart oder signiert.",
        "fr": "Le séjour {stay} n'est plus attendu ou est terminé ; rien n'est convenu ni signé à son sujet.",
    }


class ComponentTwice(Refusal):
    """A component stands once in its table."""

    code = "learning-agreement-component-twice"
    status = 422
    text = {
        "az": "“{component}” eyni cədvəldə iki dəfə göstərilib.",
        "en": "“{component}” stands twice in one table.",
        "ru": "«{component}» указан в одной таблице дважды.",
        "de": "„{component}“ steht zweimal in einer Tabelle.",
        "fr": "« {component} » figure deux fois dans un même tableau.",
    }


class NothingPlanned(Refusal):
    """Something is studied abroad, and something is recognised for it at home."""

    code = "learning-agreement-nothing-planned"
    text = {
        "az": "İmzalanmaq üçün həm xaricdə öyrənilən, həm də burada tanınan ən azı bir fənn göstərilməlidir.",
        "en": "To be signed it needs a component at the host and one that is recognised at home.",
        "ru": "Для подписания нужны хотя бы одна дисциплина за рубежом и одна признаваемая дома.",
        "de": "Zum Unterschreiben braucht es eine Leistung beim Gastgeber und eine, die daheim anerkannt wird.",
        "fr": "Pour être signé, il faut une composante chez l'hôte et une qui soit reconnue à l'origine.",
    }


class Unchanged(Refusal):
    """A new version says something else than the last."""

    code = "learning-agreement-unchanged"
    text = {
        "az": "Məzmun {number} saylı versiya ilə eynidir; imzalar qüvvədə qalır.",
        "en": "This says the same as version {number}, whose signatures stand; change something, or leave it.",
        "ru": "Содержание совпадает с версией {number}; её подписи остаются в силе.",
        "de": "Das sagt dasselbe wie Fassung {number}, deren Unterschriften gelten; ändern Sie zuerst etwas.",
        "fr": "Le contenu est celui de la version {number}, dont les signatures valent ; changez-le ou laissez-le.",
    }


class VersionsFull(Refusal):
    """Who has written so many versions talks to the office."""

    code = "learning-agreement-versions-full"
    text = {
        "az": "Ən çoxu {most} versiya ola bilər; şöbə ilə əlaqə saxlayın.",
        "en": "There are {most} versions at most; talk to the office.",
        "ru": "Допускается не более {most} версий; обратитесь в отдел.",
        "de": "Es gibt höchstens {most} Fassungen; sprechen Sie mit der Abteilung.",
        "fr": "Il y a {most} versions au plus ; adressez-vous au service.",
    }


class CreditsDiffer(Notice):
    """What is studied and what is recognised do not weigh the same."""

    code = "learning-agreement-credits-differ"
    text = {
        "az": "Xaricdə {host} AKTS krediti, burada {home} AKTS krediti planlaşdırılıb.",
        "en": "{host} ECTS credits are planned at the host, and {home} are recognised at home.",
        "ru": "За рубежом запланировано кредитов ECTS: {host}, дома признаётся: {home}.",
        "de": "Beim Gastgeber sind {host} ECTS-Punkte geplant, daheim werden {home} anerkannt.",
        "fr": "{host} crédits ECTS sont prévus chez l'hôte, et {home} sont reconnus à l'origine.",
    }
