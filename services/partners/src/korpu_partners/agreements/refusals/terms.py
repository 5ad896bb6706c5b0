"""Why terms make no sense, or cannot be signed."""

from korpu_chassis.refusals import Notice, Refusal


class TermsUnchanged(Refusal):
    """A change of terms changes something."""

    code = "agreement-terms-unchanged"
    text = {
        "az": "Şərtlər elə belədir; dəyişən bir şey yoxdur.",
        "en": "The terms are like this already; nothing would change.",
        "ru": "Условия уже такие; ничего не изменится.",
        "de": "Die Bedingungen sind schon so; nichts würde sich ändern.",
        "fr": "Les conditions sont déjà ainsi ; rien ne changerait.",
    }


class NoSuchCondition(Refusal):
    """Seats are changed in a condition of the agreement."""

    code = "agreement-no-such-condition"
    status = 422
    text = {
        "az": "Sənəddə belə şərt yoxdur.",
        "en": "The agreement has no such condition.",
        "ru": "В документе нет такого условия.",
        "de": "Der Vertrag hat keine solche Bedingung.",
        "fr": "L'accord n'a pas cette condition.",
    }


class PartiesUnclear(Refusal):
    """An agreement binds our university and at least one partner, each once."""

    code = "agreement-parties-unclear"
    status = 422
    text = {
        "az": "Tərəflər universitetimiz və ən azı bir tərəfdaş təşkilat olmalıdır, hər biri bir dəfə.",
        "en": "The parties are our university (us, without an organisation) and at least one partner, each named once.",
        "ru": "Стороны — наш университет и хотя бы один партнёр, каждый указан один раз.",
        "de": "Parteien sind unsere Universität und mindestens ein Partner, jede einmal genannt.",
        "fr": "Les parties sont notre université et au moins un partenaire, chacune nommée une fois.",
    }


class ConditionUnclear(Refusal):
    """A condition leads from one party to another, for a span of academic years and one measure of length."""

    code = "agreement-condition-unclear"
    status = 422
    text = {
        "az": "Şərt aydın deyil ({rule}): iki tərəf arasında, illər ardıcıl, müddət ay və ya gün, səviyyə dillə.",
        "en": "The condition is unclear ({rule}): it leads between two parties, its years are in order, "
        "its length is in months or days, a level comes with a language, and an id is used once.",
        "ru": "Условие неясно ({rule}): направление между двумя сторонами, годы по порядку, срок в месяцах или днях.",
        "de": "Die Bedingung ist unklar ({rule}): zwischen zwei Parteien, Jahre geordnet, Dauer in Monaten oder Tagen.",
        "fr": "La condition n'est pas claire ({rule}) : entre deux parties, années en ordre, durée en mois ou jours.",
    }


class EndsBeforeStart(Refusal):
    """The last day comes after the first."""

    code = "agreement-ends-before-start"
    status = 422
    text = {
        "az": "Son gün başlanğıc günündən sonra olmalıdır.",
        "en": "The last day must come after the first.",
        "ru": "Последний день должен быть позже первого.",
        "de": "Der letzte Tag muss nach dem ersten liegen.",
        "fr": "Le dernier jour doit suivre le premier.",
    }


class EvergreenHasEnd(Refusal):
    """An evergreen agreement has review dates and no end."""

    code = "agreement-evergreen-has-end"
    status = 422
    text = {
        "az": "Müddətsiz sənədin son günü olmur: ya son günü, ya da müddətsizliyi silin.",
        "en": "An evergreen agreement has no last day: drop one of the two.",
        "ru": "У бессрочного документа нет последнего дня: уберите одно из двух.",
        "de": "Ein unbefristeter Vertrag hat keinen letzten Tag: eines von beiden streichen.",
        "fr": "Un accord sans terme n'a pas de dernier jour : supprimez l'un des deux.",
    }


class MemorandumBindsNothing(Refusal):
    """A memorandum states intentions; whoever promises something makes another kind of agreement."""

    code = "agreement-memorandum-binds-nothing"
    status = 422
    text = {
        "az": "Memorandum öhdəlik yaratmır; öhdəlik üçün başqa növ saziş seçin.",
        "en": "A memorandum binds to nothing; choose another kind of agreement for obligations.",
        "ru": "Меморандум не создаёт обязательств; выберите другой вид соглашения.",
        "de": "Ein Memorandum verpflichtet zu nichts; wählen Sie für Pflichten eine andere Vertragsart.",
        "fr": "Un mémorandum n'engage à rien ; choisissez un autre type d'accord pour des obligations.",
    }


class NoEnd(Refusal):
    """What is signed has a last day or the mark evergreen."""

    code = "agreement-no-end"
    text = {
        "az": "İmzalamaq üçün son gün və ya «müddətsiz» qeydi lazımdır.",
        "en": "To be signed it needs a last day or the mark evergreen.",
        "ru": "Для подписания нужен последний день или отметка «бессрочно».",
        "de": "Zur Unterschrift braucht es einen letzten Tag oder den Vermerk „unbefristet“.",
        "fr": "Pour être signé, il faut un dernier jour ou la mention « sans terme ».",
    }


class TooLong(Refusal):
    """Agreements run for at most five years, unless that is waived with a reason."""

    code = "agreement-too-long"
    text = {
        "az": "Müddət {years} ildən çoxdur. Rəhbər səbəb göstərib icazə verə bilər.",
        "en": "It would run for more than {years} years. The head may waive this with a reason.",
        "ru": "Срок больше {years} лет. Руководитель может разрешить с указанием причины.",
        "de": "Die Laufzeit übersteigt {years} Jahre. Die Leitung kann begründet davon absehen.",
        "fr": "La durée dépasse {years} ans. Le chef peut y déroger avec un motif.",
    }


class EndedAlready(Refusal):
    """A signature comes before the last day."""

    code = "agreement-ended-already"
    text = {
        "az": "Son gün imza günündən əvvəldir; tarixləri düzəldin.",
        "en": "The last day is before the day of the signature; correct the dates.",
        "ru": "Последний день раньше дня подписания; исправьте даты.",
        "de": "Der letzte Tag liegt vor der Unterschrift; bitte die Daten berichtigen.",
        "fr": "Le dernier jour précède la signature ; corrigez les dates.",
    }


class LongerThanUsual(Notice):
    """The term is longer than five years: the signature will need a waiver."""

    code = "agreement-longer-than-usual"
    text = {
        "az": "Müddət {years} ildən çoxdur: imza üçün rəhbərin icazəsi lazım olacaq.",
        "en": "It would run for more than {years} years: the signature will need the head's waiver.",
        "ru": "Срок больше {years} лет: для подписания понадобится разрешение руководителя.",
    }


TERMS_REFUSALS = (PartiesUnclear, ConditionUnclear, EndsBeforeStart, EvergreenHasEnd, MemorandumBindsNothing)
