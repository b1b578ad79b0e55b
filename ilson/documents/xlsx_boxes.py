"""Finds the text boxes that are drawn over the sheets of a workbook.

Source: ECMA-376 part 1, 20.5 (DrawingML for spreadsheets).
"""

from collections.abc import Iterator, Mapping
from typing import Final

from ilson.documents import grid, tree
from ilson.documents.office_charts import related
from ilson.documents.package import Package
from ilson.documents.tree import Element
from ilson.documents.xlsx_looks import sheets

_DRAWING: Final = "/drawings/drawing"


def boxes(package: Package) -> Mapping[str, tuple[str, ...]]:
    """Return the paragraphs of the text boxes, by the names of the sheets that have some; a drawing has one sheet.

    Raises:
        FileBroken: a part is damaged.
    """
    drawings = {
        part: name
        for name, sheet in sheets(package).items()
        for part in related(package, sheet).values()
        if _DRAWING in part
    }
    found: dict[str, tuple[str, ...]] = {}
    for part, name in drawings.items():
        texts = tuple(text for shape in tree.parse(package.read(part)).iter("sp") for text in _texts(shape))
        if texts:
            found[name] = (*found.get(name, ()), *texts)
    return found


def _texts(shape: Element) -> Iterator[str]:
    named = shape.find("nvSpPr/cNvPr")
    if named is not None and named.get("hidden", "0") not in {"0", "false"}:
        return
    for paragraph in shape.iterfind("txBody/p"):
        text = grid.clean("".join(node.text or "" for node in paragraph.iter("t")))
        if text.strip():
            yield text
