"""Why an admission does not go on to the next step."""

from korpu_chassis.refusals import Refusal


class AdmissionInFuture(Refusal):
    """What is recorded has happened."""

    code = "admission-day-in-future"
    status = 422
    text = {
        "az": "{on} hələ gəlməyib; yalnız baş vermiş hadisə yazılır.",
        "en": "{on} is still to come; only what has happened is written down.",
        "ru": "{on} ещё не наступило; записывают только то, что произошло.",
        "de": "Der {on} liegt noch vor uns; eingetragen wird nur, was geschehen ist.",
        "fr": "Le {on} est à venir ; on n'inscrit que ce qui a eu lieu.",
    }


class AdmissionTwice(Refusal):
    """One person is admitted once to a programme in a year."""

    code = "admission-twice"
    text = {
        "az": "Bu şəxsin həmin proqrama bu tədris ili üçün qəbulu artıq aparılır: {other}.",
        "en": "This person's admission to the programme in that year is already under way: {other}.",
        "ru": "Приём этого человека на программу в этом году уже ведётся: {other}.",
        "de": "Die Zulassung dieser Person zu dem Programm in diesem Jahr läuft schon: {other}.",
        "fr": "L'admission de cette personne à ce programme pour cette année est déjà en cours : {other}.",
    }


class PortalNumberTaken(Refusal):
    """A number of the national portal belongs to one application."""

    code = "admission-portal-number-taken"
    text = {
        "az": "Portaldakı bu nömrə başqa qəbula aiddir.",
        "en": "This number in the portal belongs to another admission.",
        "ru": "Этот номер на портале относится к другому приёму.",
        "de": "Diese Nummer im Portal gehört zu einer anderen Zulassung.",
        "fr": "Ce numéro du portail appartient à une autre admission.",
    }


class CitizenshipUnfit(Refusal):
    """Admissions are for citizens of other states, whose citizenship is known."""

    code = "admission-citizenship-unfit"
    text = {
        "az": "Şəxsin xarici vətəndaşlığı qeyd olunmayıb; əvvəlcə şəxsin məlumatını düzəldin.",
        "en": "No foreign citizenship is recorded for this person; correct the person's data first.",
        "ru": "У этого человека не указано иностранное гражданство; сначала исправьте его данные.",
        "de": "Für diese Person ist keine ausländische Staatsangehörigkeit erfasst; berichtigen Sie zuerst ihre Daten.",
        "fr": "Aucune nationalité étrangère n'est enregistrée pour cette personne ; corrigez d'abord ses données.",
    }


class EducationCountryMissing(Refusal):
    """Statistics count by the country of prior education, and recognition depends on it."""

    code = "admission-education-country-missing"
    text = {
        "az": "Əvvəlki təhsilin ölkəsi məlum deyil; əvvəlcə şəxsin məlumatını tamamlayın.",
        "en": "The country of prior education is not known; complete the person's data first.",
        "ru": "Страна предыдущего образования неизвестна; сначала дополните данные человека.",
        "de": "Das Land der Vorbildung ist nicht bekannt; ergänzen Sie zuerst die Daten der Person.",
        "fr": "Le pays des études antérieures est inconnu ; complétez d'abord les données de la personne.",
    }


class EducationNotRecognised(Refusal):
    """A foreign diploma is recognised before a place is offered (Cabinet decision 64 of 2003)."""

    code = "admission-not-recognised"
    text = {
        "az": "Xaricdə alınmış təhsil hələ tanınmayıb; əvvəlcə tanınmaya göndərin.",
        "en": "The education abroad has not been recognised yet; send it for recognition first.",
        "ru": "Зарубежное образование ещё не признано; сначала отправьте его на признание.",
        "de": "Die ausländische Vorbildung ist noch nicht anerkannt; geben Sie sie zuerst zur Anerkennung.",
        "fr": "Les études faites à l'étranger ne sont pas encore reconnues ; demandez d'abord leur reconnaissance.",
    }


class RecognitionNotNeeded(Refusal):
    """What was learnt in Azerbaijan needs no recognition."""

    code = "admission-recognition-not-needed"
    text = {
        "az": "Əvvəlki təhsil Azərbaycanda alınıb; tanınmaya ehtiyac yoxdur.",
        "en": "The prior education was in Azerbaijan; it needs no recognition.",
        "ru": "Предыдущее образование получено в Азербайджане; признание не требуется.",
        "de": "Die Vorbildung stammt aus Aserbaidschan; sie braucht keine Anerkennung.",
        "fr": "Les études antérieures ont été faites en Azerbaïdjan ; aucune reconnaissance n'est nécessaire.",
    }


class OfferOutOfReach(Refusal):
    """The last day to answer an offer is today or later."""

    code = "admission-offer-out-of-reach"
    status = 422
    text = {
        "az": "Cavabın son günü ({until}) keçib; bu gündən başlayan bir gün seçin.",
        "en": "The last day to answer ({until}) has passed; choose today or later.",
        "ru": "Последний день ответа ({until}) прошёл; выберите сегодня или позже.",
        "de": "Der letzte Tag für die Antwort ({until}) ist vorbei; wählen Sie heute oder später.",
        "fr": "Le dernier jour pour répondre ({until}) est passé ; choisissez aujourd'hui ou plus tard.",
    }


class OfferOver(Refusal):
    """An offer is taken until the end of its last day."""

    code = "admission-offer-over"
    text = {
        "az": "Təklifin müddəti {until} tarixində bitib.",
        "en": "The offer ended on {until}.",
        "ru": "Срок предложения истёк {until}.",
        "de": "Das Angebot galt bis zum {until}.",
        "fr": "L'offre a pris fin le {until}.",
    }


class NotHere(Refusal):
    """Who has not arrived is not enrolled."""

    code = "admission-not-arrived"
    text = {
        "az": "Gəliş hələ qeyd olunmayıb; əvvəlcə onu yazın.",
        "en": "No arrival has been recorded yet; record it first.",
        "ru": "Прибытие ещё не записано; сначала запишите его.",
        "de": "Es ist noch keine Ankunft eingetragen; tragen Sie sie zuerst ein.",
        "fr": "Aucune arrivée n'est encore inscrite ; inscrivez-la d'abord.",
    }


class EndWithoutReason(Refusal):
    """Who is expelled or leaves can read why."""

    code = "admission-end-without-reason"
    status = 422
    text = {
        "az": "Səbəbi yazın; tələbə onu oxuyacaq.",
        "en": "Say why; the student reads it.",
        "ru": "Укажите причину; студент её прочтёт.",
        "de": "Nennen Sie den Grund; die Studierenden lesen ihn.",
        "fr": "Indiquez le motif ; l'étudiant le lira.",
    }


class EndNotOpen(Refusal):
    """Only who studies graduates, and only a student is expelled."""

    code = "admission-end-not-open"
    text = {
        "az": "İndiki vəziyyətdə təhsil belə başa çata bilməz; yalnız oxuyan məzun olur.",
        "en": "As things stand the studies cannot end so: only who studies graduates, and only a student is expelled.",
        "ru": "В нынешнем положении обучение так завершить нельзя: выпускается только тот, кто учится.",
        "de": "So kann das Studium jetzt nicht enden: einen Abschluss macht nur, wer studiert.",
        "fr": "Les études ne peuvent se terminer ainsi : seul celui qui étudie obtient son diplôme.",
    }
