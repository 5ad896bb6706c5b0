"""Why an answer cannot be published as it stands."""

from korpu_chassis.refusals import Refusal


class AnswerTextMissing(Refusal):
    """What is published is there in Azerbaijani and English, and says the same in both."""

    code = "frequent-answer-text-missing"
    text = {
        "az": "Dərc üçün sual və cavab Azərbaycan və ingilis dillərində aktual olmalıdır: {missing}.",
        "en": "Before it is published, question and answer have to be there in Azerbaijani and English: {missing}.",
        "ru": "Для публикации нужны вопрос и ответ на азербайджанском и английском: {missing}.",
        "de": "Zur Veröffentlichung müssen Frage und Antwort auf Aserbaidschanisch und Englisch da sein: {missing}.",
        "fr": "Avant la publication, question et réponse doivent exister en azerbaïdjanais et en anglais : {missing}.",
    }


class AnswerOpportunityUnknown(Refusal):
    """An answer for everybody speaks of what everybody reads."""

    code = "frequent-answer-opportunity-unknown"
    text = {
        "az": "Bu imkan məlum deyil və ya dərc olunmayıb.",
        "en": "This opportunity is not known, or was not published.",
        "ru": "Эта возможность неизвестна или не опубликована.",
        "de": "Dieses Angebot ist nicht bekannt oder nicht veröffentlicht.",
        "fr": "Cette opportunité est inconnue ou n'a pas été publiée.",
    }
