"""Why something that is asked of an enquiry is refused."""

from korpu_chassis.refusals import Refusal


class AskerUnknown(Refusal):
    """Who asks by an account is known here as a person; others ask by e-mail."""

    code = "enquiry-asker-unknown"
    text = {
        "az": "Hesabınız şəxs kimi qeydiyyatda deyil; sualı ad və e-poçt ünvanı ilə göndərin.",
        "en": "Your account is not known as a person here; ask with your name and e-mail address instead.",
        "ru": "Ваша учётная запись не связана с человеком; задайте вопрос, указав имя и адрес почты.",
        "de": "Ihr Konto gehört hier zu keiner Person; fragen Sie mit Namen und E-Mail-Adresse.",
        "fr": "Votre compte n'est lié à aucune personne ici ; posez la question avec nom et adresse électronique.",
    }


class AskerUnnamed(Refusal):
    """Whoever asks is a person whom we know, or has a name and an e-mail address; not both."""

    code = "enquiry-asker-unnamed"
    status = 422
    text = {
        "az": "Ya qeydiyyatda olan şəxsi, ya da ad və e-poçt ünvanını göstərin.",
        "en": "Name either a registered person, or a name with an e-mail address.",
        "ru": "Укажите либо зарегистрированного человека, либо имя с адресом почты.",
        "de": "Nennen Sie entweder eine registrierte Person oder Namen und E-Mail-Adresse.",
        "fr": "Indiquez soit une personne enregistrée, soit un nom avec une adresse électronique.",
    }


class LinkUnknown(Refusal):
    """What is asked about is known here; strangers ask about what was published."""

    code = "enquiry-link-unknown"
    text = {
        "az": "Bu imkan və ya təşkilat burada hələ məlum deyil.",
        "en": "This opportunity or organisation is not known here yet.",
        "ru": "Эта возможность или организация здесь пока неизвестна.",
        "de": "Dieses Angebot oder diese Organisation ist hier noch nicht bekannt.",
        "fr": "Cette opportunité ou organisation n'est pas encore connue ici.",
    }


class ReasonMissing(Refusal):
    """What is closed without an answer is told why; what was answered is settled."""

    code = "enquiry-reason-missing"
    status = 422
    text = {
        "az": "Cavabsız bağlanan sorğunun səbəbini yazın; yalnız cavablandırılan sorğu həll olunmuş sayılır.",
        "en": "Say why it is closed without an answer; only an answered enquiry is settled.",
        "ru": "Укажите, почему запрос закрывается без ответа; решённым считается только отвеченный.",
        "de": "Sagen Sie, warum sie ohne Antwort geschlossen wird; erledigt ist nur eine beantwortete Anfrage.",
        "fr": "Dites pourquoi elle est close sans réponse ; seule une demande répondue est réglée.",
    }


class TooLateToReopen(Refusal):
    """An enquiry is taken up again while it is fresh; later one asks anew."""

    code = "enquiry-too-late-to-reopen"
    text = {
        "az": "Bu sorğuya {until} tarixinədək qayıtmaq olardı; yeni sual verin.",
        "en": "This enquiry could be taken up again until {until}; ask a new question.",
        "ru": "Вернуться к этому запросу можно было до {until}; задайте новый вопрос.",
        "de": "Diese Anfrage konnte bis {until} wieder aufgenommen werden; stellen Sie eine neue Frage.",
        "fr": "Cette demande pouvait être reprise jusqu'au {until} ; posez une nouvelle question.",
    }


class NotAnsweredYet(Refusal):
    """Whoever asked says yes or no to an answer once there is one."""

    code = "enquiry-not-answered"
    text = {
        "az": "Sorğu hələ cavablandırılmayıb.",
        "en": "There is no answer to this enquiry that could be taken or rejected.",
        "ru": "На этот запрос ещё нет ответа.",
        "de": "Auf diese Anfrage gibt es noch keine Antwort.",
        "fr": "Cette demande n'a pas encore de réponse.",
    }


class AnswerEmpty(Refusal):
    """An answer says something: by a kept text, in words of one's own, or both."""

    code = "enquiry-answer-empty"
    status = 422
    text = {
        "az": "Cavab boşdur: hazır mətni seçin və ya öz sözlərinizlə yazın.",
        "en": "The answer is empty; choose a kept text or write words of your own.",
        "ru": "Ответ пуст: выберите готовый текст или напишите сами.",
        "de": "Die Antwort ist leer; wählen Sie einen Text oder schreiben Sie selbst.",
        "fr": "La réponse est vide ; choisissez un texte ou écrivez le vôtre.",
    }


class EnquiryForgottenAlready(Refusal):
    """Nothing is done with an enquiry of which nobody knows any more what was asked."""

    code = "enquiry-forgotten"
    text = {
        "az": "Sorğunun mətni saxlama müddəti bitdiyi üçün silinib.",
        "en": "What was asked is deleted, because its time is over.",
        "ru": "Текст запроса удалён, так как срок хранения истёк.",
        "de": "Die Frage ist gelöscht, weil ihre Aufbewahrungszeit vorbei ist.",
        "fr": "La question est effacée, car sa durée de conservation est écoulée.",
    }


class LinkForGuestsOnly(Refusal):
    """A link is for whoever asked by e-mail; others are signed in."""

    code = "enquiry-link-for-guests"
    text = {
        "az": "Keçid yalnız e-poçtla soruşanlar üçündür; bu şəxs öz hesabı ilə oxuyur.",
        "en": "A link is for whoever asked by e-mail; this person reads the answer with an account.",
        "ru": "Ссылка — для тех, кто спросил по почте; этот человек читает ответ в своей учётной записи.",
        "de": "Ein Link ist für die, die per E-Mail fragten; diese Person liest die Antwort mit ihrem Konto.",
        "fr": "Un lien est destiné à qui a demandé par courriel ; cette personne lit la réponse avec son compte.",
    }
