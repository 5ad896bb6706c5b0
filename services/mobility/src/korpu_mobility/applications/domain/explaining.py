"""Why somebody got a place and another one did not, in plain words for whoever applied."""

from collections.abc import Mapping

from korpu_mobility.applications.domain.lifecycle import Outcome
from korpu_mobility.applications.parts import Step

Words = Mapping[str, str]

SENTENCES: Mapping[Outcome, Words] = {
    Outcome.GIVEN: {
        "az": "Seçim {choice}: sizə verildi. Yerlər: {places}, sizin yeriniz sıralamada: {rank}.",
        "en": "Choice {choice}: you got it. Places: {places}, your rank: {rank}.",
        "ru": "Вариант {choice}: предоставлен вам. Мест: {places}, ваше место в рейтинге: {rank}.",
        "de": "Wunsch {choice}: Sie haben ihn bekommen. Plätze: {places}, Ihr Rang: {rank}.",
        "fr": "Choix {choice} : il vous est attribué. Places : {places}, votre rang : {rank}.",
    },
    Outcome.FULL: {
        "az": "Seçim {choice}: yer qalmadı. Yerlər: {places}, son yeri alanın sırası: {last_rank}, sizinki: {rank}.",
        "en": "Choice {choice}: no place left. Places: {places}, the last went to rank {last_rank}; yours is {rank}.",
        "ru": "Вариант {choice}: мест не осталось. Мест: {places}, последнее получил ранг {last_rank}, ваш: {rank}.",
        "de": "Wunsch {choice}: kein Platz mehr. Plätze: {places}, der letzte für Rang {last_rank}, Ihrer: {rank}.",
        "fr": "Choix {choice} : plus de place. Places : {places}, la dernière au rang {last_rank}, le vôtre : {rank}.",
    },
    Outcome.GONE: {
        "az": "Seçim {choice}: bu yer artıq təklif olunmur.",
        "en": "Choice {choice}: it is not offered any more.",
        "ru": "Вариант {choice}: больше не предлагается.",
        "de": "Wunsch {choice}: wird nicht mehr angeboten.",
        "fr": "Choix {choice} : il n'est plus proposé.",
    },
    Outcome.NOT_NEEDED: {
        "az": "Seçim {choice}: daha çox istədiyiniz yer verildi.",
        "en": "Choice {choice}: you got one that you want more.",
        "ru": "Вариант {choice}: вам предоставлен более желанный.",
        "de": "Wunsch {choice}: Sie haben einen bekommen, den Sie lieber wollen.",
        "fr": "Choix {choice} : vous en avez obtenu un que vous préférez.",
    },
    Outcome.BELOW_MARK: {
        "az": "Seçim {choice}: orta balınız keçid balından aşağıdır.",
        "en": "Choice {choice}: your mean lies below the pass mark.",
        "ru": "Вариант {choice}: ваш средний балл ниже проходного.",
        "de": "Wunsch {choice}: Ihr Mittel liegt unter der Mindestpunktzahl.",
        "fr": "Choix {choice} : votre moyenne est inférieure au minimum.",
    },
    Outcome.MOVED_UP: {
        "az": "Seçim {choice}: yer boşaldı və növbədə birinci siz idiniz. Sıranız: {rank}.",
        "en": "Choice {choice}: a place became free, and you were the first who waited for it. Your rank: {rank}.",
        "ru": "Вариант {choice}: место освободилось, и вы ждали его первым. Ваш ранг: {rank}.",
        "de": "Wunsch {choice}: Ein Platz wurde frei, und Sie warteten als Erste darauf. Ihr Rang: {rank}.",
        "fr": "Choix {choice} : une place s'est libérée et vous étiez en tête de l'attente. Votre rang : {rank}.",
    },
}


def explained(step: Step, choice: int, rank: int | None, language: str) -> str:
    """What became of one choice, as a sentence."""
    words = SENTENCES[step.outcome]
    shown = {"places": step.places, "last_rank": step.last_rank, "rank": rank}
    known = {name: "–" if value is None else value for name, value in shown.items()}
    return words.get(language, words["en"]).format(choice=choice, **known)
