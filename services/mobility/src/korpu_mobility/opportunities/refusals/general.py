"""Why what is written about an opportunity is not accepted."""

from korpu_chassis.refusals import Refusal


class LinkUnknown(Refusal):
    """What it rests on is known here."""

    code = "opportunity-link-unknown"
    text = {
        "az": "Bu təşkilat, saziş və ya şərt burada hələ məlum deyil.",
        "en": "This organisation, agreement or condition is not known here yet.",
        "ru": "Эта организация, соглашение или условие здесь пока неизвестны.",
        "de": "Diese Organisation, dieses Abkommen oder diese Bedingung ist hier noch nicht bekannt.",
        "fr": "Cette organisation, cet accord ou cette condition n'est pas encore connu ici.",
    }


class ConditionElsewhere(Refusal):
    """The condition is one of the agreement that is named."""

    code = "opportunity-condition-elsewhere"
    status = 422
    text = {
        "az": "Bu şərt göstərilən sazişə aid deyil.",
        "en": "This condition does not belong to the agreement that is named.",
        "ru": "Это условие не относится к указанному соглашению.",
        "de": "Diese Bedingung gehört nicht zum genannten Abkommen.",
        "fr": "Cette condition n'appartient pas à l'accord indiqué.",
    }


class DestinationUnclear(Refusal):
    """A destination is a partner or a condition, stands there once, and its days lie in order."""

    code = "opportunity-destination-unclear"
    status = 422
    text = {
        "az": "Hər yer üçün təşkilat və ya şərt göstərilməli, yer təkrarlanmamalı, günlər ardıcıl olmalıdır.",
        "en": "Each destination names an organisation or a condition, stands there once, and its days lie in order.",
        "ru": "Для каждого места укажите организацию или условие, один раз и с днями по порядку.",
        "de": "Jedes Ziel nennt eine Organisation oder Bedingung, steht einmal da, und seine Tage sind in Ordnung.",
        "fr": "Chaque destination nomme un organisme ou une condition, une seule fois, avec des dates en ordre.",
    }


class FundingContradicts(Refusal):
    """What is covered fits how much is paid: nothing is covered where nothing is paid, and something where it is."""

    code = "opportunity-funding-contradicts"
    status = 422
    text = {
        "az": "Maliyyələşmə və ödənilən xərclər bir-birinə uyğun deyil.",
        "en": "The funding and what it covers contradict each other.",
        "ru": "Финансирование и то, что оно покрывает, противоречат друг другу.",
        "de": "Die Förderung und das, was sie abdeckt, widersprechen sich.",
        "fr": "Le financement et ce qu'il couvre se contredisent.",
    }


class WeightsNotWhole(Refusal):
    """The weights of the criteria are one hundred together."""

    code = "opportunity-weights-not-whole"
    status = 422
    text = {
        "az": "Meyarların çəkiləri birlikdə 100 olmalıdır, indi isə {sum}-dir.",
        "en": "The weights of the criteria have to be 100 together; they are {sum}.",
        "ru": "Сумма весов критериев должна быть 100, сейчас {sum}.",
        "de": "Die Gewichte der Kriterien müssen zusammen 100 ergeben; sie ergeben {sum}.",
        "fr": "Les poids des critères doivent totaliser 100 ; ils font {sum}.",
    }


class WorkYearsMissing(Refusal):
    """Whoever promises to come back and work knows for how long."""

    code = "opportunity-work-years-missing"
    status = 422
    text = {
        "az": "Qayıdıb işləmək öhdəliyinin neçə il olduğunu göstərin; başqa öhdəliklərdə il göstərilmir.",
        "en": "Say for how many years one returns and works; other obligations have no years.",
        "ru": "Укажите, сколько лет нужно отработать после возвращения; у других обязательств лет нет.",
        "de": "Geben Sie an, für wie viele Jahre man zurückkehrt und arbeitet; andere Pflichten haben keine Jahre.",
        "fr": "Indiquez pendant combien d'années on revient travailler ; les autres obligations n'en ont pas.",
    }


class RequirementUnclear(Refusal):
    """What is required can be met: allowed and barred do not overlap, and nothing is said twice."""

    code = "opportunity-requirement-unclear"
    status = 422
    text = {
        "az": "Bu tələb ziddiyyətlidir və ya iki dəfə göstərilib.",
        "en": "This requirement contradicts another one, or stands there twice.",
        "ru": "Это требование противоречит другому или указано дважды.",
        "de": "Diese Anforderung widerspricht einer anderen oder steht zweimal da.",
        "fr": "Cette condition en contredit une autre ou figure deux fois.",
    }


class NothingChanged(Refusal):
    """A new version of the requirements says something else."""

    code = "opportunity-requirements-unchanged"
    status = 422
    text = {
        "az": "Tələblər eynidir; yeni versiyaya ehtiyac yoxdur.",
        "en": "The requirements are the same; no new version is needed.",
        "ru": "Требования те же; новая версия не нужна.",
        "de": "Die Anforderungen sind dieselben; eine neue Fassung ist nicht nötig.",
        "fr": "Les conditions sont les mêmes ; une nouvelle version est inutile.",
    }
