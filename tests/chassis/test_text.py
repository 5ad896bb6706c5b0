"""Text in several languages, in the order of the Azerbaijani alphabet, found in any spelling."""

import re
import tomllib
from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from korpu_chassis.i18n.text import (
    ALPHABET,
    READABLE,
    Language,
    LocalizedText,
    Texts,
    fold,
    fold_keys,
    sort_key,
    visible,
)

letters = st.text(alphabet=ALPHABET, min_size=1, max_size=8)
anything = st.text(max_size=60)


def a_text(**texts: str) -> LocalizedText:
    return LocalizedText.of(Texts.model_validate(texts))


def find(sought: str, text: str) -> bool:
    return bool(fold_keys(sought) & fold_keys(text))


class TestLanguages:
    def test_the_first_given_language_is_the_original(self) -> None:
        assert a_text(en="Order", az="Əmr").original == "az"

    def test_the_original_can_be_named(self) -> None:
        assert LocalizedText.of(Texts(en="Order", az="Əmr"), "en").original == "en"

    @pytest.mark.parametrize(
        ("given_in", "read"),
        [
            ({"az": "bir", "en": "one", "ru": "один"}, "bir"),
            ({"en": "one", "ru": "один"}, "one"),
            ({"ru": "один", "fr": "un"}, "один"),
            ({"fr": "un"}, "un"),
        ],
    )
    def test_a_missing_language_is_read_in_azerbaijani_english_russian_or_the_original(
        self, given_in: dict[str, str], read: str
    ) -> None:
        assert a_text(**given_in).text("de") == read

    def test_a_changed_original_leaves_its_translations_outdated(self) -> None:
        text = a_text(az="Köhnə", en="Old", ru="Старый")

        edited = text.edited(Texts(az="Yeni"))

        assert edited.outdated() == ("en", "ru")
        assert edited.text("en") == "Old"

    def test_a_translation_changed_together_with_the_original_is_up_to_date(self) -> None:
        edited = a_text(az="Köhnə", en="Old", ru="Старый").edited(Texts(az="Yeni", en="New", ru="Старый"))

        assert edited.outdated() == ("ru",)

    def test_a_translation_that_comes_alone_is_up_to_date_even_unchanged(self) -> None:
        outdated = a_text(az="Köhnə", en="Old").edited(Texts(az="Köhnə!"))

        assert outdated.edited(Texts(en="Old")).outdated() == ()

    def test_the_same_texts_again_change_nothing(self) -> None:
        text = a_text(az="Köhnə", en="Old").edited(Texts(az="Yeni"))

        assert text.edited(Texts(az="Yeni", en="Old")) == text

    def test_an_edit_leaves_the_text_that_it_was_made_from(self) -> None:
        text = a_text(az="Köhnə")

        text.edited(Texts(az="Yeni"))

        assert text.text("az") == "Köhnə"

    @pytest.mark.parametrize("words", ["", "   ", "a\0b", "a\ud800b", "x" * 20_001])
    def test_text_that_cannot_be_read_or_stored_is_refused(self, words: str) -> None:
        with pytest.raises(ValidationError):
            Texts(az=words)

    def test_a_text_in_no_language_is_refused(self) -> None:
        with pytest.raises(ValidationError, match="no language"):
            Texts()

    def test_the_model_names_every_language(self) -> None:
        assert set(Texts.model_fields) == set(get_args(Language))


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200f", "\u2060", "\ufeff", "\u200d", " ", "\u001c"])
def test_signs_that_nobody_sees_fit_no_schema_of_a_text(sign: str) -> None:
    assert re.search(READABLE, sign * 3) is None
    assert re.search(READABLE, f"{sign}a{sign}") is not None


class TestOrder:
    def test_names_sort_as_in_the_azerbaijani_alphabet(self) -> None:
        names = [
            "Zaqatala",
            "Ağdam",
            "Cəlilabad",
            "Çin",
            "Əli",
            "Ecazkar",
            "Gəncə",
            "Ğ",
            "Xan",
            "Hacı",
            "İlqar",
            "Işıq",
        ]
        names += ["Kür", "Qax", "Oğuz", "Öz", "Sabir", "Şəki", "Ucar", "Ülvi", "Vyana", "Yevlax", "Warsaw"]

        assert sorted(names, key=sort_key) == [
            *(
                "Ağdam",
                "Cəlilabad",
                "Çin",
                "Ecazkar",
                "Əli",
                "Gəncə",
                "Ğ",
                "Hacı",
                "Xan",
                "Işıq",
                "İlqar",
                "Kür",
                "Qax",
            ),
            *("Oğuz", "Öz", "Sabir", "Şəki", "Ucar", "Ülvi", "Vyana", "Yevlax", "Zaqatala", "Warsaw"),
        ]

    @given(letters, letters)
    def test_two_words_stand_in_the_order_of_their_letters(self, one: str, other: str) -> None:
        by_alphabet = [ALPHABET.index(c) for c in one] < [ALPHABET.index(c) for c in other]

        assert (sort_key(one) < sort_key(other)) == by_alphabet

    @given(letters)
    def test_capitals_only_break_ties(self, word: str) -> None:
        capital = word.replace("i", "İ").replace("ı", "I").upper()

        assert sort_key(word) < sort_key(capital) < sort_key(word + "a")

    @given(anything)
    def test_a_key_is_plain_ascii_that_a_column_can_hold(self, text: str) -> None:
        key = sort_key(text)

        assert key.isascii()
        assert "\0" not in key

    @pytest.mark.parametrize(
        "names",
        [
            ["2 saylı", "3 saylı", "Ab"],
            ["Al Bar", "Ala"],
            ["Cafe", "Café", "Cafes"],
            ["Strasse", "Straßen"],
            ["Zuz", "Афина", "Баку"],
            ['"Ab" Universiteti', "Ac"],
        ],
    )
    def test_digits_words_accents_and_other_scripts_have_their_places(self, names: list[str]) -> None:
        keys = [sort_key(name) for name in names]

        assert keys == sorted(set(keys))

    def test_a_long_text_has_a_key_that_an_index_can_hold(self) -> None:
        assert len(sort_key("中文" * 5000)) < 2000


