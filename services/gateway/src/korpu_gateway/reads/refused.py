"""What a reader is told when a question cannot be answered."""

from korpu_chassis.refusals import Refusal


class NotACursor(Refusal):
    """The place in a list is not one that this gateway gave."""

    code = "not-a-cursor"
    status = 422
    text = {
        "az": "Bu kursor bizim verdiyimiz kursor deyil; siyahını əvvəldən oxuyun",
        "en": "This cursor is not one that we gave; read the list from its beginning",
    }


class TooLong(Refusal):
    """More was asked of a list than one page holds."""

    code = "page-too-long"
    status = 422
    text = {
        "az": "Bir səhifədə ən çoxu {longest} yazı ola bilər",
        "en": "A page holds at most {longest} entries and at least none",
    }


class TooCostly(Refusal):
    """The operation may lead to more things than one answer holds."""

    code = "too-costly"
    status = 400
    text = {
        "az": "Sorğu çox böyükdür: bir cavabda ən çoxu {most} obyekt ola bilər; siyahıları qısaldın",
        "en": "This asks for too much: one answer leads to at most {most} things; ask for shorter lists",
    }


class NotTrusted(Refusal):
    """The document is not one of those that the portal was published with."""

    code = "document-not-trusted"
    status = 400
    text = {
        "az": "Bu sorğu portalın sorğuları arasında yoxdur",
        "en": "This operation is not one of the portal's own",
    }


class IntrospectionClosed(Refusal):
    """The schema is shown to the office's staff."""

    code = "introspection-closed"
    status = 400
    text = {
        "az": "Sxem yalnız şöbənin əməkdaşlarına göstərilir",
        "en": "The schema is shown to the office's staff; sign in to read it",
    }


class DocumentTooLarge(Refusal):
    """The document holds more of something than is read; it was refused before any of it was looked up."""

    code = "document-too-large"
    status = 400
    text = {
        "az": "Sənəd oxuduğumuzdan böyükdür ({bound}: ən çoxu {most}). Onu bir neçə sorğuya bölün",
        "en": "The document is larger than what is read ({bound}: at most {most}). Split it into several requests",
        "ru": "Документ больше, чем мы читаем ({bound}: не более {most}). Разделите его на несколько запросов",
        "de": "Das Dokument ist größer, als wir lesen ({bound}: höchstens {most}). Teilen Sie es auf mehrere auf",
        "fr": "Le document dépasse ce qui est lu ({bound} : au plus {most}). Répartissez-le en plusieurs requêtes",
    }


class TooManySearches(Refusal):
    """Each search looks through a whole list, so one operation has few of them."""

    code = "too-many-searches"
    status = 400
    text = {
        "az": "Bir sorğuda ən çoxu {most} axtarış ola bilər; qalanlarını ayrıca göndərin",
        "en": "One operation searches at most {most} times; send the other searches separately",
        "ru": "В одном запросе не более {most} поисков; остальные отправьте отдельно",
        "de": "Eine Anfrage sucht höchstens {most} Mal; senden Sie die übrigen Suchen einzeln",
        "fr": "Une requête fait au plus {most} recherches ; envoyez les autres séparément",
    }


class SearchTooLong(Refusal):
    """What is searched for is longer than anything that is found."""

    code = "search-too-long"
    status = 422
    text = {
        "az": "Axtarış mətni ən çoxu {longest} simvol ola bilər",
        "en": "What is searched for has at most {longest} characters",
        "ru": "Текст поиска не длиннее {longest} символов",
        "de": "Ein Suchtext hat höchstens {longest} Zeichen",
        "fr": "Le texte cherché a au plus {longest} caractères",
    }


class TookTooLong(Refusal):
    """The database worked at the question for as long as one may; asking again would take as long."""

    code = "took-too-long"
    status = 422
    text = {
        "az": "Sorğu {seconds} saniyədən çox çəkir. Filtri daraldın, birdən az soruşun və ya `asOf` yazmayın",
        "en": "This takes longer than {seconds} seconds. Narrow the filter, ask for less, or ask without `asOf`",
        "ru": "Этот запрос требует больше {seconds} секунд. Сузьте фильтр, спросите меньше сразу или без `asOf`",
        "de": "Das dauert länger als {seconds} Sekunden. Engen Sie den Filter ein oder fragen Sie ohne `asOf`",
        "fr": "Cela prend plus de {seconds} secondes. Resserrez le filtre, demandez moins ou sans `asOf`",
    }


class Busy(Refusal):
    """Too many new operations wait to be read already, of this caller or of all."""

    code = "busy"
    status = 503
    text = {
        "az": "Hazırda çoxlu yeni sorğu oxunuş növbəsindədir. Bir azdan eyni sorğunu təkrar edin",
        "en": "Many new operations are waiting to be read. Send the same request again in a moment",
        "ru": "Сейчас много новых запросов ждут разбора. Повторите тот же запрос чуть позже",
        "de": "Viele neue Anfragen warten gerade darauf, gelesen zu werden. Senden Sie Ihre gleich noch einmal",
        "fr": "De nombreuses nouvelles requêtes attendent d’être lues. Renvoyez la même requête dans un instant",
    }
