"""Why nothing can be agreed with a partner as it stands."""

from korpu_chassis.refusals import Refusal


class AlreadyInForce(Refusal):
    """One agreement of a kind binds a partner at a time, unless that is waived with a reason."""

    code = "agreement-already-in-force"
    text = {
        "az": "Bu tərəfdaşla eyni növdə sənəd artıq qüvvədədir: {code}. Rəhbər səbəb göstərib icazə verə bilər.",
        "en": "An agreement of this kind already binds this partner: {code}. The head may waive this with a reason.",
        "ru": "С этим партнёром уже действует документ того же вида: {code}. Руководитель может разрешить второй.",
        "de": "Mit diesem Partner gilt bereits ein Vertrag dieser Art: {code}. Die Leitung kann davon absehen.",
        "fr": "Un accord de ce type lie déjà ce partenaire : {code}. Le chef peut y déroger avec un motif.",
    }


class PartnerUnknown(Refusal):
    """Every partner is a registered organisation."""

    code = "agreement-partner-unknown"
    text = {
        "az": "Tərəf kimi göstərilən təşkilat qeydiyyatda yoxdur.",
        "en": "An organisation named as a party is not registered.",
        "ru": "Организация, указанная стороной, не зарегистрирована.",
        "de": "Eine als Partei genannte Organisation ist nicht erfasst.",
        "fr": "Une organisation désignée comme partie n'est pas enregistrée.",
    }


class PartnerClosed(Refusal):
    """Nothing is agreed with a suspended, archived or merged organisation."""

    code = "agreement-partner-closed"
    text = {
        "az": "Təşkilatın hazırkı vəziyyətində ({status}) onunla sənəd bağlamaq olmaz.",
        "en": "Nothing can be agreed with an organisation that is {status}.",
        "ru": "С организацией в состоянии «{status}» договориться нельзя.",
        "de": "Mit einer Organisation im Zustand „{status}“ kann nichts vereinbart werden.",
        "fr": "Rien ne peut être convenu avec une organisation dans l'état « {status} ».",
    }
