"""Writes the formulas of Office files in one line: a/b, x^2, √(x).

Source: ECMA-376 part 1, 22.1 (Office Math Markup Language).
"""

from collections.abc import Callable, Mapping
from typing import Final

from ilson.documents.tree import Element

_ROOT: Final = "\u221a"
_INTEGRAL: Final = "\u222b"
_NONE: Final = Element("none")


def settle(root: Element) -> None:
    """Make each formula one text, which is read where it stands."""
    for formula in root.iter("oMath"):
        text = Element("t")
        text.text = said(formula)
        formula[:] = [text]


def said(formula: Element) -> str:
    """Return what a formula, or a part of one, says."""
    written = _WRITTEN.get(formula.tag)
    return written(formula) if written else _inside(formula)


def _inside(element: Element) -> str:
    return "".join(said(child) for child in element if not child.tag.endswith("Pr"))


def _part(element: Element, name: str) -> str:
    return _inside(_found(element, name))


def _found(element: Element, name: str) -> Element:
    found = element.find(name)
    return _NONE if found is None else found


def _group(text: str) -> str:
    """Return a part that cannot be taken for another one."""
    return text if text.isalnum() or len(text) == 1 else f"({text})"


def _fraction(element: Element) -> str:
    return f"{_group(_part(element, 'num'))}/{_group(_part(element, 'den'))}"


def _limits(element: Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    return (f"_{_group(below)}" if below else "") + (f"^{_group(above)}" if above else "")


def _scripts(element: Element) -> str:
    return f"{_part(element, 'e')}{_limits(element)}"


def _root(element: Element) -> str:
    return f"{_part(element, 'deg')}{_ROOT}{_group(_part(element, 'e'))}"


def _repeated(element: Element) -> str:
    """Return a sum, a product or an integral with its limits."""
    sign = _found(element, "naryPr/chr").get("val", _INTEGRAL)
    return f"{sign}{_limits(element)} {_part(element, 'e')}"


def _bracketed(element: Element) -> str:
    begin, end = (
        _found(element, f"dPr/{name}").get("val", usual) for name, usual in (("begChr", "("), ("endChr", ")"))
    )
    return f"{begin}{', '.join(_inside(each) for each in element.findall('e'))}{end}"


def _matrix(element: Element) -> str:
    return "; ".join(", ".join(_inside(each) for each in row.findall("e")) for row in element.findall("mr"))


_WRITTEN: Final[Mapping[str, Callable[[Element], str]]] = {
    "t": lambda element: element.text or "",
    "f": _fraction,
    **dict.fromkeys(("sSup", "sSub", "sSubSup"), _scripts),
    "rad": _root,
    "nary": _repeated,
    "d": _bracketed,
    "m": _matrix,
}
