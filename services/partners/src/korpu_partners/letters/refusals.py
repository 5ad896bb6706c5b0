"""Why not: what may not be done, and what to do instead."""

from korpu_chassis.refusals import Refusal


class RegisteredAlready(Refusal):
    """The same letter of the same sender stands in the register; it is offered, not silently entered twice."""

    code = "letter-registered-already"
    text = {
        "az": "Bu məktub artıq qeydiyyatdadır: {known}. Başqa məktubdursa, onu `not_duplicate_of` sahəsində göstərin.",
        "en": "This letter is registered already: {known}. If it is another one, name that in `not_duplicate_of`.",
        "ru": "Это письмо уже зарегистрировано: {known}. Если это другое, укажите первое в `not_duplicate_of`.",
        "de": "Dieser Brief ist schon erfasst: {known}. Ist es ein anderer, nennen Sie jenen in `not_duplicate_of`.",
        "fr": "Cette lettre est déjà enregistrée : {known}. Si c'en est une autre, citez-la dans `not_duplicate_of`.",
    }


class NumberTaken(Refusal):
    """A number of a register names one letter."""

    code = "letter-number-taken"
    text = {
        "az": "Bu nömrə həmin ilin reyestrində artıq var.",
        "en": "This number stands in the register of that year already.",
        "ru": "Этот номер уже есть в реестре того года.",
        "de": "Diese Nummer steht schon im Register jenes Jahres.",
        "fr": "Ce numéro figure déjà au registre de cette année.",
    }


class CorrespondentEmpty(Refusal):
    """A correspondent is an organisation, an office, or an office of an organisation."""

    code = "letter-correspondent-empty"
    status = 422
    text = {
        "az": "Müxbir üçün təşkilatı və ya idarəni göstərin.",
        "en": "Name the organisation or the office of the correspondent.",
        "ru": "Укажите организацию или ведомство корреспондента.",
        "de": "Nennen Sie die Organisation oder die Stelle des Korrespondenten.",
        "fr": "Indiquez l'organisation ou le service du correspondant.",
    }


class LetterDatedInTheFuture(Refusal):
    """What is registered was written and has travelled."""

    code = "letter-dated-in-the-future"
    text = {
        "az": "Məktubun tarixi ({on}) gələcəkdə ola bilməz.",
        "en": "A letter is not dated in the future ({on}).",
        "ru": "Дата письма ({on}) не может быть в будущем.",
        "de": "Ein Brief ist nicht in der Zukunft datiert ({on}).",
        "fr": "Une lettre n'est pas datée dans le futur ({on}).",
    }


class LetterDueInThePast(Refusal):
    """A letter is due today or later."""

    code = "letter-due-in-the-past"
    text = {
        "az": "İcra tarixi ({due}) keçmişdə ola bilməz.",
        "en": "The due day ({due}) is over; choose today or later.",
        "ru": "Срок исполнения ({due}) уже прошёл; выберите сегодня или позже.",
        "de": "Der Termin ({due}) ist vorbei; wählen Sie heute oder später.",
        "fr": "L'échéance ({due}) est passée ; choisissez aujourd'hui ou plus tard.",
    }


class DoesNotAnswer(Refusal):
    """What came in is answered by what goes out, and the other way round; inside, a letter answers another."""

    code = "letter-answers-wrong-way"
    text = {
        "az": "Bu məktub o məktuba cavab ola bilməz: {direction} məktuba {wanted} məktub cavab verir.",
        "en": "This letter cannot answer that one: what is {direction} is answered by what is {wanted}.",
        "ru": "Это письмо не может быть ответом: на «{direction}» отвечает «{wanted}».",
        "de": "Dieser Brief kann jenen nicht beantworten: auf „{direction}“ antwortet „{wanted}“.",
        "fr": "Cette lettre ne peut répondre à l'autre : à « {direction} » répond « {wanted} ».",
    }


class AnswerUnknown(Refusal):
    """The answer stands in the register before it is noted; no letter answers itself."""

    code = "letter-answer-unknown"
    status = 404
    text = {
        "az": "Cavab məktubu qeydiyyatda tapılmadı; əvvəlcə onu qeydiyyata alın.",
        "en": "The answering letter is not in the register; register it first.",
        "ru": "Ответного письма нет в реестре; сначала зарегистрируйте его.",
        "de": "Der antwortende Brief steht nicht im Register; erfassen Sie ihn zuerst.",
        "fr": "La lettre de réponse n'est pas au registre ; enregistrez-la d'abord.",
    }


