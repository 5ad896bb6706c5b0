"""Why something that is asked of a proposal is refused."""

from korpu_chassis.refusals import Notice, Refusal


class ProposalPersonUnknown(Refusal):
    """Whoever proposes or supports is a person, so that each counts once."""

    code = "proposal-person-unknown"
    text = {
        "az": "Hesabınız şəxslə bağlı deyil; təklif və dəstək şəxsin adından verilir.",
        "en": "Your account belongs to no person; proposals and support come from persons.",
        "ru": "Ваша учётная запись не связана с человеком; предлагают и поддерживают люди.",
        "de": "Ihr Konto gehört zu keiner Person; vorschlagen und unterstützen können nur Personen.",
        "fr": "Votre compte n'est lié à aucune personne ; seules des personnes proposent et soutiennent.",
    }


class OwnProposal(Refusal):
    """Whoever proposed it neither decides on it nor says that it is done."""

    code = "proposal-is-own"
    text = {
        "az": "Bu, sizin öz təklifinizdir; onun barəsində başqası qərar verir.",
        "en": "This is your own proposal; somebody else decides on it and verifies it.",
        "ru": "Это ваше собственное предложение; решает и проверяет другой.",
        "de": "Das ist Ihr eigener Vorschlag; jemand anderes entscheidet und prüft.",
        "fr": "C'est votre propre proposition ; une autre personne décide et vérifie.",
    }


class OwnUnnamedProposal(Refusal):
    """The same of what somebody proposed without a name; nobody else learns of it."""

    code = "proposal-is-own-unnamed"
    text = {
        "az": "Bunu adınızı göstərmədən siz təklif etmisiniz; başqası qərar verir, bunu heç kim bilmir.",
        "en": "You proposed this without your name; somebody else decides on it, and nobody learns why.",
        "ru": "Вы предложили это, не называя себя; решает другой, и никто не узнает почему.",
        "de": "Sie haben dies ohne Namen vorgeschlagen; jemand anderes entscheidet, und niemand erfährt warum.",
        "fr": "Vous l'avez proposée sans votre nom ; une autre personne décide, et nul n'en sait la raison.",
    }


class SupportOfOneself(Refusal):
    """Whoever proposes wants it anyway."""

    code = "proposal-supported-by-proposer"
    text = {
        "az": "Öz təklifinizi dəstəkləmək lazım deyil; dəstək başqalarından gəlir.",
        "en": "Your own proposal needs no support of yours; it comes from others.",
        "ru": "Собственное предложение поддерживать не нужно; поддерживают другие.",
        "de": "Den eigenen Vorschlag unterstützt man nicht; das tun andere.",
        "fr": "On ne soutient pas sa propre proposition ; le soutien vient des autres.",
    }


class SupportedAlready(Refusal):
    """Everybody counts once."""

    code = "proposal-supported-already"
    text = {
        "az": "Siz bu təklifi artıq dəstəkləmisiniz.",
        "en": "You support this proposal already.",
        "ru": "Вы уже поддержали это предложение.",
        "de": "Sie unterstützen diesen Vorschlag bereits.",
        "fr": "Vous soutenez déjà cette proposition.",
    }


class NotSupported(Refusal):
    """Only who supports it can stop."""

    code = "proposal-not-supported"
    text = {
        "az": "Siz bu təklifi dəstəkləmirsiniz.",
        "en": "You do not support this proposal.",
        "ru": "Вы не поддерживаете это предложение.",
        "de": "Sie unterstützen diesen Vorschlag nicht.",
        "fr": "Vous ne soutenez pas cette proposition.",
    }


class MergedIntoItself(Refusal):
    """What is merged goes on in another one."""

    code = "proposal-merged-into-itself"
    status = 422
    text = {
        "az": "Təklif özü ilə birləşdirilmir; başqasını seçin.",
        "en": "A proposal is not merged into itself; choose another one.",
        "ru": "Предложение не объединяют с самим собой; выберите другое.",
        "de": "Ein Vorschlag geht nicht in sich selbst auf; wählen Sie einen anderen.",
        "fr": "Une proposition ne se fond pas en elle-même ; choisissez-en une autre.",
    }


class MergeIntoEnded(Refusal):
    """What is merged goes on, so the other one must."""

    code = "proposal-merge-into-ended"
    text = {
        "az": "{code} artıq davam etmir; davam edən təklifi seçin.",
        "en": "{code} does not go on any more; choose a proposal that does.",
        "ru": "{code} уже завершено; выберите предложение, которое рассматривается.",
        "de": "{code} läuft nicht mehr; wählen Sie einen Vorschlag, der noch läuft.",
        "fr": "{code} n'est plus en cours ; choisissez une proposition en cours.",
    }


class VerifierDidIt(Refusal):
    """Nobody verifies what they did, or were to do, themselves."""

    code = "proposal-verifier-is-doer"
    text = {
        "az": "Tapşırıqlarını icra edən şəxs təklifin nəticəsini yoxlaya bilməz.",
        "en": "Whoever did what follows from it does not verify it.",
        "ru": "Исполнитель поручений по предложению не проверяет его.",
        "de": "Wer die Aufgaben daraus erledigt hat, prüft sie nicht selbst.",
        "fr": "Celui qui a exécuté les actions ne les vérifie pas.",
    }


class ProposalNotAccepted(Refusal):
    """Commitments follow from what was accepted and is not finished."""

    code = "proposal-takes-no-action-point"
    text = {
        "az": "Tapşırıqlar yalnız qəbul edilmiş və hələ tamamlanmamış təklifdən yaranır.",
        "en": "Action points follow from a proposal that was accepted and is not implemented yet.",
        "ru": "Поручения возникают из принятого и ещё не выполненного предложения.",
        "de": "Aufgaben folgen aus einem angenommenen, noch nicht umgesetzten Vorschlag.",
        "fr": "Les actions découlent d'une proposition acceptée et pas encore réalisée.",
    }


class SimilarProposals(Notice):
    """Others have said the like; supporting one of them helps more than saying it again."""

    code = "proposal-similar"
    text = {
        "az": "Oxşar təkliflər var: {known}. Onlardan birini dəstəkləmək daha faydalı ola bilər.",
        "en": "There are similar proposals: {known}. Supporting one of them may help more.",
        "ru": "Есть похожие предложения: {known}. Возможно, полезнее поддержать одно из них.",
        "de": "Es gibt ähnliche Vorschläge: {known}. Einen davon zu unterstützen hilft vielleicht mehr.",
        "fr": "Il y a des propositions semblables : {known}. En soutenir une aiderait peut-être davantage.",
    }
