"""Why a stay does not fit the days on which its agreement binds."""

from korpu_chassis.refusals import Notice, Refusal


class AfterTermination(Refusal):
    """Notice of termination was given: a stay is over before the day on which it takes effect."""

    code = "mobility-after-termination"
    text = {
        "az": "Müqaviləyə xitam bildirişi verilib; {terminates_on} tarixindən etibarən mobillik planlaşdırıla bilməz.",
        "en": "Notice was given: the agreement ends on {terminates_on}. Plan the stay to be over before that day.",
        "ru": "Дано уведомление о расторжении с {terminates_on}; поездка должна закончиться до этого дня.",
        "de": "Die Vereinbarung ist zum {terminates_on} gekündigt; der Aufenthalt muss vorher enden.",
        "fr": "L'accord est dénoncé au {terminates_on} ; le séjour doit s'achever avant ce jour.",
    }


class BeginsAfterAgreement(Refusal):
    """A stay begins while its agreement binds, unless the agreement goes on."""

    code = "mobility-begins-after-agreement"
    text = {
        "az": "Müqavilə {ends} tarixində bitir; ondan sonra başlayan mobillik üçün yenilənmiş müqavilə lazımdır.",
        "en": "The agreement's last day is {ends}; a stay that begins later needs the agreement that follows it.",
        "ru": "Последний день соглашения — {ends}; для более поздней поездки нужно следующее соглашение.",
        "de": "Die Vereinbarung endet am {ends}; ein späterer Aufenthalt braucht die folgende Vereinbarung.",
        "fr": "L'accord prend fin le {ends} ; un séjour ultérieur relève de l'accord qui lui succède.",
    }


class EndsAfterAgreement(Notice):
    """The stay is planned beyond the agreement's last day."""

    code = "mobility-ends-after-agreement"
    text = {
        "az": "Mobillik müqavilənin son günündən ({ends}) sonra da davam edir.",
        "en": "The stay goes on after the agreement's last day, {ends}.",
        "ru": "Поездка продолжается после последнего дня соглашения ({ends}).",
        "de": "Der Aufenthalt dauert über den letzten Tag der Vereinbarung ({ends}) hinaus.",
        "fr": "Le séjour se poursuit après le dernier jour de l'accord ({ends}).",
    }


class AgreementTerminating(Notice):
    """Notice of termination was given, and the stay is over before it takes effect."""

    code = "mobility-agreement-terminating"
    text = {
        "az": "Müqaviləyə xitam bildirişi verilib; o, {terminates_on} tarixində qüvvədən düşür.",
        "en": "Notice of termination was given: the agreement ends on {terminates_on}.",
        "ru": "Дано уведомление о расторжении: соглашение прекращается {terminates_on}.",
        "de": "Die Vereinbarung ist gekündigt und endet am {terminates_on}.",
        "fr": "L'accord a été dénoncé et prend fin le {terminates_on}.",
    }


AGREEMENT_END_REFUSALS = (AfterTermination, BeginsAfterAgreement)
