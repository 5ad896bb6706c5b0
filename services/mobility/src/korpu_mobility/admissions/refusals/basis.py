"""Why an admission cannot rest on what is named for it."""

from korpu_chassis.refusals import Refusal


class BasisIncomplete(Refusal):
    """An agreement or a contract names with whom it is."""

    code = "admission-basis-incomplete"
    status = 422
    text = {
        "az": "Bu əsas üçün kiminlə bağlandığını göstərin: saziş və ya təşkilat.",
        "en": "Say with whom this basis was agreed: the agreement or the organisation.",
        "ru": "Для этого основания укажите, с кем оно заключено: соглашение или организацию.",
        "de": "Nennen Sie für diese Grundlage, mit wem sie besteht: die Vereinbarung oder die Organisation.",
        "fr": "Pour ce fondement, indiquez avec qui : l'accord ou l'organisation.",
    }


class BasisUnknown(Refusal):
    """What an admission rests on has been heard of here."""

    code = "admission-basis-unknown"
    status = 422
    text = {
        "az": "Göstərilən saziş və ya təşkilat tanınmır; yoxlayın.",
        "en": "The agreement or organisation is not known here; check it.",
        "ru": "Указанное соглашение или организация здесь неизвестны; проверьте.",
        "de": "Die Vereinbarung oder Organisation ist hier nicht bekannt; prüfen Sie die Angabe.",
        "fr": "L'accord ou l'organisation n'est pas connu ici ; vérifiez.",
    }


class BasisResting(Refusal):
    """Nobody is admitted on an agreement that does not bind, or by an organisation that rests."""

    code = "admission-basis-resting"
    text = {
        "az": "Əsas qüvvədə deyil (vəziyyəti: {standing}).",
        "en": "The basis does not hold at present (its status: {standing}).",
        "ru": "Основание сейчас не действует (статус: {standing}).",
        "de": "Die Grundlage gilt zurzeit nicht (ihr Status: {standing}).",
        "fr": "Le fondement n'est pas en vigueur (son statut : {standing}).",
    }
