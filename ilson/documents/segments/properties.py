"""Reads the summary (문서요지) and the keywords from the properties of an HWPX or a DOCX."""

from typing import Final

from ilson.documents import tree
from ilson.documents.package import Package

_CORE: Final = "docProps/core.xml"


def properties(package: Package) -> tuple[str, str]:
    """Return summary and keywords as the file has them, empty where it has none.

    Raises:
        FileBroken: the part is damaged.
    """
    told: dict[str, str] = {}
    for name in package.names:
        if name.lower().endswith(".hpf"):
            for meta in tree.parse(package.read(name)).iter("meta"):
                told.setdefault(meta.get("name", ""), "".join(meta.itertext()).strip())
        elif name == _CORE:
            for element in tree.parse(package.read(name)):
                told.setdefault(element.tag, "".join(element.itertext()).strip())
    return told.get("description", ""), told.get("keyword", "") or told.get("keywords", "")
