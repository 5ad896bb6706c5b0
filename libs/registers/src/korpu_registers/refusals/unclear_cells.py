"""Words of a row that may mean nothing known, or several things."""

from korpu_chassis.refusals import Notice


class CellUnreadable(Notice):
    """A cell holds an error, or a formula that was never calculated: there is something, and nobody knows what."""

    code = "register-cell-unreadable"
    text = {
        "az": "Xanada {cell} yazılıb: orada dəyər var, amma oxunmur. Faylda düzəldin və ya dəyəri bu sətirdə yazın.",
        "en": "The cell says {cell}: a value is there and cannot be read. Put it right in the file, or write it here.",
        "ru": "В ячейке {cell}: значение есть, но не читается. Исправьте файл или впишите его в эту строку.",
        "de": "In der Zelle steht {cell}: Der Wert ist nicht lesbar. Berichtigen Sie die Datei oder die Zeile.",
        "fr": "La cellule indique {cell} : la valeur est illisible. Corrigez le fichier ou écrivez-la dans la ligne.",
    }


class DayOrderUnclear(Notice):
    """The rows of a column prove that the day stands first, and that the month does: this one may be either."""

    code = "register-day-order-unclear"
    text = {
        "az": "Gün və ay qarışıqdır: {day_first}-ci sətirdə gün, {month_first}-ci sətirdə ay əvvəldir. Sütunda "
        "hansının əvvəl yazıldığını göstərin və ya tarixi 2010-04-05 kimi yazın.",
        "en": "Day or month? Row {day_first} writes the day first, row {month_first} the month. Say which comes first "
        "in this column, or write the date as 2010-04-05.",
        "ru": "День или месяц? В строке {day_first} первым стоит день, в строке {month_first} — месяц. Укажите порядок "
        "для столбца или запишите дату как 2010-04-05.",
        "de": "Tag oder Monat? In Zeile {day_first} steht der Tag vorn, in Zeile {month_first} der Monat. Nennen Sie "
        "die Reihenfolge der Spalte, oder schreiben Sie 2010-04-05.",
        "fr": "Jour ou mois ? La ligne {day_first} commence par le jour, la ligne {month_first} par le mois. Dites "
        "l'ordre de la colonne, ou écrivez 2010-04-05.",
    }


class PartnerNotKnown(Notice):
    """A row names a partner that is not registered, or several that may be meant."""

    code = "register-partner-not-known"
    text = {
        "az": "Belə tərəfdaş tapılmadı: {name}; onu bu sətirdən qeydə alın və ya hansı təşkilat olduğunu göstərin.",
        "en": "No such partner is known: {name}; register it out of this row, or say which known one is meant.",
        "ru": "Такой партнёр не найден: {name}; зарегистрируйте его из этой строки или укажите, кто имеется в виду.",
        "de": "Kein solcher Partner ist bekannt: {name}; erfassen Sie ihn aus der Zeile oder nennen Sie den gemeinten.",
        "fr": "Ce partenaire n'est pas connu : {name} ; enregistrez-le depuis la ligne ou dites de qui il s'agit.",
    }


class PartnerUncertain(Notice):
    """Several organisations have this name."""

    code = "register-partner-uncertain"
    text = {
        "az": "Bu adda bir neçə təşkilat var: {known}. Kodunu yazın.",
        "en": "Several organisations have this name: {known}. Write the code of the right one.",
        "ru": "Так называются несколько организаций: {known}. Укажите код нужной.",
        "de": "Mehrere Organisationen heißen so: {known}. Schreiben Sie den Code der richtigen.",
        "fr": "Plusieurs organisations portent ce nom : {known}. Écrivez le code de la bonne.",
    }


class AgreementNotKnown(Notice):
    """A book serves an agreement that is not kept here, or several have this number."""

    code = "register-agreement-not-known"
    text = {
        "az": "Belə müqavilə tapılmadı və ya bu nömrə bir neçə müqavilədədir; onun kodunu yazın.",
        "en": "No such agreement is known, or several have this number; write the code of the right one.",
        "ru": "Такой договор не найден, или этот номер у нескольких; укажите код нужного.",
        "de": "Keine solche Vereinbarung ist bekannt, oder mehrere haben diese Nummer; schreiben Sie den Code.",
        "fr": "Cet accord n'est pas connu, ou plusieurs portent ce numéro ; écrivez le code du bon.",
    }


class LanguageNotKnown(Notice):
    """A book is in one of the five languages of the office."""

    code = "register-language-not-known"
    text = {
        "az": "Dil tanınmır: az, en, ru, de və ya fr yazın, orijinalın dili birinci.",
        "en": "The language is not known: write az, en, ru, de or fr, the language of the original first.",
        "ru": "Язык не распознан: укажите az, en, ru, de или fr, язык оригинала — первым.",
        "de": "Die Sprache ist nicht bekannt: az, en, ru, de oder fr, die des Originals zuerst.",
        "fr": "La langue n'est pas connue : écrivez az, en, ru, de ou fr, celle de l'original d'abord.",
    }


class IsbnsUnclear(Notice):
    """More ISBNs than languages: nobody knows which is whose."""

    code = "register-isbns-unclear"
    text = {
        "az": "ISBN-lərin sayı dillərin sayından çoxdur; hər dil üçün bir ISBN yazın.",
        "en": "There are more ISBNs than languages; write one for each language, in the same order.",
        "ru": "ISBN больше, чем языков; укажите по одному на язык в том же порядке.",
        "de": "Es sind mehr ISBN als Sprachen; eine für jede Sprache, in derselben Reihenfolge.",
        "fr": "Il y a plus d'ISBN que de langues ; un par langue, dans le même ordre.",
    }


class KindNotKnown(Notice):
    """The word is no kind that the office has."""

    code = "register-kind-not-known"
    text = {
        "az": "Bu növ tanınmır.",
        "en": "This kind is not known.",
        "ru": "Такой вид неизвестен.",
        "de": "Diese Art ist nicht bekannt.",
        "fr": "Ce type n'est pas connu.",
    }
