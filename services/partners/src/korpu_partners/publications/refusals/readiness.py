"""Why a publication cannot come out, or no more copies can be given."""

from korpu_chassis.refusals import Refusal


class CouncilInTheFuture(Refusal):
    """Only a decision that was taken is recorded."""

    code = "publication-council-in-the-future"
    text = {
        "az": "Şuranın qərarı gələcək tarixli ola bilməz.",
        "en": "The council's decision is dated in the future.",
        "ru": "Решение совета датировано будущим.",
        "de": "Der Beschluss des Rates liegt in der Zukunft.",
        "fr": "La décision du conseil est datée du futur.",
    }


class CouncilBeforeReviews(Refusal):
    """The council decides on what was reviewed."""

    code = "publication-council-before-reviews"
    text = {
        "az": "Qərar son rəydən ({given_on}) əvvəl verilə bilməz.",
        "en": "The council decides after the last review ({given_on}).",
        "ru": "Совет решает после последней рецензии ({given_on}).",
        "de": "Der Rat entscheidet nach dem letzten Gutachten ({given_on}).",
        "fr": "Le conseil décide après la dernière évaluation ({given_on}).",
    }


class CouncilNumberElsewhere(Refusal):
    """A number means one decision of a year, on one day."""

    code = "publication-council-number-elsewhere"
    text = {
        "az": "Bu nömrəli qərar həmin il {on} tarixində verilib.",
        "en": "The decision of that year with this number was taken on {on}.",
        "ru": "Решение с этим номером в том году принято {on}.",
        "de": "Der Beschluss jenes Jahres mit dieser Nummer fiel am {on}.",
        "fr": "La décision de cette année portant ce numéro date du {on}.",
    }


class CouncilOnOlderText(Refusal):
    """What comes out is what the council has approved."""

    code = "publication-council-on-older-text"
    text = {
        "az": "Şura {decided} saylı redaksiyanı təsdiq edib, mətn isə dəyişib: yeni qərarı "
        "və ya rəhbərin icazəsini qeyd edin.",
        "en": "The council approved revision {decided}, and the text has changed: record its decision on it, "
        "or let the head waive that for the source.",
        "ru": "Совет утвердил редакцию {decided}, а текст изменён: запишите новое решение или разрешение руководителя.",
        "de": "Der Rat hat Fassung {decided} gebilligt, und der Text ist seither geändert: neuen Beschluss erfassen, "
        "oder die Leitung erlässt das für das Original.",
        "fr": "Le conseil a approuvé la révision {decided} et le texte a changé : notez sa nouvelle décision, "
        "ou que la direction en dispense l'original.",
    }


class IsbnTaken(Refusal):
    """An ISBN belongs to one medium of one edition."""

    code = "publication-isbn-taken"
    text = {
        "az": "Bu ISBN artıq istifadə olunub.",
        "en": "This ISBN belongs to another edition or medium.",
        "ru": "Этот ISBN уже присвоен.",
        "de": "Diese ISBN ist schon vergeben.",
        "fr": "Cet ISBN est déjà attribué.",
    }


class MediumTwice(Refusal):
    """An edition comes out once in each medium."""

    code = "publication-medium-twice"
    text = {
        "az": "Bu nəşr həmin daşıyıcıda artıq qeyd olunub.",
        "en": "This edition is recorded in that medium already.",
        "ru": "Это издание на этом носителе уже записано.",
        "de": "Diese Ausgabe ist in diesem Medium schon erfasst.",
        "fr": "Cette édition existe déjà sur ce support.",
    }


class CopiesOfNothing(Refusal):
    """What is printed has copies, what is online has none."""

    code = "publication-copies-of-nothing"
    text = {
        "az": "Çap nəşrinin tirajı olmalıdır, onlayn nəşrin tirajı olmur.",
        "en": "A printed edition needs a print run, and an online one has none.",
        "ru": "У печатного издания есть тираж, у электронного — нет.",
        "de": "Gedrucktes hat eine Auflage, Digitales keine.",
        "fr": "Un imprimé a un tirage, une version en ligne n'en a pas.",
    }


class IsbnMissing(Refusal):
    """Nothing comes out without an ISBN."""

    code = "publication-isbn-missing"
    text = {
        "az": "ISBN qeyd olunmayıb.",
        "en": "No edition has an ISBN yet; record one.",
        "ru": "Ни у одного издания нет ISBN.",
        "de": "Noch hat keine Ausgabe eine ISBN.",
        "fr": "Aucune édition n'a encore d'ISBN.",
    }


class PublishedInTheFuture(Refusal):
    """Only what is out is recorded."""

    code = "publication-published-in-the-future"
    text = {
        "az": "Nəşr tarixi gələcəkdədir.",
        "en": "The day of publication is in the future.",
        "ru": "Дата выхода — в будущем.",
        "de": "Der Erscheinungstag liegt in der Zukunft.",
        "fr": "La date de parution est dans le futur.",
    }


