"""Why an organisation cannot stand where it was put."""

from korpu_chassis.refusals import Refusal


class AgreementOfOthers(Refusal):
    """A contact for one agreement belongs to a party of it."""

    code = "contact-agreement-of-others"
    text = {
        "az": "Belə müqavilə yoxdur və ya bu təşkilat onun tərəfi deyil.",
        "en": "There is no such agreement, or this organisation is not a party of it.",
        "ru": "Такого соглашения нет, или эта организация не является его стороной.",
        "de": "Diesen Vertrag gibt es nicht, oder die Organisation ist nicht seine Partei.",
        "fr": "Cet accord n'existe pas, ou l'organisation n'en est pas partie.",
    }


class ParentUnknown(Refusal):
    """A unit stands under a registered organisation."""

    code = "organisation-parent-unknown"
    text = {
        "az": "Tabe olduğu göstərilən təşkilat qeydiyyatda yoxdur.",
        "en": "The organisation named as the parent is not registered.",
        "ru": "Вышестоящая организация не зарегистрирована.",
        "de": "Die übergeordnete Organisation ist nicht erfasst.",
        "fr": "L'organisation mère n'est pas enregistrée.",
    }


class ParentClosed(Refusal):
    """Nothing is put under an organisation that is archived."""

    code = "organisation-parent-archived"
    text = {
        "az": "Tabe olduğu göstərilən təşkilat arxivdədir; başqasını seçin.",
        "en": "The organisation named as the parent is archived; choose another.",
        "ru": "Вышестоящая организация в архиве; выберите другую.",
        "de": "Die übergeordnete Organisation ist archiviert; bitte eine andere wählen.",
        "fr": "L'organisation mère est archivée ; choisissez-en une autre.",
    }


class UnitAlone(Refusal):
    """A faculty or a department belongs to an organisation."""

    code = "organisation-unit-without-parent"
    text = {
        "az": "Fakültə və ya kafedra bir təşkilata aid olmalıdır: onu `parent_id` sahəsində göstərin.",
        "en": "A faculty or department belongs to an organisation: name it in `parent_id`.",
        "ru": "Факультет или кафедра относится к организации: укажите её в `parent_id`.",
        "de": "Eine Fakultät oder Abteilung gehört zu einer Organisation: nennen Sie diese in `parent_id`.",
        "fr": "Une faculté ou un département appartient à une organisation : citez-la dans `parent_id`.",
    }


class HierarchyCycle(Refusal):
    """Nothing stands under itself."""

    code = "organisation-hierarchy-cycle"
    text = {
        "az": "Təşkilat özünə və ya öz bölməsinə tabe ola bilməz.",
        "en": "An organisation cannot stand under itself or under a unit of its own.",
        "ru": "Организация не может подчиняться самой себе или своему подразделению.",
        "de": "Eine Organisation kann nicht sich selbst oder einer eigenen Einheit unterstehen.",
        "fr": "Une organisation ne peut dépendre d'elle-même ni d'une de ses unités.",
    }


class HierarchyTooDeep(Refusal):
    """Units stand at most five levels deep."""

    code = "organisation-hierarchy-too-deep"
    text = {
        "az": "Bölmələr ən çoxu {deepest} səviyyədə ola bilər.",
        "en": "Units stand at most {deepest} levels deep, the highest organisation included.",
        "ru": "Подразделения могут занимать не более {deepest} уровней.",
        "de": "Einheiten stehen höchstens {deepest} Ebenen tief.",
        "fr": "Les unités comptent au plus {deepest} niveaux.",
    }


class DomesticAbroad(Refusal):
    """A domestic organisation is in Azerbaijan; a foreign one may have its seat here."""

    code = "organisation-domestic-abroad"
    text = {
        "az": "Yerli təşkilatın ölkəsi AZ olmalıdır; xarici təşkilat üçün `foreign` seçin.",
        "en": "A domestic organisation has its country AZ; choose `foreign` for one abroad.",
        "ru": "У отечественной организации страна AZ; для зарубежной выберите `foreign`.",
        "de": "Eine inländische Organisation hat das Land AZ; für eine ausländische wählen Sie `foreign`.",
        "fr": "Une organisation nationale a pour pays AZ ; choisissez `foreign` pour une étrangère.",
    }


PLACE_REFUSALS = (ParentUnknown, ParentClosed, UnitAlone, HierarchyCycle, HierarchyTooDeep, DomesticAbroad)
