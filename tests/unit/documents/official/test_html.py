import base64
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from doubles.official_drafts import JPEG, RICH, TABLE, WRITTEN, pictured, png
from hypothesis import given
from hypothesis import strategies as st

from ilson.documents.official.html import to_html
from ilson.documents.official.layout import lay_out
from ilson.documents.official.model import from_json
from ilson.domain.official_rule import Closing, Head, Look

LOOK = Look()
BLOCKS = {"p", "h1", "td", "th"}


class Reader(HTMLParser):
    """Reads the elements, and the text of each block."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, str]] = []
        self.open: str = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in BLOCKS:
            self.blocks.append((tag, ""))
        self.open = tag

    def handle_data(self, data: str) -> None:
        if self.open not in {"style", "title"} and self.blocks and data != "\n":
            tag, text = self.blocks[-1]
            self.blocks[-1] = (tag, text + data)


def made(look: Look = LOOK, **changes: Any) -> str:
    return to_html(lay_out(from_json(RICH | changes), look)).decode()


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_the_lines_are_those_of_the_hwpx_file() -> None:
    texts = [text for tag, text in read(made()).blocks if tag in {"p", "h1"}]
    assert [text for text in texts if text.strip() and not text.startswith("시행")] == [
        line.replace("   관인생략 ", "  관인생략") for line in WRITTEN
    ]


def test_the_title_is_the_one_heading_and_the_language_is_korean() -> None:
    reader = read(made())
    assert [text for tag, text in reader.blocks if tag == "h1"] == [WRITTEN[3]]
    assert [attributes["lang"] for tag, attributes in reader.elements if tag == "html"] == ["ko"]


def test_cells_that_name_others_say_which() -> None:
    reader = read(made(facts=[{"label": "일시", "text": "12. 1."}]))
    scopes = [attributes["scope"] for tag, attributes in reader.elements if tag == "th"]
    cells = [text for tag, text in reader.blocks if tag in {"td", "th"}][2 : 2 + 6]
    assert (scopes, cells) == (["row", "col", "col"], [text.strip() for row in TABLE for text in row])


def test_the_boxes_of_signatures_are_no_table_to_who_hears_them() -> None:
    tables = [attributes.get("role") for tag, attributes in read(made()).elements if tag == "table"]
    assert tables == [None, "presentation"]


def test_the_file_loads_nothing_and_runs_nothing() -> None:
    page = made(body=[pictured(png())])
    reader = read(page)
    assert {tag for tag, _ in reader.elements} & {"script", "link", "iframe", "object", "base", "form"} == set()
    assert [name for _, attributes in reader.elements for name in attributes if name.startswith("on")] == []
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in unescape(page)
    assert re.findall(r"(?:url\(|@import|https?:)", page) == []


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><img src=x onerror=1>', "</style><b>", "&amp;"])
def test_what_was_typed_is_text(typed: str) -> None:
    fields = {"title": typed, "agency": typed, "summary": typed, "keywords": [typed]}
    page = made(Look(font=typed), **fields, body=[{"text": typed, "table": [[typed]]}, pictured(png(), typed)])
    plain = made(body=[{"text": "가", "table": [["가"]]}, pictured(png())])
    assert [tag for tag, _ in read(page).elements] == [tag for tag, _ in read(plain).elements]
    assert sum(typed in text for _, text in read(page).blocks) == 4


def test_a_picture_is_in_the_file_with_what_it_says() -> None:
    images = [
        attributes for tag, attributes in read(made(body=[pictured(png()), pictured(JPEG)])).elements if tag == "img"
    ]
    assert [(image["alt"], image["src"]) for image in images] == [
        ("막대그래프", f"data:image/png;base64,{base64.b64encode(png()).decode()}"),
        ("막대그래프", f"data:image/jpeg;base64,{base64.b64encode(JPEG).decode()}"),
    ]


def test_the_properties_tell_summary_keywords_and_that_an_ai_drafted_it() -> None:
    told = {a["name"]: a["content"] for tag, a in read(made()).elements if tag == "meta" and "name" in a}
    assert {name: told[name] for name in ("author", "subject", "description", "keywords")} == {
        "author": "서울특별시 강서구",
        "subject": "AI 초안",
        "description": "교육을 안내함",
        "keywords": "교육, 인공지능",
    }


def test_printed_it_has_the_margins_of_the_paper_and_page_numbers() -> None:
    page = made(Look(top=30, bottom=15, left=20, right=15))
    sides = re.search(r"@page\{size:A4;margin:([^;]+);@bottom-center\{content:'- ' counter\(page\)", page)
    assert sides is not None
    assert [round(float(side.removesuffix("pt")) / 72 * 25.4) for side in sides[1].split()] == [30, 15, 25, 20]


@pytest.mark.parametrize("head", ["letter", "title", "press", "notice", "none"])
@pytest.mark.parametrize("closing", ["letter", "sender", "none"])
def test_each_look_has_one_title_at_most(head: Head, closing: Closing) -> None:
    blocks = read(made(Look(head, closing, ("□", "○")))).blocks
    assert [tag for tag, _ in blocks].count("h1") == (head != "none")


@given(st.text(max_size=60))
def test_any_text_comes_back(text: str) -> None:
    typed = from_json({"title": "제목", "body": [{"text": "가", "table": [["구분"], [text]]}]})
    blocks = read(to_html(lay_out(typed, Look(closing="none", end=False))).decode()).blocks
    assert blocks[-1] == ("td", (typed.body[0].table or (("",),))[1][0])


def test_no_table_asks_for_more_room_than_a_telephone_has() -> None:
    style = read_style(made(facts=[{"label": "일시", "text": "12. 1."}]))
    assert re.findall(r"(?<![-\w])(?:min-)?width:[\d.]+pt", re.sub(r"span[^}]*}|min-width:[^;}]*}", "", style)) == []
    assert re.findall(r"width:([\d.]+)%", style) != []


def read_style(page: str) -> str:
    return page[page.index("<style>") : page.index("</style>")]


def test_a_word_that_no_line_holds_stays_beside_its_number() -> None:
    page = made(body=[{"text": "가" * 200}, {"text": "나"}])
    assert re.findall(r"word-break:break-all", read_style(page)) != []
    assert re.findall(r"word-break:break-all", read_style(made())) == []
