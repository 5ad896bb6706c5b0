"""Why a trip is not planned or approved so."""

from korpu_chassis.refusals import Notice, Refusal


class TravellerUnknown(Refusal):
    """Only members of staff who are registered are sent abroad."""

    code = "trip-traveller-unknown"
    text = {
        "az": "Bu şəxs əməkdaş kimi qeydiyyatda deyil; ezamiyyətə yalnız əməkdaşlar göndərilir.",
        "en": "This person is not registered as a member of staff; only staff are sent on trips.",
        "ru": "Этот человек не зарегистрирован как сотрудник; в командировки направляют только сотрудников.",
        "de": "Diese Person ist nicht als Mitarbeiter erfasst; nur Mitarbeiter werden auf Dienstreisen geschickt.",
        "fr": "Cette personne n'est pas enregistrée comme membre du personnel ; seul le personnel part en mission.",
    }


class CompanionTwice(Refusal):
    """Everybody travels once."""

    code = "trip-companion-twice"
    status = 422
    text = {
        "az": "Hər iştirakçı bir dəfə göstərilir, ezam olunanın özü isə yol yoldaşı deyil.",
        "en": "Name each companion once, and the traveller not among them.",
        "ru": "Каждый спутник указывается один раз, а сам командированный — не среди них.",
        "de": "Jede Begleitung steht einmal da, und der Reisende nicht unter ihnen.",
        "fr": "Chaque accompagnant est nommé une fois, et le voyageur n'en fait pas partie.",
    }


class LegReversed(Refusal):
    """A leg ends on or after the day on which it begins."""

    code = "trip-leg-reversed"
    status = 422
    text = {
        "az": "Gəliş günü yola düşmə günündən əvvəl ola bilməz.",
        "en": "The day of arrival cannot be before the day of departure.",
        "ru": "День прибытия не может быть раньше дня отъезда.",
        "de": "Der Ankunftstag kann nicht vor dem Abreisetag liegen.",
        "fr": "Le jour d'arrivée ne peut pas précéder celui du départ.",
    }


class LegBeforeLast(Refusal):
    """A leg begins when the one before has ended."""

    code = "trip-leg-before-last"
    status = 422
    text = {
        "az": "Bu hissə əvvəlki hissə {arrives} tarixində bitməmiş başlayır.",
        "en": "This leg begins before the previous one ends on {arrives}.",
        "ru": "Этот отрезок начинается до окончания предыдущего ({arrives}).",
        "de": "Dieser Abschnitt beginnt, bevor der vorige am {arrives} endet.",
        "fr": "Cette étape commence avant la fin de la précédente, le {arrives}.",
    }


class RouteBroken(Refusal):
    """A leg begins where the one before has ended."""

    code = "trip-route-broken"
    status = 422
    text = {
        "az": "Əvvəlki hissə {city} şəhərində bitir; növbəti hissə oradan başlamalıdır.",
        "en": "The previous leg ends in {city}; the next one has to begin there.",
        "ru": "Предыдущий отрезок заканчивается в городе {city}; следующий должен начаться там.",
        "de": "Der vorige Abschnitt endet in {city}; der nächste muss dort beginnen.",
        "fr": "L'étape précédente finit à {city} ; la suivante doit y commencer.",
    }


class NotAbroad(Refusal):
    """A trip leads abroad."""

    code = "trip-not-abroad"
    status = 422
    text = {
        "az": "Marşrutun heç bir hissəsi xaricə aparmır; burada yalnız xarici ezamiyyətlər qeyd olunur.",
        "en": "No leg leads abroad; only trips abroad are kept here.",
        "ru": "Ни один отрезок не ведёт за границу; здесь ведутся только зарубежные командировки.",
        "de": "Kein Abschnitt führt ins Ausland; hier werden nur Auslandsreisen geführt.",
        "fr": "Aucune étape ne mène à l'étranger ; seules les missions à l'étranger sont tenues ici.",
    }


class FirstDayPassed(Refusal):
    """Leave to travel is asked for before one leaves."""

    code = "trip-first-day-passed"
    text = {
        "az": "İlk gün ({starts}) artıq keçib; marşrutun tarixlərini dəyişin.",
        "en": "The first day, {starts}, has passed; change the dates of the route.",
        "ru": "Первый день ({starts}) уже прошёл; измените даты маршрута.",
        "de": "Der erste Tag ({starts}) ist vorbei; bitte die Reisedaten ändern.",
        "fr": "Le premier jour, le {starts}, est passé ; changez les dates de l'itinéraire.",
    }


class TripsOverlap(Refusal):
    """Nobody is on two trips at once."""

    code = "trip-overlaps"
    text = {
        "az": "İştirakçılardan birinin bu müddətdə başqa ezamiyyəti var: {other}, {first} – {last}.",
        "en": "One of the travellers is on another trip in this time: {other}, {first} to {last}.",
        "ru": "У одного из участников в это время другая командировка: {other}, {first} – {last}.",
        "de": "Jemand von den Reisenden ist dann auf einer anderen Dienstreise: {other}, {first} bis {last}.",
        "fr": "L'un des voyageurs est alors en mission ailleurs : {other}, du {first} au {last}.",
    }


