"""Why an opportunity cannot be published as it stands."""

from korpu_chassis.refusals import Refusal


class TextMissing(Refusal):
    """What is published is there in Azerbaijani and English, and says the same in both."""

    code = "opportunity-text-missing"
    text = {
        "az": "Dərc üçün mətnlər Azərbaycan və ingilis dillərində olmalı və bir-birinə uyğun gəlməlidir: {missing}.",
        "en": "Before it is published, its texts have to be there in Azerbaijani and English, up to date: {missing}.",
        "ru": "Для публикации нужны тексты на азербайджанском и английском в актуальной редакции: {missing}.",
        "de": "Zur Veröffentlichung müssen die Texte aktuell auf Aserbaidschanisch und Englisch da sein: {missing}.",
        "fr": "Avant la publication, les textes doivent exister, à jour, en azerbaïdjanais et en anglais : {missing}.",
    }


class ProviderMissing(Refusal):
    """Everybody may know who offers it."""

    code = "opportunity-provider-missing"
    text = {
        "az": "Kimin təklif etdiyi göstərilməyib: təşkilatı seçin və ya adını yazın.",
        "en": "It does not say who offers it; choose an organisation or give its name.",
        "ru": "Не указано, кто предлагает: выберите организацию или напишите её название.",
        "de": "Es fehlt, wer sie anbietet; wählen Sie eine Organisation oder nennen Sie sie.",
        "fr": "Il manque qui la propose ; choisissez une organisation ou donnez son nom.",
    }


class AudienceMissing(Refusal):
    """Everybody may know whom it is for."""

    code = "opportunity-audience-missing"
    text = {
        "az": "Kimlər üçün olduğu göstərilməyib; tələblərdə auditoriyanı seçin.",
        "en": "It does not say whom it is for; name the audience among the requirements.",
        "ru": "Не указано, для кого это; назовите аудиторию в требованиях.",
        "de": "Es fehlt, für wen sie ist; nennen Sie die Zielgruppe in den Anforderungen.",
        "fr": "Il manque à qui elle s'adresse ; indiquez le public parmi les conditions.",
    }


class NeverVerified(Refusal):
    """Nothing is published that nobody has looked up at its source."""

    code = "opportunity-never-verified"
    text = {
        "az": "Mənbə hələ yoxlanılmayıb; əvvəlcə elanı mənbəyi ilə tutuşdurun.",
        "en": "Nobody has checked it against its source yet; do that first.",
        "ru": "Объявление ещё не сверено с источником; сначала сверьте его.",
        "de": "Noch niemand hat sie mit ihrer Quelle verglichen; tun Sie das zuerst.",
        "fr": "Personne ne l'a encore vérifiée à la source ; faites-le d'abord.",
    }


class SourceDead(Refusal):
    """Nothing can come of an agreement that is over, or of a provider that rests."""

    code = "opportunity-source-dead"
    text = {
        "az": "Dayandığı saziş və ya təşkilat artıq qüvvədə deyil ({cause}); mənbəni dəyişin.",
        "en": "The agreement or the organisation that it rests on is not in force ({cause}); name another one.",
        "ru": "Соглашение или организация, на которых оно основано, не действует ({cause}); укажите другое.",
        "de": "Das Abkommen oder die Organisation, worauf sie beruht, gilt nicht mehr ({cause}); nennen Sie andere.",
        "fr": "L'accord ou l'organisation dont elle dépend n'est plus en vigueur ({cause}) ; indiquez-en un autre.",
    }


READINESS = (TextMissing, ProviderMissing, AudienceMissing, NeverVerified)
