"""Why what all three have signed is not changed so."""

from korpu_chassis.refusals import Refusal


class ReasonMissing(Refusal):
    """Once all have signed, what goes or comes at the host has a coded reason."""

    code = "learning-agreement-reason-missing"
    status = 422
    text = {
        "az": "Hər üç tərəf imzaladıqdan sonra dəyişikliyin səbəbi göstərilməlidir: “{component}”.",
        "en": "All three have signed: say why “{component}” is left out or put in.",
        "ru": "После подписей всех трёх сторон нужна причина изменения: «{component}».",
        "de": "Alle drei haben unterschrieben: Für „{component}“ fehlt der Grund der Änderung.",
        "fr": "Les trois ont signé : indiquez pourquoi « {component} » est retiré ou ajouté.",
    }


class ReasonDoesNotFit(Refusal):
    """A reason for leaving out is not one for putting in, and what stays has none."""

    code = "learning-agreement-reason-does-not-fit"
    status = 422
    text = {
        "az": "Bu səbəb “{component}” üçün uyğun deyil: çıxarılan, əlavə olunan və qalan fənlərin səbəbləri fərqlidir.",
        "en": "This reason does not fit “{component}”: what goes, comes or stays has reasons of its own, or none.",
        "ru": "Эта причина не подходит к «{component}»: для исключения, добавления и сохранения причины разные.",
        "de": "Dieser Grund passt nicht zu „{component}“: Streichen, Hinzufügen und Behalten haben eigene oder keine.",
        "fr": "Ce motif ne convient pas à « {component} » : retrait, ajout et maintien ont chacun les leurs, ou aucun.",
    }
