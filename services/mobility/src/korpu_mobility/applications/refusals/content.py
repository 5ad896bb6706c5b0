"""Why what is written in an application is not accepted."""

from korpu_chassis.refusals import Refusal


class AlreadyApplied(Refusal):
    """One person applies once to an opportunity."""

    code = "application-already-there"
    text = {
        "az": "Bu şəxsin bu elan üzrə müraciəti artıq var.",
        "en": "This person has an application to this opportunity already.",
        "ru": "У этого человека уже есть заявка по этому объявлению.",
        "de": "Diese Person hat sich für dieses Angebot bereits beworben.",
        "fr": "Cette personne a déjà une candidature pour cette offre.",
    }


class ChoiceUnknown(Refusal):
    """One chooses among what the call offers."""

    code = "application-choice-unknown"
    status = 422
    text = {
        "az": "Bu yer elanda təklif olunmur.",
        "en": "This destination is not offered by the call.",
        "ru": "Это место в объявлении не предлагается.",
        "de": "Dieses Ziel wird nicht angeboten.",
        "fr": "Cette destination n'est pas proposée.",
    }


class ChoiceTwice(Refusal):
    """Each destination is named once."""

    code = "application-choice-twice"
    status = 422
    text = {
        "az": "Bu yer iki dəfə seçilib.",
        "en": "This destination is named twice.",
        "ru": "Это место указано дважды.",
        "de": "Dieses Ziel ist zweimal genannt.",
        "fr": "Cette destination est indiquée deux fois.",
    }


class TooManyChoices(Refusal):
    """One names no more destinations than the call lets."""

    code = "application-too-many-choices"
    status = 422
    text = {
        "az": "Ən çoxu {most} yer seçmək olar.",
        "en": "Destinations that can be named: {most} at most.",
        "ru": "Можно указать не больше {most} мест.",
        "de": "Höchstens {most} Ziele können genannt werden.",
        "fr": "On peut indiquer {most} destinations au plus.",
    }


class ChoiceMissing(Refusal):
    """Where there is something to choose something is chosen."""

    code = "application-choice-missing"
    text = {
        "az": "Heç bir yer seçilməyib; ən azı birini seçin.",
        "en": "No destination is named; choose one at least.",
        "ru": "Не указано ни одного места; выберите хотя бы одно.",
        "de": "Es ist kein Ziel genannt; wählen Sie mindestens eines.",
        "fr": "Aucune destination n'est indiquée ; choisissez-en au moins une.",
    }


class MotivationMissing(Refusal):
    """Whoever applies says why."""

    code = "application-motivation-missing"
    text = {
        "az": "Motivasiya yazılmayıb.",
        "en": "It does not say why you apply; write a motivation.",
        "ru": "Не написана мотивация.",
        "de": "Es fehlt, warum Sie sich bewerben; schreiben Sie eine Motivation.",
        "fr": "La motivation manque ; dites pourquoi vous postulez.",
    }


class DocumentsMissing(Refusal):
    """What is asked for was brought."""

    code = "application-documents-missing"
    text = {
        "az": "Tələb olunan sənədlərdən {count} ədədi çatmır.",
        "en": "Documents that are asked for and not brought: {count}.",
        "ru": "Не хватает требуемых документов: {count}.",
        "de": "Es fehlen noch verlangte Unterlagen: {count}.",
        "fr": "Pièces demandées qui manquent encore : {count}.",
    }


class DocumentsNotAccepted(Refusal):
    """The office has looked at each document."""

    code = "application-documents-not-accepted"
    text = {
        "az": "Yoxlanılmamış sənədlər: {count}. Əvvəlcə onları qəbul edin və ya qaytarın.",
        "en": "Documents that nobody has accepted yet: {count}. Accept or return them first.",
        "ru": "Ещё не приняты документы: {count}. Сначала примите или верните их.",
        "de": "Noch nicht angenommene Unterlagen: {count}. Nehmen Sie sie erst an oder geben Sie sie zurück.",
        "fr": "Pièces pas encore acceptées : {count}. Acceptez-les ou renvoyez-les d'abord.",
    }


class DocumentNotAsked(Refusal):
    """Only what the call asked of this applicant is handed in."""

    code = "application-document-not-asked"
    status = 422
    text = {
        "az": "Bu sənəd tələb olunmayıb.",
        "en": "This document was not asked for.",
        "ru": "Этот документ не запрашивался.",
        "de": "Diese Unterlage wurde nicht verlangt.",
        "fr": "Cette pièce n'a pas été demandée.",
    }


class DocumentNotBrought(Refusal):
    """Only what is there is accepted."""

    code = "application-document-not-brought"
    text = {
        "az": "Bu sənəd hələ təqdim olunmayıb.",
        "en": "This document was not brought yet.",
        "ru": "Этот документ ещё не представлен.",
        "de": "Diese Unterlage liegt noch nicht vor.",
        "fr": "Cette pièce n'a pas encore été remise.",
    }


class FactsMissing(Refusal):
    """Each rule of the call can be answered."""

    code = "application-facts-missing"
    text = {
        "az": "Şərtlərin yoxlanması üçün məlumat çatmır: {rules}.",
        "en": "Say what the rules of the call ask and nobody knows yet: {rules}.",
        "ru": "Не хватает сведений для проверки условий: {rules}.",
        "de": "Für die Prüfung der Bedingungen fehlen Angaben: {rules}.",
        "fr": "Il manque des indications pour vérifier les conditions : {rules}.",
    }
