"""Why an item does not come onto a programme."""

from korpu_chassis.refusals import Refusal


class UnknownItem(Refusal):
    """The programme has no such item."""

    code = "programme-item-unknown"
    status = 404
    text = {
        "az": "Proqramda belə bənd yoxdur.",
        "en": "The programme has no such item.",
        "ru": "В программе нет такого пункта.",
    }


class EndsBeforeItBegins(Refusal):
    """An item of a programme lasts some time."""

    code = "programme-item-backwards"
    status = 422
    text = {
        "az": "Bəndin sonu başlanğıcından sonra olmalıdır.",
        "en": "The item must end after it begins.",
        "ru": "Пункт должен заканчиваться позже, чем начинается.",
    }


class OutsideTheVisit(Refusal):
    """An item takes place during the visit."""

    code = "programme-item-outside-visit"
    text = {
        "az": "«{item}» səfərin günlərindən ({starts} – {ends}) kənardadır.",
        "en": "“{item}” lies outside the days of the visit ({starts} – {ends}).",
        "ru": "«{item}» вне дней визита ({starts} – {ends}).",
    }


class InterpreterNotOfVisit(Refusal):
    """Only interpreters of the visit, whose languages are known, work in its programme."""

    code = "programme-interpreter-not-of-visit"
    text = {
        "az": "Tərcüməçi əvvəlcə dil cütü ilə səfərə təyin edilməlidir.",
        "en": "Name the interpreter for the visit, with the language pair, first.",
        "ru": "Сначала назначьте переводчика на визит с языковой парой.",
    }


class InterpreterStillNeeded(Refusal):
    """An interpreter leaves the visit after leaving its programme."""

    code = "programme-interpreter-still-needed"
    text = {
        "az": "Tərcüməçi hələ «{item}» bəndində lazımdır.",
        "en": "The interpreter is still needed for “{item}”.",
        "ru": "Переводчик ещё нужен для «{item}».",
    }
