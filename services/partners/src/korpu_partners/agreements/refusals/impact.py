"""What depends on an agreement, and that whoever ends it has looked."""

from korpu_chassis.refusals import Refusal


class ImpactNotSeen(Refusal):
    """Whoever ends or suspends an agreement has looked at what depends on it now."""

    code = "agreement-impact-not-seen"
    text = {
        "az": "Bu sənəddən asılı olanların sayı: {count}. Siyahıya baxın və {impact} kodu ilə təsdiq edin.",
        "en": "{count} things depend on this agreement. Look at them and confirm with the impact code {impact}.",
        "ru": "От документа зависит объектов: {count}. Просмотрите их и подтвердите кодом {impact}.",
        "de": "{count} Dinge hängen von diesem Vertrag ab. Bitte ansehen und mit dem Code {impact} bestätigen.",
        "fr": "{count} éléments dépendent de cet accord. Examinez-les et confirmez avec le code {impact}.",
    }
