"""Puts what a chart of a DOCX or a PPTX shows where it stands: its title, and its figures as a table.

Source: ECMA-376 part 1, 21.2 (DrawingML charts).
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ilson.documents import limits, tree
from ilson.documents.package import Package
from ilson.documents.tree import Element
from ilson.domain.errors import FileTooLarge

_CHART: Final = "chart"
_FIGURES: Final = limits.CELLS // 20
"""Figures of one chart; more are no chart that anyone reads."""


def place(package: Package, part: str, root: Element) -> None:
    """Put into each chart of a part a paragraph with its title and a table, in the elements of the part's own text.

    One that stands in several places is told in the first.

    Raises:
        FileBroken: the part of a chart is damaged.
        FileTooLarge: a chart of more figures than anyone reads.
    """
    charts = {chart.get("id", ""): chart for chart in [*root.iter(_CHART)][::-1] if "id" in chart.attrib}
    targets = related(package, part) if charts else {}
    places = {name: charts[key] for key, name in [*targets.items()][::-1] if key in charts}
    for name, chart in places.items():
        chart.extend(list(_told(tree.parse(package.read(name)))))


def related(package: Package, part: str) -> Mapping[str, str]:
    """Return the names of the parts that a part names and that are there, by their ids."""
    folder, _, name = part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels"
    if listed not in package.names:
        return {}
    found = {
        item.get("Id", ""): posixpath.normpath(posixpath.join(folder, item.get("Target", ""))).lstrip("/")
        for item in tree.parse(package.read(listed)).iter("Relationship")
    }
    return {key: name for key, name in found.items() if name in package.names}


def _told(chart: Element) -> Iterator[Element]:
    title = chart.find("chart/title")
    if title is not None:
        yield _paragraph("".join(text.text or "" for text in title.iter("t")))
    series = list(chart.iter("ser"))
    if series:
        yield _table(list(_rows(series)))


def _rows(series: Sequence[Element]) -> Iterator[Sequence[str]]:
    """Yield the names of the series, then each category with the figures of all."""
    names = ["".join(value.text or "" for value in one.iterfind("tx//v")) for one in series]
    labels: dict[int, str] = {}
    for one in series:
        labels |= _points(one, ("cat", "xVal"))
    figures = [_points(one, ("val", "yVal")) for one in series]
    places = sorted(set(labels).union(*figures))
    if len(places) * len(series) > _FIGURES:
        raise FileTooLarge("a chart with too many figures")
    if any(names):
        yield ["", *names]
    for index in places:
        yield [labels.get(index, ""), *(one.get(index, "") for one in figures)]


def _points(series: Element, kinds: Sequence[str]) -> dict[int, str]:
    points = (point for kind in kinds for point in series.iterfind(f"{kind}//pt"))
    return {tree.number(point, "idx"): point.findtext("v") or "" for point in points}


def _paragraph(text: str) -> Element:
    paragraph = Element("p")
    run = Element("r")
    said = Element("t")
    said.text = text
    run.append(said)
    paragraph.append(run)
    return paragraph


def _table(rows: Sequence[Sequence[str]]) -> Element:
    table = Element("tbl")
    for row in rows:
        line = Element("tr")
        for text in row:
            cell = Element("tc")
            cell.append(_paragraph(text))
            line.append(cell)
        table.append(line)
    return table
