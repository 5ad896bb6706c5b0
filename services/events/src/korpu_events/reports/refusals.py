"""Why something that is asked of a report is refused."""

from korpu_chassis.refusals import Refusal


class TemplateOutOfUse(Refusal):
    """Reports are requested by templates that are in use."""

    code = "report-template-is-retired"
    text = {
        "az": "Bu şablon artıq istifadə olunmur; istifadədə olanı seçin.",
        "en": "This template is retired; choose one that is in use.",
        "ru": "Этот шаблон больше не используется; выберите действующий.",
        "de": "Diese Vorlage wird nicht mehr benutzt; wählen Sie eine andere.",
        "fr": "Ce modèle n'est plus utilisé ; choisissez-en un autre.",
    }


class ReportRequestedAlready(Refusal):
    """A period is accounted for once by each template; corrections are restatements."""

    code = "report-requested-already"
    text = {
        "az": "Bu şablonla həmin dövr üçün hesabat artıq istənilib; düzəliş dəqiqləşdirmə ilə edilir.",
        "en": "A report on this period by this template is there already; correct it by a restatement.",
        "ru": "Отчёт за этот период по этому шаблону уже запрошен; исправление вносится уточнением.",
        "de": "Zu diesem Zeitraum gibt es nach dieser Vorlage schon einen Bericht; berichtigen Sie ihn.",
        "fr": "Un rapport sur cette période existe déjà selon ce modèle ; corrigez-le par une rectification.",
    }


class ReportPeriodEmpty(Refusal):
    """A period ends after it has begun."""

    code = "report-period-empty"
    status = 422
    text = {
        "az": "Dövrün sonu əvvəlindən qabaqdır.",
        "en": "The period ends before it begins.",
        "ru": "Период заканчивается раньше, чем начинается.",
        "de": "Der Zeitraum endet, bevor er beginnt.",
        "fr": "La période finit avant de commencer.",
    }


class UnitAskedTwice(Refusal):
    """Each unit has one part."""

    code = "report-unit-twice"
    status = 422
    text = {
        "az": "Bu bölmə siyahıda artıq var.",
        "en": "This unit is on the list already.",
        "ru": "Это подразделение уже есть в списке.",
        "de": "Diese Einheit steht schon auf der Liste.",
        "fr": "Cette unité figure déjà sur la liste.",
    }


class ReportDueInThePast(Refusal):
    """Units need time for their part."""

    code = "report-due-in-the-past"
    status = 422
    text = {
        "az": "{due} artıq keçib; gələcək bir gün seçin.",
        "en": "{due} has passed; choose a day to come.",
        "ru": "{due} уже прошло; выберите будущий день.",
        "de": "Der {due} ist vorbei; wählen Sie einen kommenden Tag.",
        "fr": "Le {due} est passé ; choisissez un jour à venir.",
    }


class UnitPartsMissing(Refusal):
    """A report holds what its units said, or says that it goes without some of them and why."""

    code = "report-parts-missing"
    text = {
        "az": "Bu bölmələrin hissəsi hələ qəbul edilməyib: {units}. Onlarsız davam etmək üçün səbəb yazın.",
        "en": "The parts of these units are not accepted yet: {units}. To go on without them, name them and say why.",
        "ru": "Части этих подразделений ещё не приняты: {units}. Чтобы продолжить без них, укажите причину.",
        "de": "Die Teile dieser Einheiten sind noch nicht angenommen: {units}. Um ohne sie fortzufahren, nennen Sie "
        "sie und den Grund.",
        "fr": "Les parties de ces unités ne sont pas encore acceptées : {units}. Pour continuer sans elles, nommez-les "
        "et dites pourquoi.",
    }


class FreezingDayOutOfReach(Refusal):
    """Figures of a period are complete when it is over, and nobody knows those of tomorrow."""

    code = "report-as-of-out-of-reach"
    status = 422
    text = {
        "az": "Göstəricilər {first} ilə {last} arasındakı bir günə görə dondurulur.",
        "en": "Figures are frozen as of a day from {first} to {last}.",
        "ru": "Показатели фиксируются на день с {first} по {last}.",
        "de": "Zahlen werden zu einem Tag vom {first} bis {last} festgeschrieben.",
        "fr": "Les chiffres sont figés à une date comprise entre le {first} et le {last}.",
    }


class FiguresNotFrozen(Refusal):
    """What is published never changes, so its figures are frozen before."""

    code = "report-figures-not-frozen"
    text = {
        "az": "Göstəricilər hələ dondurulmayıb; bir azdan yenidən yoxlayın.",
        "en": "The figures are not frozen yet; try again in a moment.",
        "ru": "Показатели ещё не зафиксированы; попробуйте чуть позже.",
        "de": "Die Zahlen sind noch nicht festgeschrieben; versuchen Sie es gleich noch einmal.",
        "fr": "Les chiffres ne sont pas encore figés ; réessayez dans un instant.",
    }


class FiguresRefused(Refusal):
    """An indicator of the template is not known: it is put right before figures are frozen."""

    code = "report-figures-refused"
    text = {
        "az": "Şablondakı bəzi göstəricilər məlum deyil; şablonu düzəldib hesabatı yenidən yekunlaşdırın.",
        "en": "Some indicators of the template are not known; mend the template and consolidate again.",
        "ru": "Некоторые показатели шаблона неизвестны; исправьте шаблон и сведите отчёт заново.",
        "de": "Einige Indikatoren der Vorlage sind unbekannt; berichtigen Sie die Vorlage und führen Sie neu zusammen.",
        "fr": "Des indicateurs du modèle sont inconnus ; corrigez le modèle et consolidez à nouveau.",
    }


class NothingToPublish(Refusal):
    """Figures are published once."""

    code = "report-nothing-to-publish"
    text = {
        "az": "Dərc olunmamış yeni göstərici yoxdur.",
        "en": "There are no new figures to publish.",
        "ru": "Новых неопубликованных показателей нет.",
        "de": "Es gibt keine neuen Zahlen zu veröffentlichen.",
        "fr": "Il n'y a pas de nouveaux chiffres à publier.",
    }


class PublisherConsolidated(Refusal):
    """Two people have looked at what the office publishes."""

    code = "report-publisher-consolidated"
    text = {
        "az": "Göstəriciləri siz yekunlaşdırmısınız; hesabatı başqası dərc edir.",
        "en": "You consolidated these figures yourself; somebody else publishes them.",
        "ru": "Вы сами свели эти показатели; публикует другой.",
        "de": "Sie haben diese Zahlen selbst zusammengeführt; jemand anderes veröffentlicht sie.",
        "fr": "Vous avez consolidé ces chiffres vous-même ; une autre personne les publie.",
    }


class ReportGoesOn(Refusal):
    """A unit's part moves as long as the report is not consolidated."""

    code = "report-not-collecting"
    text = {
        "az": "Hesabat artıq yekunlaşdırılıb; bölmənin hissəsini dəyişmək üçün əvvəlcə onu yenidən açın.",
        "en": "The report is consolidated; reopen it before a unit's part is changed.",
        "ru": "Отчёт уже сведён; чтобы изменить часть подразделения, сначала откройте его снова.",
        "de": "Der Bericht ist zusammengeführt; öffnen Sie ihn wieder, bevor ein Teil geändert wird.",
        "fr": "Le rapport est consolidé ; rouvrez-le avant de modifier la partie d'une unité.",
    }
