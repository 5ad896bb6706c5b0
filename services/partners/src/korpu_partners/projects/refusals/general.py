"""Why something that is asked of a joint project is refused."""

from korpu_chassis.refusals import Refusal


class ConsortiumWrong(Refusal):
    """The consortium has our university once, each partner once, and one coordinator at most."""

    code = "project-consortium-wrong"
    status = 422
    text = {
        "az": "Tərkibdə universitetimiz bir dəfə, hər tərəfdaş bir dəfə və ən çoxu bir koordinator olmalıdır.",
        "en": "Name our university once (`us`), each registered partner once, and one coordinator at most.",
        "ru": "Укажите наш университет один раз (`us`), каждого партнёра один раз и не более одного координатора.",
        "de": "Nennen Sie unsere Universität einmal (`us`), jeden Partner einmal und höchstens einen Koordinator.",
        "fr": "Citez notre université une fois (`us`), chaque partenaire une fois et un coordinateur au plus.",
    }


class BudgetDoesNotAddUp(Refusal):
    """The shares of the partners are part of the budget."""

    code = "project-budget-does-not-add-up"
    status = 422
    text = {
        "az": "Payların cəmi ({shares}) büdcədən ({budget}) çoxdur və ya valyutalar fərqlidir.",
        "en": "The shares ({shares}) are more than the budget ({budget}), or in another currency.",
        "ru": "Сумма долей ({shares}) больше бюджета ({budget}) или валюты различаются.",
        "de": "Die Anteile ({shares}) übersteigen das Budget ({budget}) oder haben eine andere Währung.",
        "fr": "Les parts ({shares}) dépassent le budget ({budget}) ou sont dans une autre monnaie.",
    }


class EndsBeforeItStarts(Refusal):
    """A project ends after it has started."""

    code = "project-ends-before-it-starts"
    status = 422
    text = {
        "az": "Bitmə tarixi ({ends}) başlanğıcdan ({starts}) sonra olmalıdır.",
        "en": "The end ({ends}) must be after the start ({starts}).",
        "ru": "Окончание ({ends}) должно быть позже начала ({starts}).",
        "de": "Das Ende ({ends}) muss nach dem Anfang ({starts}) liegen.",
        "fr": "La fin ({ends}) doit suivre le début ({starts}).",
    }


class FunderUnclear(Refusal):
    """The funder is one registered organisation, or one name."""

    code = "project-funder-unclear"
    status = 422
    text = {
        "az": "Maliyyələşdirəni ya təşkilat, ya da ad kimi göstərin.",
        "en": "Name the funder either as a registered organisation or by its name.",
        "ru": "Укажите фонд либо как организацию, либо по названию.",
        "de": "Nennen Sie den Geldgeber entweder als Organisation oder mit Namen.",
        "fr": "Indiquez le bailleur soit comme organisation, soit par son nom.",
    }


class NoFinalReport(Refusal):
    """The funder wants one final report."""

    code = "project-final-report-once"
    status = 422
    text = {
        "az": "Bir yekun hesabat olmalıdır.",
        "en": "Name exactly one final report with its due date.",
        "ru": "Должен быть ровно один итоговый отчёт.",
        "de": "Nennen Sie genau einen Schlussbericht.",
        "fr": "Indiquez exactement un rapport final.",
    }


class ProposalIncomplete(Refusal):
    """A proposal says with whom, for what call, for how much and until when."""

    code = "project-proposal-incomplete"
    text = {
        "az": "Təklif üçün çatışmır: {missing}.",
        "en": "The proposal still lacks: {missing}.",
        "ru": "Для заявки не хватает: {missing}.",
        "de": "Dem Antrag fehlt noch: {missing}.",
        "fr": "Il manque à la proposition : {missing}.",
    }


