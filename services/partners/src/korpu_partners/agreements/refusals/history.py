"""Entering agreements that were signed before: as facts of the past, which remind nobody late."""

from korpu_chassis.refusals import Refusal


class NotOfThePast(Refusal):
    """Only what was entered as history is annulled; what was agreed here is terminated."""

    code = "agreement-not-of-the-past"
    text = {
        "az": "Yalnız köhnə reyestrdən daxil edilmiş sənəd ləğv edilir; bu sənədə xitam verin.",
        "en": "Only a record of the past is annulled; this agreement was made here: terminate it.",
        "ru": "Аннулируется только запись о прошлом; этот документ заключён здесь — расторгните его.",
        "de": "Nur ein Eintrag der Vergangenheit wird annulliert; kündigen Sie diesen Vertrag.",
        "fr": "Seule une inscription du passé est annulée ; résiliez cet accord.",
    }


class StillDependedOn(Refusal):
    """Something rests on the agreement."""

    code = "agreement-depended-on"
    text = {
        "az": "Bu sənəddən asılı olanlar var: {dependents}.",
        "en": "Something depends on this agreement: {dependents}.",
        "ru": "От этого документа зависят: {dependents}.",
        "de": "Von diesem Vertrag hängt etwas ab: {dependents}.",
        "fr": "Des choses dépendent de cet accord : {dependents}.",
    }