class PublishedBeforeCouncil(Refusal):
    """The council approves before anything comes out."""

    code = "publication-published-before-council"
    text = {
        "az": "Nəşr şuranın qərarından ({on}) əvvəl ola bilməz.",
        "en": "It cannot come out before the council's decision ({on}).",
        "ru": "Издание не может выйти до решения совета ({on}).",
        "de": "Vor dem Beschluss des Rates ({on}) erscheint nichts.",
        "fr": "Rien ne paraît avant la décision du conseil ({on}).",
    }


class NotEnoughCopies(Refusal):
    """Nobody gives away more than was printed."""

    code = "publication-not-enough-copies"
    text = {
        "az": "Cəmi {left} nüsxə qalıb.",
        "en": "Only {left} copies are left.",
        "ru": "Осталось экземпляров: {left}.",
        "de": "Es sind nur noch {left} Exemplare da.",
        "fr": "Il ne reste que {left} exemplaires.",
    }


class GivenOnWrongDay(Refusal):
    """Copies are given after the book is out, and not in the future."""

    code = "publication-given-on-wrong-day"
    text = {
        "az": "Tarix nəşr günü ilə bu gün arasında olmalıdır.",
        "en": "Copies are given between the day of publication and today.",
        "ru": "Дата — между днём выхода и сегодняшним днём.",
        "de": "Der Tag liegt zwischen dem Erscheinen und heute.",
        "fr": "La date se situe entre la parution et aujourd'hui.",
    }


class NothingDistributed(Refusal):
    """A distribution list names somebody."""

    code = "publication-nothing-distributed"
    text = {
        "az": "Hələ heç kimə nüsxə verilməyib.",
        "en": "Nobody has got a copy yet.",
        "ru": "Экземпляры ещё никому не переданы.",
        "de": "Noch hat niemand ein Exemplar bekommen.",
        "fr": "Personne n'a encore reçu d'exemplaire.",
    }


class PublicationNotOfThePast(Refusal):
    """Only what was entered as history is annulled."""

    code = "publication-not-of-the-past"
    text = {
        "az": "Yalnız köhnə reyestrdən daxil edilmiş nəşr ləğv edilir.",
        "en": "Only a record of the past is annulled; this work came out here.",
        "ru": "Аннулируется только запись о прошлом; это издание вышло здесь.",
        "de": "Nur ein Eintrag der Vergangenheit wird annulliert; dieses Werk ist hier erschienen.",
        "fr": "Seule une inscription du passé est annulée ; cet ouvrage est paru ici.",
    }


class NoAuthorLine(Refusal):
    """There are no names to forget."""

    code = "publication-no-author-line"
    text = {
        "az": "Bu nəşrdə köhnə reyestrdən götürülmüş müəllif adları yoxdur.",
        "en": "No names of authors were taken over from an old register.",
        "ru": "Имён авторов из старого реестра здесь нет.",
        "de": "Hier stehen keine Verfassernamen aus einem alten Register.",
        "fr": "Aucun nom d'auteur n'a été repris d'un ancien registre.",
    }


class NoSuchGift(Refusal):
    """Copies are known by their id."""

    code = "publication-no-such-gift"
    status = 422
    text = {
        "az": "Bu nəşrin belə verilmiş nüsxələri yoxdur.",
        "en": "This publication has no such copies on its list.",
        "ru": "Таких переданных экземпляров у издания нет.",
        "de": "Solche Exemplare stehen nicht auf der Liste dieser Publikation.",
        "fr": "Cette publication n'a pas de tels exemplaires sur sa liste.",
    }


class NoSuchPrinting(Refusal):
    """An edition has what was recorded of it."""

    code = "publication-no-such-printing"
    status = 404
    text = {
        "az": "Bu nəşr həmin daşıyıcıda qeyd olunmayıb.",
        "en": "This edition is not recorded in that medium.",
        "ru": "Издание на этом носителе не записано.",
        "de": "Diese Ausgabe ist in diesem Medium nicht erfasst.",
        "fr": "Cette édition n'est pas enregistrée sur ce support.",
    }


class CopiesAreGiven(Refusal):
    """A print run is not smaller than what partners have got of it."""

    code = "publication-copies-are-given"
    text = {
        "az": "Artıq {given} nüsxə verilib; əvvəlcə siyahını düzəldin.",
        "en": "{given} copies are given already; put that list right first.",
        "ru": "Уже передано экземпляров: {given}; сначала исправьте список.",
        "de": "Schon {given} Exemplare sind vergeben; berichtigen Sie zuerst diese Liste.",
        "fr": "{given} exemplaires sont déjà remis ; corrigez d'abord cette liste.",
    }


class NothingWouldBeOut(Refusal):
    """What is published came out in some medium."""

    code = "publication-nothing-would-be-out"
    text = {
        "az": "Çıxmış əsərin heç olmasa bir nəşri qalmalıdır; onu düzəldin.",
        "en": "A work that is out keeps one printing at least; correct it instead.",
        "ru": "У вышедшей работы остаётся хотя бы одно издание; исправьте его.",
        "de": "Was erschienen ist, behält mindestens einen Druck; berichtigen Sie ihn.",
        "fr": "Un ouvrage paru garde au moins un tirage ; corrigez-le plutôt.",
    }
