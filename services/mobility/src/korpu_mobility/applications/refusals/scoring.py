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


class NotScoredYet(Refusal):
    """Only what was given is put right."""

    code = "application-not-scored-yet"
    text = {
        "az": "Siz bu müraciəti hələ qiymətləndirməmisiniz; əvvəlcə bal verin.",
        "en": "You have not scored this application yet; score it first.",
        "ru": "Вы ещё не оценили эту заявку; сначала поставьте баллы.",
        "de": "Sie haben diese Bewerbung noch nicht bewertet; bewerten Sie sie zuerst.",
        "fr": "Vous n'avez pas encore noté cette candidature ; notez-la d'abord.",
    }


class SameScores(Refusal):
    """A correction changes something."""

    code = "application-scores-the-same"
    status = 422
    text = {
        "az": "Ballar əvvəlki kimidir; düzəliş üçün başqa bal göstərin.",
        "en": "These are the points that you gave before; a correction gives others.",
        "ru": "Баллы те же, что и раньше; для исправления укажите другие.",
        "de": "Das sind die bisherigen Punkte; eine Korrektur nennt andere.",
        "fr": "Ce sont les mêmes points qu'avant ; une correction en donne d'autres.",
    }
