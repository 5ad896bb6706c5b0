"""Papers as they come out of the printer: the QR code is read from the page, and each keeps its version."""

import base64
import io
from pathlib import Path

import orjson
import pytest
import zxingcpp
from PIL import Image

from korpu_chassis.i18n.text import Language
from korpu_documents.papers.codes import new_code
from korpu_documents.papers.editions import Templates
from korpu_documents.papers.letterhead import letterhead
from korpu_documents.papers.previews import SAMPLE_DAY, TemplateLook, sample
from korpu_documents.papers.typesetting import printed, sheet_of
from korpu_documents.typeset import typeset
from korpu_partners.generated_documents.domain.templates import templates


@pytest.mark.parametrize("other", ["en", "ru", "de", "fr"])
async def test_the_qr_code_on_every_page_leads_to_the_check(other: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KORPU_PUBLIC_URL", "https://portal.gdu.edu.az/")
    letterhead.cache_clear()
    code, question = new_code(), TemplateLook(template="agreement", languages=("az", other))

    pages = orjson.loads(await typeset(sheet_of(sample(templates, question), code), form="png"))
    letterhead.cache_clear()

    read = [zxingcpp.read_barcodes(Image.open(io.BytesIO(base64.b64decode(page)))) for page in pages]
    assert read
    assert all([each.text for each in found] == [f"https://portal.gdu.edu.az/verify/{code}"] for found in read)


async def test_the_same_content_under_the_same_code_is_the_same_file() -> None:
    content, code = sample(templates, TemplateLook(template="letter")), new_code()

    assert content.on == SAMPLE_DAY
    assert await printed(content, code) == await printed(content, code)


def test_an_older_version_is_kept_when_there_is_a_newer_one(tmp_path: Path) -> None:
    for version in ("1", "2", "10"):
        (tmp_path / "letter" / version).mkdir(parents=True)

    assert Templates(tmp_path).versions_of("letter") == [1, 2, 10]
    assert templates.edition("letter", 1).source.parent.name == "1"
