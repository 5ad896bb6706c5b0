"""Suspension and termination: what is recorded of them, and the notice that is owed."""

from korpu_chassis.refusals import Refusal


class NoticeTooShort(Refusal):
    """A termination takes effect after the notice period, unless both sides want it."""

    code = "agreement-notice-too-short"
    text = {
        "az": "Bildiriş müddətinə görə ən tez tarix: {earliest}.",
        "en": "With the notice period it can take effect on {earliest} at the earliest.",
        "ru": "С учётом срока уведомления — не раньше {earliest}.",
        "de": "Mit der Kündigungsfrist frühestens wirksam am {earliest}.",
        "fr": "Compte tenu du préavis, au plus tôt le {earliest}.",
    }


class EndsBeforeThat(Refusal):
    """A termination takes effect before the agreement would have ended anyway."""

    code = "agreement-ends-before-that"
    text = {
        "az": "Sənəd həmin tarixə qədər onsuz da bitir ({ends}).",
        "en": "The agreement ends before that anyway ({ends}).",
        "ru": "Документ и так заканчивается раньше ({ends}).",
        "de": "Der Vertrag endet ohnehin vorher ({ends}).",
        "fr": "L'accord prend fin avant de toute façon ({ends}).",
    }


class TerminationGiven(Refusal):
    """Notice of termination is given once."""

    code = "agreement-termination-given"
    text = {
        "az": "Xitam bildirişi artıq verilib; qüvvəyə minir: {effective}.",
        "en": "Termination has already been given; it takes effect on {effective}.",
        "ru": "Уведомление о расторжении уже дано; вступает в силу {effective}.",
        "de": "Die Kündigung ist schon erklärt; sie wirkt ab {effective}.",
        "fr": "La résiliation est déjà notifiée ; elle prend effet le {effective}.",
    }


class NoNotice(Refusal):
    """What is withdrawn was given before."""

    code = "agreement-no-notice"
    text = {
        "az": "Xitam bildirişi verilməyib; geri götürüləcək bir şey yoxdur.",
        "en": "No notice of termination was given; there is nothing to withdraw.",
        "ru": "Уведомление о расторжении не подавалось; отзывать нечего.",
        "de": "Es wurde nicht gekündigt; es gibt nichts zurückzunehmen.",
        "fr": "Aucune résiliation n'a été notifiée ; il n'y a rien à retirer.",
    }


class EndsByNotice(Refusal):
    """What ends by notice is renewed or amended for a reason alone."""

    code = "agreement-ends-by-notice"
    text = {
        "az": "Xitam bildirişi verilib, sənəd {effective} tarixində qüvvədən düşür; davam etmək üçün səbəb yazın.",
        "en": "Notice was given and it ends on {effective}; withdraw the notice, or give the reason.",
        "ru": "Дано уведомление, документ прекращается {effective}; отзовите его или укажите причину.",
        "de": "Der Vertrag ist zum {effective} gekündigt; nehmen Sie das zurück oder nennen Sie den Grund.",
        "fr": "L'accord est dénoncé au {effective} ; retirez la résiliation ou indiquez pourquoi malgré tout.",
    }
