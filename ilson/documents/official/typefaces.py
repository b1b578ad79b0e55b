"""Says which letters stand where on the paper."""

from collections.abc import Mapping

from ilson.documents.official.parts import Letters
from ilson.domain.official_rule import Head

AGENCY = Letters(20, bold=True, spacing=10)
HEAD = Letters(13)
TITLE = Letters(20, bold=True)
SUBTITLE = Letters(14)
UNDER_TITLE = Letters(11)
BANNER = Letters(30, bold=True, spacing=30)
BANNER_AGENCY = Letters(13, bold=True)
SENDER = Letters(18, bold=True, spacing=10)
SEAL = Letters(11, boxed=True)
LIST = Letters(11)
CLOSING = Letters(10)
SIGNED = Letters(11, bold=True)
CELL = Letters(11)
CELL_HEAD = Letters(11, bold=True)

BODY: Mapping[Head, int] = {"letter": 12, "title": 13, "press": 12, "notice": 12, "none": 13}
"""Points of the body below each kind of head."""
