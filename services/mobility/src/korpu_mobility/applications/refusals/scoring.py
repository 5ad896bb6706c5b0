"""Why scores are not taken."""

from korpu_chassis.refusals import Refusal


class ScoresIncomplete(Refusal):
    """Every criterion has points, once."""

    code = "application-scores-incomplete"
    status = 422
    text = {
        "az": "Hər meyara bir dəfə bal verin; meyarlar: {count}.",
        "en": "Give points for every criterion, once; there are {count}.",
        "ru": "Поставьте баллы по каждому критерию один раз; критериев: {count}.",
        "de": "Vergeben Sie für jedes Kriterium einmal Punkte; es sind {count}.",
        "fr": "Donnez des points pour chaque critère, une fois ; il y en a {count}.",
    }


class ScoredAlready(Refusal):
    """A member scores an application once, before seeing what others gave."""

    code = "application-scored-already"
    text = {
        "az": "Siz bu müraciəti artıq qiymətləndirmisiniz.",
        "en": "You have scored this application already.",
        "ru": "Вы уже оценили эту заявку.",
        "de": "Sie haben diese Bewerbung bereits bewertet.",
        "fr": "Vous avez déjà noté cette candidature.",
    }


class NotScoring(Refusal):
    """Scores are given while the scoring is open."""

    code = "application-not-scoring"
    text = {
        "az": "Qiymətləndirmə indi açıq deyil.",
        "en": "The scoring is not open now.",
        "ru": "Оценивание сейчас не открыто.",
        "de": "Die Bewertung ist jetzt nicht offen.",
        "fr": "L'évaluation n'est pas ouverte.",
    }
