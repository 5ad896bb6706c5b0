"""Why a visit does not take its next step."""

from korpu_chassis.refusals import Notice, Refusal


class ApproverIsAuthor(Refusal):
    """Whoever asked for a visit does not decide on it."""

    code = "visit-approver-is-author"
    text = {
        "az": "Səfərə qərarı onu təklif edən şəxs verə bilməz; başqa səlahiyyətli şəxs qərar verməlidir.",
        "en": "Whoever asked for the visit does not decide on it; another approver must.",
        "ru": "Решение о визите не принимает тот, кто его предложил; решает другое лицо.",
    }


class EndsBeforeItStarts(Refusal):
    """The last day of a visit is not before its first."""

    code = "visit-ends-before-it-starts"
    status = 422
    text = {
        "az": "Səfərin son günü birinci gündən əvvəl ola bilməz.",
        "en": "The last day of the visit is before its first.",
        "ru": "Последний день визита раньше первого.",
    }


class StartsInThePast(Refusal):
    """A visit is moved to days that are still to come."""

    code = "visit-starts-in-the-past"
    text = {
        "az": "Səfər keçmiş tarixə ({starts}) keçirilə bilməz.",
        "en": "A visit cannot be moved to {starts}, which has passed.",
        "ru": "Визит нельзя перенести на прошедшую дату ({starts}).",
    }


class NotScreened(Refusal):
    """A visit is approved only after somebody has checked something."""

    code = "visit-not-screened"
    text = {
        "az": "Təsdiqdən əvvəl ən azı bir yoxlamanın nəticəsi yazılmalıdır.",
        "en": "Record at least one check before the visit is approved.",
        "ru": "До утверждения запишите результат хотя бы одной проверки.",
    }


class ScreeningConcern(Refusal):
    """A check that found a concern is answered before the visit is approved."""

    code = "visit-screening-concern"
    text = {
        "az": "Yoxlamada narahatlıq qeyd olunub: {checks}. Aradan qaldırın və ya nəyə görə təsdiqlədiyinizi yazın.",
        "en": "A check found a concern: {checks}. Clear it, or say despite what reason you approve.",
        "ru": "Проверка выявила сомнения: {checks}. Устраните их или укажите, почему утверждаете.",
    }


class NotBegun(Refusal):
    """A visit neither begins nor ends before its first day."""

    code = "visit-not-begun"
    text = {
        "az": "Səfər {starts} tarixində başlayır; bu addım ondan əvvəl mümkün deyil.",
        "en": "The visit begins on {starts}; this step is not possible before.",
        "ru": "Визит начинается {starts}; раньше этот шаг невозможен.",
    }


class CompletedInTheFuture(Refusal):
    """What has not ended is not recorded as ended."""

    code = "visit-completed-in-the-future"
    text = {
        "az": "Səfərin bitmə tarixi gələcəkdə ola bilməz.",
        "en": "The day on which the visit ended cannot be in the future.",
        "ru": "День окончания визита не может быть в будущем.",
    }


class VisitOver(Refusal):
    """Nobody need answer for a visit that will not take place or whose file is closed."""

    code = "visit-over"
    text = {
        "az": "Səfər üzrə cavab artıq qəbul edilmir (vəziyyəti: {status}).",
        "en": "Answers for this visit are taken no more (its status: {status}).",
        "ru": "Ответы по этому визиту больше не принимаются (статус: {status}).",
        "de": "Antworten zu diesem Besuch werden nicht mehr angenommen (Stand: {status}).",
        "fr": "Les réponses pour cette visite ne sont plus acceptées (état : {status}).",
    }


class ListFull(Refusal):
    """A visit has so many items, requests, gifts or letters and no more."""

    code = "visit-list-full"
    text = {
        "az": "Siyahı doludur: ən çoxu {limit}.",
        "en": "The list is full: {limit} at most.",
        "ru": "Список полон: не более {limit}.",
    }


class VisitTakesNoActionPoint(Refusal):
    """Action points come of visits that take or took place and are not closed."""

    code = "visit-takes-no-action-point"
    text = {
        "az": "Bu vəziyyətdə ({status}) səfərə tapşırıq yazmaq olmaz.",
        "en": "No action point can be agreed at a visit that is {status}.",
        "ru": "К визиту в статусе «{status}» нельзя добавить поручение.",
    }


class AlreadyPast(Notice):
    """The days that were given have passed: the visit is recorded afterwards."""

    code = "visit-already-past"
    text = {
        "az": "Səfərin tarixləri artıq keçib; sonradan qeydə alınır.",
        "en": "The days of this visit have passed; it is recorded afterwards.",
        "ru": "Даты визита уже прошли; он записывается задним числом.",
    }
