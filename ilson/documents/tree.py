"""Reads XML from outside into a tree, without what XML can do to its reader."""

from xml.etree import ElementTree as ET

from ilson.domain.errors import FileBroken

Element = ET.Element


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
    parser = ET.XMLParser(target=_Refusing())  # noqa: S314 - the target refuses what makes XML dangerous
    try:
        parser.feed(data)
        root: Element = parser.close()
    except ET.ParseError as error:
        message = f"XML is not well-formed, expat code {error.code}"
        raise FileBroken(message) from None
    for element in root.iter():
        element.tag = _local(element.tag)
        for key in [key for key in element.attrib if "}" in key]:
            element.attrib.setdefault(_local(key), element.attrib.pop(key))
    return root


def number(element: Element | None, name: str, default: int = 0) -> int:
    """Return an attribute as a number, or the default where it is missing or none."""
    value = "" if element is None else element.get(name, "")
    try:
        return int(value)
    except ValueError:
        return default


def _local(name: str) -> str:
    return name.rpartition("}")[2]