class TestSearch:
    @pytest.mark.parametrize("name", ["Gence", "Gəncə", "Гянджа", "Ganja", "GƏNCƏ", "gandzha", "Гәнҹә", "Kirovabad"])
    @pytest.mark.parametrize("text", ["Ganja State University", "Gəncə Dövlət Universiteti", "г. Гянджа"])
    def test_the_same_city_is_found_by_any_of_its_names(self, name: str, text: str) -> None:
        assert find(name, text)

    @pytest.mark.parametrize("name", ["Gence", "Gəncə", "Гянджа", "Ganja"])
    def test_the_same_city_has_one_key(self, name: str) -> None:
        assert fold(name) == "ganja"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Əliyev", "Aliyev"), ("Əliyev", "Eliyev"), ("Şıxəli", "Shikhali"), ("Quliyeva", "QULİYEVA"),
            ("Xəlilov", "Khalilov"), ("München", "Muenchen"), ("Łódź", "lodz"),
            ("Шамиль", "Shamil"), ("Чехов", "Çexov"), ("Ağayev", "Aghayev"), ("Xi’an", "Xian"), ("Çələbi", "Chalabi"),
            ("Cəfərov", "Jafarov"), ("s\u0327irin", "Şirin"),
            ("Королёв", "Королев"), ("Королёв", "Korolyov"), ("تبریزی", "تبريزي"), ("کاشانی", "كاشاني"),
            ("Қазақ", "Qazaq"), ("Қазақ", "Kazak"), ("Ўзбекистон", "Oʻzbekiston"), ("Тоҷик", "Tojik"),
            ("Ňuryýew", "Nuryyew"), ("Hoch\u200bschule", "Hochschule"), ("می\u200cخواهم", "میخواهم"),
        ],
    )  # fmt: skip
    def test_one_name_in_two_spellings_is_found(self, one: str, other: str) -> None:
        assert find(one, other)
        assert find(other, one)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("Королёв", "Королев"), ("مدرسة ۱۲", "مدرسه 12"), ("تبریزی", "تبريزي"), ("Hoch\u200bschule", "Hochschule")],
    )
    def test_spellings_that_nobody_tells_apart_have_one_key(self, one: str, other: str) -> None:
        assert fold(visible(one)) == fold(visible(other))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Bern", "Barn"), ("Jena", "Cena"), ("Shanghai", "Sanghai"), ("Chan", "Can"), ("Gence", "Gents"),
            ("Vienna", "Verona"), ("Lyon", "Lions"), ("Quba", "Куба"), ("Kazan", "Qazax"), ("Baku", "Batumi"),
        ],
    )  # fmt: skip
    def test_different_names_stay_different(self, one: str, other: str) -> None:
        assert not find(one, other)
        assert fold(one) != fold(other)

    @given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=9, max_size=14))
    def test_a_plain_latin_word_has_one_key_unless_it_is_a_city(self, word: str) -> None:
        assert fold_keys(word) == {word}

    @given(anything)
    def test_a_folded_text_folds_to_itself(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)

    @given(anything)
    def test_a_text_is_found_by_its_own_capitals(self, text: str) -> None:
        plain = text.replace("ı", "i").replace("İ", "i")

        assert fold_keys(plain) == fold_keys(plain.replace("ß", "ss").casefold())

    def test_no_spelling_belongs_to_two_cities(self) -> None:
        table = tomllib.loads(files("korpu_chassis.i18n").joinpath("cities.toml").read_text("utf-8"))
        owners: dict[str, set[str]] = {}
        for city, names in table.items():
            for name in names:
                owners.setdefault(fold(name), set()).add(city)

        assert {key: cities for key, cities in owners.items() if cities != {key}} == {}