class ProposerIsAuthor(Refusal):
    """Who wrote a proposal does not approve it."""

    code = "project-proposer-is-author"
    status = 403
    text = {
        "az": "Təklifi yazan onu təsdiq edə bilməz.",
        "en": "Whoever wrote the proposal cannot approve that it is sent.",
        "ru": "Автор заявки не может одобрить её отправку.",
        "de": "Wer den Antrag verfasst hat, kann ihn nicht freigeben.",
        "fr": "L'auteur de la proposition ne peut pas en approuver l'envoi.",
    }


class ConsentOfFunderMissing(Refusal):
    """A grant is changed with the funder's consent alone."""

    code = "project-consent-missing"
    status = 422
    text = {
        "az": "Qrant yalnız maliyyələşdirənin razılığı ilə dəyişir; razılığın harada yazıldığını `reason`-da göstərin.",
        "en": "A grant is changed with the funder's consent alone; say in `reason` where it is written.",
        "ru": "Грант меняется только с согласия спонсора; укажите в `reason`, где оно записано.",
        "de": "Eine Förderung ändert sich nur mit Zustimmung des Förderers; nennen Sie in `reason`, wo sie steht.",
        "fr": "Une subvention ne change qu'avec l'accord du bailleur ; dites dans `reason` où il est écrit.",
    }


class GrantNumberTaken(Refusal):
    """A funder gives each grant number once."""

    code = "project-grant-number-taken"
    text = {
        "az": "Bu maliyyələşdirənin bu qrant nömrəsi artıq başqa layihəyə məxsusdur: {project}.",
        "en": "This grant number of this funder belongs to another project: {project}.",
        "ru": "Этот номер гранта уже принадлежит другому проекту: {project}.",
        "de": "Diese Fördernummer gehört zu einem anderen Projekt: {project}.",
        "fr": "Ce numéro de subvention appartient à un autre projet : {project}.",
    }


class ProjectDatedInTheFuture(Refusal):
    """What is recorded has happened."""

    code = "project-dated-in-the-future"
    status = 422
    text = {
        "az": "Tarix ({on}) gələcəkdədir; yalnız baş vermiş iş qeyd olunur.",
        "en": "The date ({on}) is in the future; only what has happened is recorded.",
        "ru": "Дата ({on}) — в будущем; записывается только то, что произошло.",
        "de": "Das Datum ({on}) liegt in der Zukunft; nur Geschehenes wird erfasst.",
        "fr": "La date ({on}) est dans le futur ; on n'enregistre que ce qui a eu lieu.",
    }


class ReportDueInThePast(Refusal):
    """A report is due today or later."""

    code = "project-report-due-in-the-past"
    status = 422
    text = {
        "az": "Hesabatın tarixi ({due}) keçib.",
        "en": "The due day of the report ({due}) is over; choose today or later.",
        "ru": "Срок отчёта ({due}) уже прошёл; выберите сегодня или позже.",
        "de": "Der Termin des Berichts ({due}) ist vorbei; wählen Sie heute oder später.",
        "fr": "L'échéance du rapport ({due}) est passée ; choisissez aujourd'hui ou plus tard.",
    }


class OutsideTheGrant(Refusal):
    """A project runs within the days of its grant."""

    code = "project-outside-the-grant"
    status = 422
    text = {
        "az": "{on} qrantın müddətindən ({starts} – {ends}) kənardadır.",
        "en": "{on} is outside the days of the grant ({starts} – {ends}).",
        "ru": "{on} вне срока гранта ({starts} – {ends}).",
        "de": "{on} liegt außerhalb der Förderzeit ({starts} – {ends}).",
        "fr": "{on} est hors de la période de la subvention ({starts} – {ends}).",
    }


class MemberTwice(Refusal):
    """Nobody is in a project twice at one time."""

    code = "project-member-twice"
    text = {
        "az": "Bu şəxs həmin müddətdə artıq layihədədir.",
        "en": "This person is in the project in that time already.",
        "ru": "Этот человек уже участвует в проекте в это время.",
        "de": "Diese Person ist in dieser Zeit schon im Projekt.",
        "fr": "Cette personne participe déjà au projet à cette période.",
    }