class OwnTrip(Refusal):
    """Whoever travels, wrote the request or submitted it does not approve it."""

    code = "trip-own-approval"
    text = {
        "az": "Ezam olunan, sorğunu yazan və ya təqdim edən şəxs onu təsdiq edə bilməz.",
        "en": "Whoever travels, wrote this request or submitted it cannot approve it.",
        "ru": "Кто едет, составил или подал заявку, тот её не утверждает.",
        "de": "Wer reist, den Antrag schrieb oder einreichte, kann ihn nicht genehmigen.",
        "fr": "Qui voyage, a rédigé ou soumis cette demande ne peut pas l'approuver.",
    }


class NotYourApproval(Refusal):
    """The yes of this office is not the one that is missing."""

    code = "trip-approval-not-yours"
    text = {
        "az": "Bu ezamiyyətə başqa razılıq lazımdır: {needed}.",
        "en": "This trip waits for another approval: {needed}.",
        "ru": "Эта командировка ждёт другого согласования: {needed}.",
        "de": "Diese Dienstreise wartet auf eine andere Genehmigung: {needed}.",
        "fr": "Cette mission attend une autre approbation : {needed}.",
    }


class OrderMissing(Refusal):
    """A trip is approved by an order."""

    code = "trip-order-missing"
    status = 422
    text = {
        "az": "Son razılıq əmrin nömrəsi və tarixi ilə birlikdə verilir.",
        "en": "The last approval names the number and the day of the order.",
        "ru": "Последнее согласование указывает номер и дату приказа.",
        "de": "Die letzte Genehmigung nennt Nummer und Tag der Anordnung.",
        "fr": "La dernière approbation indique le numéro et la date de l'ordre.",
    }


class OrderInFuture(Refusal):
    """An order is not of a day to come."""

    code = "trip-order-in-future"
    status = 422
    text = {
        "az": "Əmrin tarixi ({on}) hələ gəlməyib.",
        "en": "The day of the order, {on}, has not come yet.",
        "ru": "Дата приказа ({on}) ещё не наступила.",
        "de": "Der Tag der Anordnung ({on}) ist noch nicht gekommen.",
        "fr": "La date de l'ordre, le {on}, n'est pas encore arrivée.",
    }


class JustificationMissing(Refusal):
    """Whoever goes where the risk is high says why."""

    code = "trip-justification-missing"
    status = 422
    text = {
        "az": "Marşrutda riski yüksək olan ölkə var; səfərin niyə zəruri olduğunu yazın.",
        "en": "The route leads to a country of high risk; write why the trip is necessary.",
        "ru": "Маршрут ведёт в страну с высоким риском; напишите, почему поездка необходима.",
        "de": "Der Weg führt in ein Land mit hohem Risiko; bitte schreiben, warum die Reise nötig ist.",
        "fr": "L'itinéraire mène dans un pays à haut risque ; écrivez pourquoi la mission est nécessaire.",
    }


class LinkUnknown(Refusal):
    """What a trip rests on is known here."""

    code = "trip-link-unknown"
    text = {
        "az": "Bu qeyd burada hələ məlum deyil. Təzəcə yaradılıbsa, bir azdan yenidən cəhd edin.",
        "en": "This is not known here. If it was made just now, try again in a moment.",
        "ru": "Это здесь неизвестно. Если оно только что создано, повторите чуть позже.",
        "de": "Das ist hier nicht bekannt. Ist es ganz neu, bitte gleich noch einmal.",
        "fr": "Cela n'est pas connu ici. Si cela vient d'être créé, réessayez bientôt.",
    }


class CoverMissing(Notice):
    """Nobody is named who teaches meanwhile."""

    code = "trip-cover-missing"
    text = {
        "az": "Bu müddətdə dərsləri kimin aparacağı göstərilməyib.",
        "en": "Nobody is named to take over the teaching meanwhile.",
        "ru": "Не указано, кто в это время ведёт занятия.",
        "de": "Es ist niemand genannt, der inzwischen unterrichtet.",
        "fr": "Personne n'est désigné pour assurer les cours pendant ce temps.",
    }


class InsuranceMissing(Notice):
    """The traveller is not insured to the last day."""

    code = "trip-insurance-missing"
    text = {
        "az": "Səfərin son gününədək ({ends}) qüvvədə olan sığorta qeyd olunmayıb.",
        "en": "No insurance is recorded that is valid to the last day, {ends}.",
        "ru": "Не записана страховка, действующая до последнего дня ({ends}).",
        "de": "Es ist keine Versicherung bis zum letzten Tag ({ends}) vermerkt.",
        "fr": "Aucune assurance valable jusqu'au dernier jour, le {ends}, n'est enregistrée.",
    }


class PartnerResting(Notice):
    """The organisation that invites is suspended or archived."""

    code = "trip-partner-resting"
    text = {
        "az": "Dəvət edən təşkilat hazırda fəal deyil (vəziyyəti: {partner_status}).",
        "en": "The organisation that invites is not active at present (it is {partner_status}).",
        "ru": "Приглашающая организация сейчас не активна (состояние: {partner_status}).",
        "de": "Die einladende Einrichtung ist zurzeit nicht aktiv (Zustand: {partner_status}).",
        "fr": "L'organisation qui invite n'est pas active actuellement (état : {partner_status}).",
    }