class NotItsAnswer(Refusal):
    """Only what was noted as an answer is taken back."""

    code = "letter-not-its-answer"
    status = 422
    text = {
        "az": "Bu məktub həmin məktubun cavabı kimi qeyd olunmayıb.",
        "en": "That letter is not noted as an answer to this one.",
        "ru": "То письмо не отмечено как ответ на это.",
        "de": "Jener Brief ist nicht als Antwort auf diesen vermerkt.",
        "fr": "Cette lettre n'est pas notée comme réponse à celle-ci.",
    }


class AnswerGone(Refusal):
    """An annulled letter answers nothing."""

    code = "letter-answer-annulled"
    text = {
        "az": "Ləğv edilmiş məktub cavab ola bilməz.",
        "en": "An annulled letter answers nothing.",
        "ru": "Аннулированное письмо не может быть ответом.",
        "de": "Ein annullierter Brief beantwortet nichts.",
        "fr": "Une lettre annulée ne répond à rien.",
    }


class NotWaiting(Refusal):
    """A closed letter is reopened before it is answered; an annulled one is not answered at all."""

    code = "letter-not-waiting"
    text = {
        "az": "Məktub cavab gözləmir (vəziyyəti: {status}); bağlıdırsa, əvvəlcə yenidən açın.",
        "en": "The letter waits for no answer (it is {status}); reopen it first if it is closed.",
        "ru": "Письмо не ждёт ответа (статус: {status}); закрытое сначала откройте снова.",
        "de": "Der Brief wartet auf keine Antwort ({status}); öffnen Sie ihn zuerst wieder.",
        "fr": "La lettre n'attend pas de réponse ({status}) ; rouvrez-la d'abord si elle est close.",
    }


class WithoutAnswer(Refusal):
    """A letter that wants an answer is closed with one, or with the reason why none is needed."""

    code = "letter-without-answer"
    text = {
        "az": "Məktub cavab gözləyir: cavab məktubunu bağlayın və ya cavabın nə üçün lazım olmadığını yazın.",
        "en": "The letter wants an answer: link the answering letter, or say in `no_answer` why none is needed.",
        "ru": "Письмо ждёт ответа: свяжите ответ или укажите в `no_answer`, почему он не нужен.",
        "de": "Der Brief will eine Antwort: verknüpfen Sie sie, oder sagen Sie in `no_answer`, warum keine nötig ist.",
        "fr": "La lettre attend une réponse : liez-la, ou dites dans `no_answer` pourquoi aucune n'est nécessaire.",
    }


class AnsweredAlready(Refusal):
    """The letter is among its answers already."""

    code = "letter-answered-by-it-already"
    text = {
        "az": "Bu cavab artıq qeyd olunub.",
        "en": "This answer is noted already.",
        "ru": "Этот ответ уже отмечен.",
        "de": "Diese Antwort ist schon vermerkt.",
        "fr": "Cette réponse est déjà notée.",
    }


class LinkedAlready(Refusal):
    """A letter is linked to a thing once."""

    code = "letter-linked-already"
    text = {
        "az": "Məktub buna artıq bağlanıb.",
        "en": "The letter is linked to that already.",
        "ru": "Письмо уже связано с этим.",
        "de": "Der Brief ist damit schon verknüpft.",
        "fr": "La lettre y est déjà liée.",
    }


class NotLinked(Refusal):
    """The letter has no such link."""

    code = "letter-not-linked"
    text = {
        "az": "Məktubun belə bağlantısı yoxdur.",
        "en": "The letter has no such link.",
        "ru": "У письма нет такой связи.",
        "de": "Der Brief hat keine solche Verknüpfung.",
        "fr": "La lettre n'a pas ce lien.",
    }


class UnknownScan(Refusal):
    """The letter has no such file."""

    code = "letter-scan-unknown"
    status = 404
    text = {
        "az": "Məktubun belə faylı yoxdur.",
        "en": "The letter has no such file.",
        "ru": "У письма нет такого файла.",
        "de": "Der Brief hat keine solche Datei.",
        "fr": "La lettre n'a pas ce fichier.",
    }


class LinkUnknown(Refusal):
    """What this service keeps is linked only if it is there."""

    code = "letter-link-unknown"
    text = {
        "az": "Bağlanacaq obyekt tapılmadı.",
        "en": "What the letter shall be linked to is not known here.",
        "ru": "То, с чем связывают письмо, здесь неизвестно.",
        "de": "Womit der Brief verknüpft werden soll, ist hier nicht bekannt.",
        "fr": "Ce à quoi la lettre doit être liée n'est pas connu ici.",
    }
