"""What the office says again and again in the demonstration year: published answers, kept texts, advice."""

from korpu_local.demo.office import Office, Thing

Texts = dict[str, str]

WHEN: tuple[Texts, Texts] = (
    {
        "az": "Mübadilə proqramına nə vaxt müraciət etmək olar?",
        "en": "When can I apply for an exchange?",
        "ru": "Когда можно подать заявку на обмен?",
        "de": "Wann kann ich mich für einen Austausch bewerben?",
        "fr": "Quand puis-je candidater à un échange ?",
    },
    {
        "az": "Elanlar payızda və yazda dərc olunur; son gün hər elanda göstərilir.",
        "en": "Calls are published in autumn and in spring; each names its last day.",
        "ru": "Объявления публикуются осенью и весной; последний день указан в каждом.",
        "de": "Ausschreibungen erscheinen im Herbst und im Frühjahr; jede nennt ihren letzten Tag.",
        "fr": "Les appels paraissent en automne et au printemps ; chacun indique son dernier jour.",
    },
)
DIPLOMA: tuple[Texts, Texts] = (
    {
        "az": "Xaricdə alınmış diplom necə tanınır?",
        "en": "How is a diploma from abroad recognised?",
        "ru": "Как признаётся зарубежный диплом?",
    },
    {
        "az": "Diplom apostil və tərcümə ilə şöbəyə verilir, tanınmanı nazirlik aparır.",
        "en": "Bring it with an apostille and a translation; the ministry recognises it.",
        "ru": "Диплом с апостилем и переводом сдаётся в отдел; признание проводит министерство.",
    },
)
VISA: tuple[Texts, Texts] = (
    {
        "az": "Xarici tələbə gələndən sonra harada qeydiyyatdan keçir?",
        "en": "Where does a student from abroad register after arriving?",
        "ru": "Где регистрируется иностранный студент после приезда?",
    },
    {
        "az": "Olduğu yer üzrə miqrasiya xidmətində, on beş gün ərzində; şöbə kömək edir.",
        "en": "With the migration service, within fifteen days of arriving; the office helps.",
        "ru": "В миграционной службе, в течение пятнадцати дней; отдел помогает.",
    },
)
OLD: tuple[Texts, Texts] = (
    {"az": "Pandemiya dövründə səfər etmək olar?", "en": "Can I travel during the pandemic?"},
    {"az": "Yalnız rektorluğun icazəsi ilə.", "en": "Only if the rectorate allows it."},
)
NEW: tuple[Texts, Texts] = (
    {"az": "Yay məktəbi üçün kredit verilir?", "en": "Does a summer school give credits?"},
    {"az": "Bəli, proqramla razılaşdırılıbsa, altı kreditə qədər.", "en": "Yes, up to six, if your programme agrees."},
)
GREETING: Texts = {
    "az": "Hörmətli {name}, sualınız {code} nömrəsi ilə qeydə alınıb. Cavab üç iş günü ərzində veriləcək.",
    "en": "Dear {name}, your question has the number {code}. You will have an answer within three working days.",
    "ru": "Уважаемый(ая) {name}, ваш вопрос получил номер {code}. Ответ будет дан в течение трёх рабочих дней.",
    "de": "Guten Tag {name}, Ihre Frage hat die Nummer {code}. Sie erhalten innerhalb von drei Arbeitstagen Antwort.",
    "fr": "Bonjour {name}, votre question porte le numéro {code}. Vous aurez une réponse sous trois jours ouvrables.",
}
LAST_DAY: Texts = {
    "az": "«{opportunity}» üçün son müraciət günü {last_day}-dir.",
    "en": "The last day to apply for “{opportunity}” is {last_day}.",
    "ru": "Последний день подачи заявки на «{opportunity}» — {last_day}.",
}
BY_POST: Texts = {"az": "Sənədləri poçtla göndərin.", "en": "Please send the documents by post."}


def written(office: Office) -> None:
    """After a year of questions the office keeps what it answers, and publishes what everybody asks."""
    for topic, (question, answer) in (
        ("EXCHANGE", WHEN), ("RECOGNITION", DIPLOMA), ("VISA_AND_STAY", VISA), ("OTHER", OLD),
    ):  # fmt: skip
        known = drafted(office, topic, question, answer)
        office.officer.does("PublishFrequentAnswer", id=known["id"])
        if question is OLD[0]:
            office.officer.does("WithdrawFrequentAnswer", id=known["id"], reason="Nobody has asked for long")
    kept(office, "Qəbul təsdiqi", "OTHER", GREETING)
    kept(office, "Son müraciət günü", "EXCHANGE", LAST_DAY)
    posted = kept(office, "Poçtla göndərin", "ADMISSION", BY_POST)
    office.officer.does("RetireAnswerTemplate", id=posted["id"])


def drafted(office: Office, topic: str, question: Texts, answer: Texts) -> Thing:
    """A question with its answer is written down; nobody outside reads it yet."""
    return office.officer.does("DraftFrequentAnswer", topic=topic, question=question, answer=answer)


def kept(office: Office, title: str, topic: str, text: Texts) -> Thing:
    """A text from which answers are made."""
    return office.officer.does("WriteAnswerTemplate", title=title, topic=topic, text=text)


def advised(office: Office, student: Thing) -> None:
    """Two hours were offered a week ago: a student came to the one, and nobody to the other."""
    office.it_is(355)
    first = offered(office, 357, 10, 0)
    offered(office, 357, 10, 30)
    office.as_person(student).does("BookAdviceSlot", id=first["id"])


def coming(office: Office, student: Thing) -> None:
    """The next hours for advice: one is taken, two are free, one was called off; an answer is to be published."""
    drafted(office, "RECOGNITION", *NEW)
    first, second = working_days(office, 366)
    mine = offered(office, first, 10, 0, topic="EXCHANGE")
    office.as_person(student).does("BookAdviceSlot", id=mine["id"])
    offered(office, first, 10, 30)
    offered(office, second, 14, 0, topic="SCHOLARSHIP")
    late = offered(office, second, 14, 30)
    office.officer.does("CancelAdviceSlot", id=late["id"], reason="A delegation is here in that hour")


def offered(office: Office, day: int, hour: int, minute: int, **about: str) -> Thing:
    """The officer has twenty minutes."""
    starts = office.at(day, hour, minute)
    return office.officer.does("OfferAdviceSlot", starts_at=starts, place="Beynəlxalq əlaqələr şöbəsi, 214", **about)


def working_days(office: Office, number: int) -> tuple[int, int]:
    """The first two days from this one on that are no weekend."""
    found = [each for each in range(number, number + 4) if office.day(each).weekday() < 5]  # noqa: PLR2004 -- Saturday
    return found[0], found[1]
