"""Why a committee is not accepted."""

from korpu_chassis.refusals import Refusal


class SelectionAlreadyThere(Refusal):
    """An opportunity has one selection."""

    code = "selection-already-there"
    text = {
        "az": "Bu elan üzrə seçim artıq başlayıb.",
        "en": "This opportunity has a selection already.",
        "ru": "По этому объявлению отбор уже начат.",
        "de": "Für dieses Angebot gibt es bereits eine Auswahl.",
        "fr": "Une sélection existe déjà pour cette offre.",
    }


class CommitteeTooSmall(Refusal):
    """A committee has at least three members."""

    code = "selection-committee-too-small"
    status = 422
    text = {
        "az": "Komissiyada ən azı {least} üzv olmalıdır.",
        "en": "A committee has {least} members at least.",
        "ru": "В комиссии должно быть не меньше {least} членов.",
        "de": "Eine Kommission hat mindestens {least} Mitglieder.",
        "fr": "Une commission compte au moins {least} membres.",
    }


class MemberTwice(Refusal):
    """Each member sits on a committee once."""

    code = "selection-member-twice"
    status = 422
    text = {
        "az": "Komissiya üzvü iki dəfə göstərilib.",
        "en": "A member is named twice.",
        "ru": "Член комиссии указан дважды.",
        "de": "Ein Mitglied ist zweimal genannt.",
        "fr": "Un membre est indiqué deux fois.",
    }


class MemberUnknown(Refusal):
    """A committee is made of the staff that is known here."""

    code = "selection-member-unknown"
    status = 422
    text = {
        "az": "Bu şəxs əməkdaş kimi tanınmır.",
        "en": "This person is not known as a member of staff.",
        "ru": "Этот человек не известен как сотрудник.",
        "de": "Diese Person ist nicht als Mitarbeiter bekannt.",
        "fr": "Cette personne n'est pas connue comme membre du personnel.",
    }


class QuorumOutOfReach(Refusal):
    """No more members than there are can be wanted."""

    code = "selection-quorum-out-of-reach"
    status = 422
    text = {
        "az": "Yetərsay üzvlərin sayından ({members}) çox ola bilməz.",
        "en": "The quorum cannot be larger than the committee ({members}).",
        "ru": "Кворум не может быть больше состава комиссии ({members}).",
        "de": "Das Quorum kann nicht größer sein als die Kommission ({members}).",
        "fr": "Le quorum ne peut pas dépasser la commission ({members}).",
    }


class ScoreDayPassed(Refusal):
    """Whoever scores has at least today."""

    code = "selection-score-day-passed"
    status = 422
    text = {
        "az": "Qiymətləndirmə günü keçmişdə ola bilməz.",
        "en": "The day by which members score cannot lie in the past.",
        "ru": "День оценки не может быть в прошлом.",
        "de": "Der Tag der Bewertung kann nicht in der Vergangenheit liegen.",
        "fr": "Le jour de l'évaluation ne peut pas être passé.",
    }


class MemberHasScored(Refusal):
    """Who has scored stays on the committee."""

    code = "selection-member-has-scored"
    text = {
        "az": "Bu üzv artıq qiymət verib; onu komissiyadan çıxarmaq olmaz.",
        "en": "A member who has given scores stays on the committee.",
        "ru": "Член комиссии, выставивший оценки, остаётся в ней.",
        "de": "Ein Mitglied, das bewertet hat, bleibt in der Kommission.",
        "fr": "Un membre qui a noté reste dans la commission.",
    }


class CriteriaMissing(Refusal):
    """Applicants are compared by something."""

    code = "selection-criteria-missing"
    text = {
        "az": "Elanda seçim meyarları yoxdur; əvvəlcə onları yazın.",
        "en": "The opportunity has no criteria; set them first.",
        "ru": "В объявлении нет критериев; сначала задайте их.",
        "de": "Das Angebot hat keine Kriterien; legen Sie sie zuerst fest.",
        "fr": "L'offre n'a pas de critères ; définissez-les d'abord.",
    }
