"""Why a transcript or a recognition is not recorded so."""

from korpu_chassis.refusals import Notice, Refusal


class NothingAgreed(Refusal):
    """Results are of what all three have signed."""

    code = "learning-agreement-nothing-agreed"
    text = {
        "az": "Hələ heç bir versiyanı hər üç tərəf imzalamayıb.",
        "en": "No version has been signed by all three yet.",
        "ru": "Ни одна версия ещё не подписана всеми тремя сторонами.",
        "de": "Noch keine Fassung haben alle drei unterschrieben.",
        "fr": "Aucune version n'a encore été signée par les trois.",
    }


class StayNotBegun(Refusal):
    """Nobody has results before arriving."""

    code = "learning-agreement-stay-not-begun"
    text = {
        "az": "{stay} üzrə mobillik hələ başlanmayıb.",
        "en": "The stay {stay} has not begun yet.",
        "ru": "Поездка {stay} ещё не началась.",
        "de": "Der Aufenthalt {stay} hat noch nicht begonnen.",
        "fr": "Le séjour {stay} n'a pas encore commencé.",
    }


class ComponentUnknown(Refusal):
    """Results are of components that were agreed."""

    code = "learning-agreement-component-unknown"
    status = 422
    text = {
        "az": "“{component}” imzalanmış versiyada yoxdur.",
        "en": "“{component}” is not in the version that was signed.",
        "ru": "«{component}» нет в подписанной версии.",
        "de": "„{component}“ steht nicht in der unterschriebenen Fassung.",
        "fr": "« {component} » ne figure pas dans la version signée.",
    }


class ResultTwice(Refusal):
    """A component has one result."""

    code = "learning-agreement-result-twice"
    status = 422
    text = {
        "az": "“{component}” üçün iki nəticə göstərilib.",
        "en": "“{component}” has two results here.",
        "ru": "Для «{component}» указаны два результата.",
        "de": "„{component}“ hat hier zwei Ergebnisse.",
        "fr": "« {component} » a ici deux résultats.",
    }


class ResultsInFuture(Refusal):
    """Only what is there is recorded."""

    code = "learning-agreement-results-in-future"
    status = 422
    text = {
        "az": "{on} hələ gəlməyib.",
        "en": "{on} has not come yet.",
        "ru": "{on} ещё не наступило.",
        "de": "Der {on} ist noch nicht gekommen.",
        "fr": "Le {on} n'est pas encore arrivé.",
    }


class LessRecognised(Notice):
    """Less counts at home than was agreed."""

    code = "learning-agreement-less-recognised"
    text = {
        "az": "{planned} AKTS krediti planlaşdırılıb, {recognised} AKTS krediti tanınır.",
        "en": "{planned} ECTS credits were agreed, {recognised} are recognised.",
        "ru": "Согласовано кредитов ECTS: {planned}, признаётся: {recognised}.",
        "de": "Vereinbart waren {planned} ECTS-Punkte, anerkannt werden {recognised}.",
        "fr": "{planned} crédits ECTS étaient convenus, {recognised} sont reconnus.",
    }
