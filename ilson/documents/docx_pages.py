"""Takes the numbers of pages out of the headers and footers of a DOCX: what stands there is that of one page only.

Source: ECMA-376 part 1, 17.16 (fields).
"""

from collections.abc import Iterator
from typing import Final

from ilson.documents.tree import Element

_NUMBERS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


def settle(margin: Element) -> None:
    """Empty the numbers of pages, and the paragraphs that hold nothing else but signs, as hyphens around a number."""
    for paragraph in margin.iter("p"):
        numbers = list(_numbers(paragraph))
        for text in numbers:
            text.text = ""
        texts = list(paragraph.iter("t"))
        if numbers and not any(letter.isalnum() for text in texts for letter in text.text or ""):
            for text in texts:
                text.text = ""


def _numbers(paragraph: Element) -> Iterator[Element]:
    """Yield the texts that show the number of a page."""
    for field in paragraph.iter("fldSimple"):
        if _counts_pages(field.get("instr", "")):
            yield from field.iter("t")
    code, shows = "", False
    for element in paragraph.iter():
        if element.tag == "fldChar":
            kind = element.get("fldCharType", "")
            shows = kind == "separate" and _counts_pages(code)
            code = code if kind == "separate" else ""
        elif element.tag == "instrText":
            code += element.text or ""
        elif element.tag == "t" and shows:
            yield element


def _counts_pages(code: str) -> bool:
    return code.strip().partition(" ")[0].upper() in _NUMBERS
