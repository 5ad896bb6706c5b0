"""Why nobody answers that they are safe."""

from korpu_chassis.refusals import Refusal


class CheckInNotAsked(Refusal):
    """Who was not asked, or has answered, answers nothing."""

    code = "trip-check-in-not-asked"
    text = {
        "az": "Bu ezamiyyət üzrə cavab gözlənilmir: sorğu göndərilməyib və ya artıq cavablandırılıb.",
        "en": "No answer is awaited for this trip: nobody was asked, or the answer is there.",
        "ru": "По этой командировке ответ не ожидается: запроса не было, или ответ уже получен.",
        "de": "Zu dieser Dienstreise wird keine Antwort erwartet: Es wurde nicht gefragt, oder sie ist da.",
        "fr": "Aucune réponse n'est attendue pour ce déplacement : rien n'a été demandé, ou la réponse est là.",
    }
