"""Why a step of a publication is refused."""

from korpu_chassis.refusals import Refusal


class ReviewerIsAuthor(Refusal):
    """Nobody reviews their own text."""

    code = "publication-reviewer-is-author"
    text = {
        "az": "Müəllif öz mətninə rəy verə bilməz; başqa rəyçi seçin.",
        "en": "A reviewer is never an author; choose somebody else.",
        "ru": "Рецензент не может быть автором; выберите другого.",
        "de": "Wer begutachtet, ist nie Verfasser; bitte jemand anderen wählen.",
        "fr": "Un évaluateur n'est jamais auteur ; choisissez quelqu'un d'autre.",
    }


class ReviewerNamedTwice(Refusal):
    """One person writes one review of a text."""

    code = "publication-reviewer-named-twice"
    text = {
        "az": "Bu rəyçi artıq təyin olunub.",
        "en": "This reviewer is named already.",
        "ru": "Этот рецензент уже назначен.",
        "de": "Diese Person begutachtet bereits.",
        "fr": "Cet évaluateur est déjà désigné.",
    }


class ReviewDueInThePast(Refusal):
    """A reviewer needs time."""

    code = "publication-review-due-in-the-past"
    text = {
        "az": "Rəyin müddəti artıq keçib; gələcək bir gün seçin.",
        "en": "The review would be due in the past; choose a later day.",
        "ru": "Срок рецензии уже прошёл; выберите более поздний день.",
        "de": "Die Frist liegt in der Vergangenheit; bitte einen späteren Tag wählen.",
        "fr": "L'échéance est passée ; choisissez un jour ultérieur.",
    }


class ReviewsMissing(Refusal):
    """A round ends when all its reviews are in."""

    code = "publication-reviews-missing"
    text = {
        "az": "Hələ {missing} rəy gözlənilir.",
        "en": "{missing} review(s) are still missing.",
        "ru": "Не хватает рецензий: {missing}.",
        "de": "Es fehlen noch Gutachten: {missing}.",
        "fr": "Il manque encore {missing} évaluation(s).",
    }


class TextRejected(Refusal):
    """A rejected text is mended or declined; it does not go on."""

    code = "publication-text-rejected"
    text = {
        "az": "Mətni {rejected} rəyçi rədd edib; onu düzəlişə qaytarın.",
        "en": "{rejected} reviewer(s) reject the text; return it for repair or decline it.",
        "ru": "Рецензентов, отклонивших текст: {rejected}; верните его на доработку.",
        "de": "{rejected} Gutachten lehnen den Text ab; geben Sie ihn zur Überarbeitung zurück.",
        "fr": "{rejected} évaluateur(s) rejettent le texte ; renvoyez-le pour révision.",
    }


class NoSuchReview(Refusal):
    """There is no such review."""

    code = "publication-no-such-review"
    status = 404
    text = {
        "az": "Belə rəy yoxdur.",
        "en": "There is no such review of this publication.",
        "ru": "Такой рецензии нет.",
        "de": "Dieses Gutachten gibt es nicht.",
        "fr": "Cette évaluation n'existe pas.",
    }


class ReviewGiven(Refusal):
    """A review that is in is not given again."""

    code = "publication-review-given"
    text = {
        "az": "Bu rəy artıq verilib.",
        "en": "This review is in already.",
        "ru": "Эта рецензия уже получена.",
        "de": "Dieses Gutachten liegt schon vor.",
        "fr": "Cette évaluation est déjà remise.",
    }


class EditionExists(Refusal):
    """There is one edition in each language."""

    code = "publication-edition-exists"
    text = {
        "az": "{language} dilində nəşr artıq var.",
        "en": "There is an edition in {language} already.",
        "ru": "Издание на языке {language} уже есть.",
        "de": "Es gibt schon eine Ausgabe auf {language}.",
        "fr": "Il existe déjà une édition en {language}.",
    }


class NoSuchEdition(Refusal):
    """There is no edition in this language."""

    code = "publication-no-such-edition"
    status = 404
    text = {
        "az": "{language} dilində nəşr yoxdur.",
        "en": "There is no edition in {language}.",
        "ru": "Издания на языке {language} нет.",
        "de": "Es gibt keine Ausgabe auf {language}.",
        "fr": "Il n'y a pas d'édition en {language}.",
    }


