"""Why an answer of a department has no effect, beside what speaks of the request itself."""

from korpu_chassis.refusals import Refusal


class AnswerMalformed(Refusal):
    """An answer names a request, which is also its key and subject, and a department."""

    code = "answer-malformed"
    status = 422
    text = {
        "az": "Cavab sorğunu (açar və `ce_subject` də odur) və şöbəni göstərməlidir.",
        "en": "An answer names the request, which is also its key and `ce_subject`, and the department.",
        "ru": "Ответ должен называть запрос (он же ключ и `ce_subject`) и отдел.",
        "de": "Eine Antwort nennt die Anfrage, die auch Schlüssel und `ce_subject` ist, und die Abteilung.",
        "fr": "Une réponse nomme la demande, qui est aussi la clé et `ce_subject`, et le service.",
    }


class AnswerTypeUnknown(Refusal):
    """The type of the message is the answer."""

    code = "answer-type-unknown"
    status = 422
    text = {
        "az": "`ce_type` cavab deyil: …request.accepted.v1, …rejected.v1 və ya …done.v1 yazın.",
        "en": "`ce_type` is no answer: write …request.accepted.v1, …rejected.v1 or …done.v1.",
        "ru": "`ce_type` не является ответом: укажите …request.accepted.v1, …rejected.v1 или …done.v1.",
        "de": "`ce_type` ist keine Antwort: schreiben Sie …request.accepted.v1, …rejected.v1 oder …done.v1.",
        "fr": "`ce_type` n'est pas une réponse : écrivez …request.accepted.v1, …rejected.v1 ou …done.v1.",
    }


class AnswerContradictsItself(Refusal):
    """The body does not say another thing than the type."""

    code = "answer-contradicts-type"
    status = 422
    text = {
        "az": "`ce_type` «{type}», mətn isə «{answer}» deyir. Hansının doğru olduğunu yeni mesajla bildirin.",
        "en": "`ce_type` says {type}, and the body says {answer}. Send a new message in which both say the same.",
        "ru": "`ce_type` говорит «{type}», а тело — «{answer}». Отправьте новое сообщение без противоречия.",
        "de": "`ce_type` sagt {type}, der Inhalt {answer}. Senden Sie sie neu und ohne Widerspruch.",
        "fr": "`ce_type` dit {type} et le corps dit {answer}. Envoyez un nouveau message où les deux concordent.",
    }


class AnswerOutdated(Refusal):
    """The newer version decides; what is not newer changes nothing."""

    code = "answer-outdated"
    text = {
        "az": "Bu sorğuya {known} versiyalı cavab artıq var; {version} yeni deyil. `version` artırın.",
        "en": "This request has an answer of version {known}; {version} is not newer. Raise `version`.",
        "ru": "На этот запрос уже есть ответ версии {known}; {version} не новее. Увеличьте `version`.",
        "de": "Es gibt schon eine Antwort der Version {known}; {version} ist nicht neuer. Erhöhen Sie `version`.",
        "fr": "Il y a déjà une réponse de version {known} ; {version} n'est pas plus récente. Augmentez `version`.",
    }
