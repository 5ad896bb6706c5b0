"""Why an answer about an event is not taken."""

from korpu_chassis.refusals import Refusal


class FeedbackNotAsked(Refusal):
    """Questions are open from the end of an event to their last day, and there must be some."""

    code = "feedback-not-asked"
    text = {
        "az": "Bu tədbir haqqında indi rəy soruşulmur.",
        "en": "Nobody is asked about this event now.",
        "ru": "Отзывы об этом мероприятии сейчас не собираются.",
        "de": "Zu dieser Veranstaltung wird jetzt nicht gefragt.",
        "fr": "Aucun avis n'est demandé sur cet événement en ce moment.",
    }


class FeedbackOfOthers(Refusal):
    """Whoever was there is asked, and nobody else."""

    code = "feedback-not-attended"
    text = {
        "az": "Rəyi yalnız tədbirdə iştirak edənlər bildirir.",
        "en": "Only those who were at the event are asked.",
        "ru": "Отзыв оставляют только те, кто был на мероприятии.",
        "de": "Gefragt wird nur, wer bei der Veranstaltung war.",
        "fr": "Seules les personnes présentes à l'événement sont interrogées.",
    }


class FeedbackGivenAlready(Refusal):
    """Each answers once; nobody can find an answer again to change it."""

    code = "feedback-given-already"
    text = {
        "az": "Rəyiniz artıq sayılıb; kimin olduğu saxlanılmadığına görə dəyişdirilə bilməz.",
        "en": "You have answered already; since nobody keeps which answer is yours, it cannot be changed.",
        "ru": "Вы уже ответили; чей это ответ, не хранится, поэтому изменить его нельзя.",
        "de": "Sie haben schon geantwortet; da niemand festhält, welche Antwort Ihre ist, bleibt sie, wie sie ist.",
        "fr": "Vous avez déjà répondu ; comme nul ne garde quelle réponse est la vôtre, elle ne peut être changée.",
    }


class FeedbackUnfit(Refusal):
    """An answer is to a question of this event, of its kind, and to each question once."""

    code = "feedback-answer-unfit"
    status = 422
    text = {
        "az": "Bu cavab suala uyğun deyil.",
        "en": "This answer does not fit its question.",
        "ru": "Этот ответ не подходит к вопросу.",
        "de": "Diese Antwort passt nicht zur Frage.",
        "fr": "Cette réponse ne convient pas à la question.",
    }