class SourceIsNotTranslated(Refusal):
    """The source edition has no translation."""

    code = "publication-source-is-not-translated"
    text = {
        "az": "Bu nəşr orijinaldır, tərcümə olunmur.",
        "en": "This edition is the source; it is not translated.",
        "ru": "Это издание — оригинал, его не переводят.",
        "de": "Diese Ausgabe ist das Original und wird nicht übersetzt.",
        "fr": "Cette édition est l'original ; elle ne se traduit pas.",
    }


class EditionWrongStep(Refusal):
    """A step of a translation follows the one before it."""

    code = "publication-edition-wrong-step"
    text = {
        "az": "Tərcümə başqa mərhələdədir: {status}.",
        "en": "The translation is at another step: {status}.",
        "ru": "Перевод на другом этапе: {status}.",
        "de": "Die Übersetzung steht an anderer Stelle: {status}.",
        "fr": "La traduction est à une autre étape : {status}.",
    }


class TranslatorReviews(Refusal):
    """Nobody approves their own translation."""

    code = "publication-translator-reviews"
    text = {
        "az": "Tərcüməçi öz tərcüməsini yoxlaya bilməz.",
        "en": "The translator does not review the translation; choose somebody else.",
        "ru": "Переводчик не проверяет свой перевод.",
        "de": "Wer übersetzt hat, prüft die Übersetzung nicht.",
        "fr": "Le traducteur ne relit pas sa propre traduction.",
    }


class NoSuchRevision(Refusal):
    """A translation follows a revision that exists."""

    code = "publication-no-such-revision"
    text = {
        "az": "Orijinalın belə redaksiyası yoxdur; sonuncu: {revision}.",
        "en": "The source has no such revision; the last is {revision}.",
        "ru": "Такой редакции оригинала нет; последняя — {revision}.",
        "de": "Diese Fassung des Originals gibt es nicht; die letzte ist {revision}.",
        "fr": "Cette révision de l'original n'existe pas ; la dernière est {revision}.",
    }


class EditionNotApproved(Refusal):
    """Only an approved edition comes out."""

    code = "publication-edition-not-approved"
    text = {
        "az": "{language} dilində nəşr təsdiqlənməyib.",
        "en": "The edition in {language} is not approved.",
        "ru": "Издание на языке {language} не утверждено.",
        "de": "Die Ausgabe auf {language} ist nicht freigegeben.",
        "fr": "L'édition en {language} n'est pas approuvée.",
    }


class EditionOutdated(Refusal):
    """An edition that follows an older source does not come out."""

    code = "publication-edition-outdated"
    text = {
        "az": "{language} dilində nəşr orijinalın köhnə redaksiyasına əsaslanır.",
        "en": "The edition in {language} follows an older source; bring it up to date, or the head waives it.",
        "ru": "Издание на языке {language} следует старой редакции; обновите его.",
        "de": "Die Ausgabe auf {language} folgt einer älteren Fassung; bitte aktualisieren.",
        "fr": "L'édition en {language} suit un original plus ancien ; mettez-la à jour.",
    }


class EditionOfAnother(Refusal):
    """Who translates brings and delivers the edition that is theirs, and no other."""

    code = "publication-edition-of-another"
    status = 403
    text = {
        "az": "{language} dilində nəşri başqası tərcümə edir; yalnız öz nəşrinizi təqdim edin.",
        "en": "Somebody else translates the edition in {language}; bring and deliver only your own.",
        "ru": "Издание на языке {language} переводит другой; сдавайте только своё.",
        "de": "Die Ausgabe auf {language} übersetzt jemand anderes; liefern Sie nur Ihre eigene.",
        "fr": "Une autre personne traduit l'édition en {language} ; ne remettez que la vôtre.",
    }


class EditionIsFresh(Refusal):
    """There is nothing to waive."""

    code = "publication-edition-is-fresh"
    text = {
        "az": "Bu nəşr orijinala uyğundur.",
        "en": "This edition follows the source; there is nothing to waive.",
        "ru": "Издание соответствует оригиналу.",
        "de": "Diese Ausgabe folgt dem Original; es gibt nichts zu erlassen.",
        "fr": "Cette édition suit l'original ; aucune dispense n'est utile.",
    }
