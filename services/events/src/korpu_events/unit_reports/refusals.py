"""Why something that is asked of a unit's part of a report is refused."""

from korpu_chassis.refusals import Refusal


class QuestionUnknown(Refusal):
    """A unit answers what it was asked."""

    code = "unit-report-question-unknown"
    status = 422
    text = {
        "az": "Bölmədən belə sual soruşulmayıb.",
        "en": "The unit was not asked this question.",
        "ru": "Такой вопрос подразделению не задавали.",
        "de": "Diese Frage wurde der Einheit nicht gestellt.",
        "fr": "Cette question n'a pas été posée à l'unité.",
    }


class AnswersMissing(Refusal):
    """A part is handed in whole."""

    code = "unit-report-answers-missing"
    text = {
        "az": "Bu suallara cavab verilməyib: {questions}.",
        "en": "These questions have no answer yet: {questions}.",
        "ru": "На эти вопросы нет ответа: {questions}.",
        "de": "Diese Fragen sind noch nicht beantwortet: {questions}.",
        "fr": "Ces questions sont sans réponse : {questions}.",
    }


class NoEarlierPart(Refusal):
    """Only what was said once can be confirmed as unchanged."""

    code = "unit-report-nothing-to-confirm"
    text = {
        "az": "Bu bölmənin əvvəlki dövr üçün qəbul edilmiş hissəsi yoxdur; cavabları yazın.",
        "en": "This unit has no accepted part of an earlier period to confirm; write the answers.",
        "ru": "У подразделения нет принятой части за прошлый период; напишите ответы.",
        "de": "Für diese Einheit gibt es keinen angenommenen früheren Teil; schreiben Sie die Antworten.",
        "fr": "Cette unité n'a pas de partie acceptée d'une période précédente ; rédigez les réponses.",
    }


class AcceptedByWriter(Refusal):
    """Somebody else has looked at what a unit says."""

    code = "unit-report-accepted-by-submitter"
    text = {
        "az": "Bu hissəni siz təqdim etmisiniz; onu başqası qəbul edir.",
        "en": "You submitted this part yourself; somebody else accepts it.",
        "ru": "Вы сами представили эту часть; принимает другой.",
        "de": "Sie haben diesen Teil selbst eingereicht; jemand anderes nimmt ihn an.",
        "fr": "Vous avez soumis cette partie vous-même ; une autre personne l'accepte.",
    }


class NotLater(Refusal):
    """More time ends later, and is still to come."""

    code = "unit-report-due-not-later"
    status = 422
    text = {
        "az": "Yeni müddət {due} tarixindən sonra olmalı və hələ keçməməlidir.",
        "en": "The new day must be after {due}, and still to come.",
        "ru": "Новый срок должен быть позже {due} и ещё не наступить.",
        "de": "Der neue Tag muss nach dem {due} und in der Zukunft liegen.",
        "fr": "Le nouveau délai doit être postérieur au {due} et à venir.",
    }