class UnknownMember(Refusal):
    """Only who is in the project can leave it."""

    code = "project-member-unknown"
    status = 404
    text = {
        "az": "Belə iştirakçı yoxdur.",
        "en": "There is no such member in the project.",
        "ru": "Такого участника в проекте нет.",
        "de": "Ein solches Mitglied hat das Projekt nicht.",
        "fr": "Ce membre n'existe pas dans le projet.",
    }


class OutputTwice(Refusal):
    """An output is recorded once."""

    code = "project-output-twice"
    text = {
        "az": "Bu DOI ilə nəticə artıq qeyd olunub.",
        "en": "An output with this DOI is recorded already.",
        "ru": "Результат с этим DOI уже записан.",
        "de": "Ein Ergebnis mit dieser DOI ist schon erfasst.",
        "fr": "Un résultat avec ce DOI est déjà enregistré.",
    }


class UnknownOutput(Refusal):
    """The output is one that was recorded."""

    code = "project-output-unknown"
    status = 404
    text = {
        "az": "Layihənin belə nəticəsi qeyd olunmayıb.",
        "en": "No such output of the project is recorded.",
        "ru": "Такого результата у проекта не записано.",
        "de": "Ein solches Ergebnis des Projekts ist nicht erfasst.",
        "fr": "Aucun résultat de ce genre n'est enregistré pour le projet.",
    }


class UnknownReport(Refusal):
    """The report is one that the funder wants."""

    code = "project-report-unknown"
    status = 404
    text = {
        "az": "Belə hesabat yoxdur.",
        "en": "There is no such report in the project.",
        "ru": "Такого отчёта в проекте нет.",
        "de": "Einen solchen Bericht hat das Projekt nicht.",
        "fr": "Ce rapport n'existe pas dans le projet.",
    }


class ReportNotWaiting(Refusal):
    """A report is submitted once, and judged after that."""

    code = "project-report-not-waiting"
    text = {
        "az": "Hesabat bu addımı gözləmir.",
        "en": "The report does not wait for this step: submit it first, judge it once.",
        "ru": "Отчёт не ждёт этого шага.",
        "de": "Der Bericht wartet nicht auf diesen Schritt.",
        "fr": "Le rapport n'attend pas cette étape.",
    }


class ReportsMissing(Refusal):
    """The final report comes after the interim ones."""

    code = "project-reports-missing"
    text = {
        "az": "Əvvəlcə {count} aralıq hesabat təqdim olunmalıdır.",
        "en": "{count} interim reports are still to be submitted before the final one.",
        "ru": "Сначала нужно сдать промежуточные отчёты: {count}.",
        "de": "Vor dem Schlussbericht fehlen noch {count} Zwischenberichte.",
        "fr": "Il manque encore {count} rapports intermédiaires avant le rapport final.",
    }


class ReportNotAccepted(Refusal):
    """A project closes when its funder has accepted every report."""

    code = "project-report-not-accepted"
    text = {
        "az": "Layihə bütün hesabatlar qəbul edildikdən sonra bağlanır.",
        "en": "The project closes when every report is accepted.",
        "ru": "Проект закрывается, когда приняты все отчёты.",
        "de": "Das Projekt wird geschlossen, wenn alle Berichte angenommen sind.",
        "fr": "Le projet se clôt quand tous les rapports sont acceptés.",
    }


class WithoutOutputs(Refusal):
    """Nothing closes without its output, or the reason why there is none."""

    code = "project-without-outputs"
    text = {
        "az": "Nəticələri qeyd edin və ya `no_outputs` sahəsində səbəbi yazın.",
        "en": "Record the outputs, or say in `no_outputs` why there are none.",
        "ru": "Запишите результаты или укажите причину их отсутствия в `no_outputs`.",
        "de": "Erfassen Sie die Ergebnisse oder nennen Sie in `no_outputs`, warum es keine gibt.",
        "fr": "Enregistrez les résultats ou dites dans `no_outputs` pourquoi il n'y en a pas.",
    }
