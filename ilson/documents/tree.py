"""Reads XML from outside into a tree, without what XML can do to its reader."""

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from ilson.domain.errors import FileBroken

Element = ET.Element

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    "|&#0*(?:[0-8]|1[124-9]|2[0-9]|3[01]);|&#x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]);",
    re.IGNORECASE,
)
_BARE = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)")


_NONE = ET.Element("none")


class _Refusing(ET.TreeBuilder):
    """Builds elements; refuses document types, so that no entity is ever declared."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Refuse the file: office formats have no document type, attacks need one.

        Raises:
            FileBroken: always.
        """
        del name, public, system
        raise FileBroken("XML with a document type")


def parse(data: bytes) -> Element:
    """Return the root; tags and attributes lose their namespaces, which differ between writers of one format.

    Raises:
        FileBroken: not well-formed, or with a document type (entities, external references).
    """
    try:
        root = _parse(data)
    except ET.ParseError:
        root = _parse_repaired(data)
    names: dict[str, str] = {}
    for element in root.iter():
        tag = element.tag
        element.tag = names[tag] if tag in names else names.setdefault(tag, _local(tag))
        for key in [key for key in element.attrib if key[:1] == "{" and _local(key) not in element.attrib]:
            element.attrib[_local(key)] = element.attrib.pop(key)
    return root


class _Telling(_Refusing):
    """Tells of elements as they begin; keeps none."""

    def __init__(self, told: Callable[[str, Mapping[str, str]], None]) -> None:
        super().__init__()
        self._told = told

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        """Tell of an element."""
        self._told(_local(tag), attrs)
        return _NONE

    def end(self, tag: str) -> Element:
        """Forget it."""
        del tag
        return _NONE

    def data(self, data: str) -> None:
        """Forget it."""

    def close(self) -> Element:
        """Have nothing."""
        return _NONE


def tell(data: bytes, told: Callable[[str, Mapping[str, str]], None]) -> None:
    """Tell the name and the attributes of each element, for parts that are too large to be kept as a tree.

    Raises:
        FileBroken: not well-formed, or with a document type.
    """
    parser = ET.XMLParser(target=_Telling(told))  # noqa: S314 - the target refuses what makes XML dangerous
    try:
        parser.feed(data)
        parser.close()
    except ET.ParseError as error:
        message = f"XML is not well-formed, expat code {error.code}"
        raise FileBroken(message) from None


def number(element: Element | None, name: str, default: int = 0) -> int:
    """Return an attribute as a number, or the default where it is missing or none."""
    value = "" if element is None else element.get(name, "")
    try:
        return int(value)
    except ValueError:
        return default


def _parse(data: bytes) -> Element:
    parser = ET.XMLParser(target=_Refusing())  # noqa: S314 - the target refuses what makes XML dangerous
    parser.feed(data)
    root: Element = parser.close()
    return root


def _parse_repaired(data: bytes) -> Element:
    """Return the root after signs that XML forbids were taken out: some writers let them slip in.

    Only such signs are mended; where elements are missing or cut off, half a document would be read as a whole one.
    """
    text = _FORBIDDEN.sub("", data.decode("utf-8", "replace"))
    try:
        return _parse(_BARE.sub("&amp;", text).encode())
    except ET.ParseError as error:
        message = f"XML is not well-formed, expat code {error.code}"
        raise FileBroken(message) from None


def _local(name: str) -> str:
    return name.rpartition("}")[2]
