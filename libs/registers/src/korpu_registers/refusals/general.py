"""Why something that is asked of an import is refused."""

from korpu_chassis.refusals import Refusal


class UnknownSheet(Refusal):
    """The file has no sheet of this name."""

    code = "register-unknown-sheet"
    status = 422
    text = {
        "az": "Faylda belə vərəq yoxdur.",
        "en": "The file has no such sheet.",
        "ru": "В файле нет такого листа.",
        "de": "Die Datei hat kein solches Blatt.",
        "fr": "Le fichier n'a pas cette feuille.",
    }


class MappingUnclear(Refusal):
    """A column that does not exist, a field that does not exist, or one field for two columns."""

    code = "register-mapping-unclear"
    status = 422
    text = {
        "az": "Sütunların uyğunluğu aydın deyil: sütun və sahə mövcud olmalı, hər sahə bir dəfə göstərilməlidir.",
        "en": "The mapping is unclear: column and field must exist, and a field is named once.",
        "ru": "Соответствие столбцов неясно: столбец и поле должны существовать, поле указывается один раз.",
        "de": "Die Zuordnung ist unklar: Spalte und Feld müssen bestehen, ein Feld steht nur einmal.",
        "fr": "La correspondance n'est pas claire : colonne et champ doivent exister, un champ n'est cité qu'une fois.",
    }


class FieldUnmapped(Refusal):
    """A field that every row needs has no column."""

    code = "register-field-unmapped"
    text = {
        "az": "Bu sahələr üçün sütun göstərin: {fields}.",
        "en": "Say which column holds: {fields}.",
        "ru": "Укажите столбец для: {fields}.",
        "de": "Nennen Sie die Spalte für: {fields}.",
        "fr": "Indiquez la colonne de : {fields}.",
    }


class StillNeeded(Refusal):
    """Something depends on what the import made."""

    code = "register-still-needed"
    text = {
        "az": "İdxal geri alına bilməz, ondan asılı olanlar var: {dependents}.",
        "en": "The import cannot be undone; what depends on it: {dependents}.",
        "ru": "Импорт нельзя отменить, от него зависят: {dependents}.",
        "de": "Der Import kann nicht zurückgenommen werden; davon hängen ab: {dependents}.",
        "fr": "L'import ne peut être annulé ; en dépendent : {dependents}.",
    }
