"""Why something that is asked of a template of reports is refused."""

from korpu_chassis.refusals import Refusal


class NothingAsked(Refusal):
    """A report accounts for something."""

    code = "report-template-empty"
    status = 422
    text = {
        "az": "Şablonda ən azı bir göstərici və ya bir sual olmalıdır.",
        "en": "A template needs at least one indicator or one question.",
        "ru": "В шаблоне должен быть хотя бы один показатель или вопрос.",
        "de": "Eine Vorlage braucht mindestens einen Indikator oder eine Frage.",
        "fr": "Un modèle demande au moins un indicateur ou une question.",
    }


class AskedTwice(Refusal):
    """Each figure and each question stands in a report once."""

    code = "report-template-asks-twice"
    status = 422
    text = {
        "az": "Bu göstərici və ya sual şablonda artıq var; hər biri bir dəfə yazılır.",
        "en": "The template asks for this already; name each indicator and each question once.",
        "ru": "Этот показатель или вопрос уже есть в шаблоне; каждый указывается один раз.",
        "de": "Danach fragt die Vorlage schon; jeder Indikator und jede Frage steht einmal darin.",
        "fr": "Le modèle le demande déjà ; chaque indicateur et chaque question n'y figure qu'une fois.",
    }
