"""Takes the text of an official document apart into lines of known kinds, so that a rule looks only where it holds."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal

from ilson.documents.official.items import columns
from ilson.documents.official.lint.markers import Mark, read_mark

Kind = Literal["blank", "head", "item", "bullet", "prose", "table", "enclosure", "closing", "chapter"]

RUNNING: Final = frozenset({"head", "item", "bullet", "prose", "enclosure", "chapter"})
"""Lines that are sentences or items: neither a table nor the closing block."""
ALL: Final = RUNNING | {"table", "closing"}
BODY: Final = frozenset({"item", "bullet", "prose"})

FILLER: Final = "\x01"
"""What stands for a letter that is quoted, and so is not ours to correct."""

FAR: Final = 200
"""Characters on a line that may say what a place means, at most."""

_KEPT = re.compile(
    r"(?:https?://|www\.)(?:[^\s<>\"“”()]|\([^\s<>\"“”()]*\))+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}(?<=\w)"
    r"|(?<![A-Za-z])[A-Za-z]:\\[^\s\"<>|]+|\\\\[\w.-]+\\[^\s\"<>|]+"
    r"|(?<![^\s(\[,:])[^\s\"“”()\[\],:]{1,100}\.(?:hwpx?|hwt|pdf|docx?|xlsx?|pptx?|txt|csv|zip|7z|jpe?g|png|gif|mp[34]|exe|msi|xml|json"
    r"|ya?ml|html?|log|bak|ini|cfg|sql|py|sh|bat)(?![A-Za-z0-9])"
    r"|\"[^\"\n]{1,200}\"|“[^”\n]{1,200}”"
    r"|[<〈\[(]\s?(?:개정|신설|전문개정|전부개정|일부개정|시행|제정|삭제|본조신설)[^<>〈〉\[\]\n]{0,80}[>〉\])]"
    r"|[<〈][^<>〈〉\n]{0,80}\d{4}\.\s?\d{1,2}\.[^<>〈〉\n]{0,300}[>〉]"
    r"|「[^」\n]{1,120}」|『[^』\n]{1,120}』|｢[^｣\n]{1,120}｣"
)
_TO = re.compile(
    r"\s*(?P<label>수\s{0,2}신|\(\s?경\s?유\s?\)|제\s{0,4}목)(?P<gap>\s*[:：]\s*|\s{2,}|\s+|$)(?P<value>.*)"
)
_ENCLOSED = re.compile(r"\s*(?P<label>붙\s{0,2}임|첨\s{0,2}부|별\s?첨|유\s?첨)(?P<gap>\s*[:：]\s*|\s*)(?P<value>.*)")
_QUANTITY = re.compile(
    r"(?:\d+|각\s?\d+)\s?(?:부|매|권|장|개|식|점|대|건|종|통|질|면|쪽)(?:\s?\([^()]*\))?\s*[.,]?\s*(?:끝\.?)?\s*$"
)
_NUMBERED = re.compile(r"\s*\d{1,2}\.\s*\S")
_END = re.compile(
    r"(?:(?P<gap>(?<=[^\s])[ \t\u3000]*)|^[ \t\u3000]*)(?P<sign>끝(?P<dot>\.))[ \t]*$"
    r"|(?:(?<=[.)\]」』])[ \t\u3000]*|(?<=\S)[ \t]{2,}|(?<=\S)\u3000+|^[ \t\u3000]*)(?P<bare>끝)[ \t]*$"
)
_CLOSING = re.compile(
    r"\s*(?:수신자\s|(?:기안자|검토자|협조자|결재권자|주무관|전결|대결)(?:\s|$)|시행\s{2,}|시행\s+\S+-\d|접수\s|접수$|우\)?\s*\d{5}"
    r"|\(?우\)?\s?\d{3}-?\d{2,3}|(?:전화|전송|팩스|FAX|Tel)[\s:]*\(?0\d|https?://|/\s|(?:부분|비)?공개(?:\s*\([^)]*\))?\s*$)"
)
_SENDER = re.compile(
    r"\s*[가-힣\s·ㆍ]{2,30}(?:장관|장|감|지사|처장|의장|총장|대표|위원회|부)(?:\s*\[?\(?(?:관인|직인|서명)\s?생략\)?\]?)?\s*$"
)
_CHAPTER = re.compile(
    r"\s*(?:제\s?\d+\s?[장절관편]\b|제\s?\d+\s?[장절관편]\s|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]\s?\.?\s|[<\[【〈《].{1,40}[>\]】〉》]\s*$)"
)
_NOTICE = re.compile(r"(?:공고|고시|예고)\s*제?\s*(?:20)?\d|(?:행정|입법)\s?예고|\A\s*[\[【<]?\s?보\s?도\s?자\s?료")
_TABLE = re.compile(r"\s*\|[^\n]*\|\s*$")


_PROSE: Final[Kind] = "prose"
_NEAR: Final = 3  # lines from one line of the head to another
_BEGINNING: Final = 300  # characters in which a notice says what it is


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start` and `end` in the text, without the line break; `mark` where it begins with a marker."""

    start: int
    end: int
    kind: Kind
    raw: str
    mark: Mark | None = None

    @property
    def indent(self) -> int:
        """Columns before the first sign."""
        return columns(self.raw[: len(self.raw) - len(self.raw.lstrip())])


@dataclass(frozen=True, slots=True)
class End:
    """An end sign: from `start` (the sign) to `end`; `gap` is where the blanks before it begin."""

    line: int
    gap: int
    start: int
    end: int
    dotted: bool


@dataclass(slots=True)
class Sheet:
    """A text and its parts; `parsed` tells that it was read from a file, whose indents say nothing.

    `blanks` tells whether there are as many blanks as somebody typed: not where a reader put them between letters.

    `kinds` names the kind of each line where that is known; `attached` tells whether there are enclosures; `cells` are
    the numbers of the lines that stand in a table.
    `open` is the text with everything that is quoted, an address or an amendment mark filled up; `notice` tells that it
    is a public notice (공고, 고시), which has rules of its own, as a press release has.
    """

    text: str
    parsed: bool = False
    blanks: bool = True
    report: bool | None = None
    kinds: Sequence[Kind] | None = None
    attached: bool | None = None
    cells: Container[int] = ()
    lines: Sequence[Line] = field(init=False)
    ends: Sequence[End] = field(init=False)
    open: str = field(init=False)
    notice: bool = field(init=False)
    _flat: str = field(init=False)

    def __post_init__(self) -> None:
        """Take the text apart."""
        self.text = self.text.replace("\r", " ")  # a line break of Windows keeps its two places
        raws = self.text.split("\n")
        self.open = _KEPT.sub(lambda found: FILLER * len(found[0]), self.text)
        self._flat = self.open.replace("\n", f"\n{FILLER}\n")  # so that no blank of a pattern reaches the next line
        self.ends = () if self.kinds else tuple(_ends(raws))
        self.lines = tuple(_known(raws, self.kinds) if self.kinds else _sorted(raws, self.ends, self.cells))
        addressed = any(line.kind == "head" and not line.raw.lstrip().startswith("제") for line in self.lines)
        self.notice = not addressed and bool(_NOTICE.search(self.text[:_BEGINNING]))  # a letter may speak of a notice
        if self.report is None:
            self.report = self._looks_like_a_report()
        if self.attached is None:
            self.attached = any(line.kind == "enclosure" for line in self.lines)

    @property
    def headed(self) -> bool:
        """Whether there is a head: 수신 or 제목."""
        return any(line.kind == "head" for line in self.lines)

    @property
    def letter(self) -> bool:
        """Whether the rules about items hold: a notice, a report, and a file that is no letter count as they like."""
        return not (self.report or self.notice or self.kinds) and (not self.parsed or self.headed or bool(self.ends))

    @property
    def outward(self) -> bool:
        """Whether this may be read outside as a letter: neither a report nor a file that is something else."""
        return not self.report and (not self.parsed or self.headed or bool(self.ends or self.kinds))

    @property
    def whole(self) -> bool:
        """Whether this looks like a whole document and not like a part of one."""
        return self.headed or bool(self.ends or self.attached or self.kinds)

    def search(self, pattern: re.Pattern[str], kinds: Container[str] = ALL) -> Iterator[re.Match[str]]:
        """Yield what a pattern finds in single lines of these kinds, outside of quotations.

        A look at the whole text first spares the lines where there is nothing, which is the rule.
        """
        if not _whole(pattern).search(self._flat):
            return
        for line in self.lines:
            if line.kind in kinds:
                start = line.start + (line.mark.text if line.mark else 0)  # a marker is no number and no day
                yield from pattern.finditer(self.open, start, line.end)

    def before(self, place: int) -> str:
        """Return what stands before a place on its line, FAR characters at most: a line may have no end."""
        return self.open[max(self.open.rfind("\n", 0, place) + 1, place - FAR) : place]

    def _looks_like_a_report(self) -> bool:
        bullets = sum(line.kind == "bullet" for line in self.lines)
        items = sum(line.kind == "item" for line in self.lines)
        return not self.headed and not self.ends and bullets > max(2, items)


@cache
def _whole(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return the pattern for a text of many lines: it finds whatever the pattern finds in one of them."""
    return re.compile(pattern.pattern, pattern.flags | re.MULTILINE)


def enclosed(raw: str) -> re.Match[str] | None:
    """Return the parts of a line that names an enclosure (붙임), or None."""
    found = _ENCLOSED.match(raw)
    if not found:
        return None
    gap, value = found["gap"], found["value"]
    told = not value or ":" in gap or "：" in gap or len(gap) > 1 or bool(_QUANTITY.search(value))
    return found if told or (gap and _NUMBERED.match(value)) else None


def headed(raw: str) -> re.Match[str] | None:
    """Return the parts of a line of the head (수신, 경유, 제목), or None."""
    return _TO.fullmatch(raw)


def has_quantity(text: str) -> bool:
    """Return whether an enclosure closes with how much it is."""
    return bool(_QUANTITY.search(text.rstrip()))


def _ends(raws: Sequence[str]) -> Iterator[End]:
    start = 0
    for number, raw in enumerate(raws):
        found = _END.search(raw) if "끝" in raw and not raw.lstrip().startswith("|") else None
        mark = read_mark(raw) if found else None
        if found and not (mark and found.start() < mark.text):
            name = "sign" if found["sign"] else "bare"
            yield End(number, start + found.start(), start + found.start(name), start + found.end(name), name == "sign")
        start += len(raw) + 1


def _known(raws: Sequence[str], kinds: Sequence[Kind]) -> Iterator[Line]:
    start = 0
    for raw, kind in zip(raws, kinds, strict=True):
        yield Line(start, start + len(raw), kind if raw.strip() else "blank", raw)
        start += len(raw) + 1


def _sorted(raws: Sequence[str], ends: Sequence[End], cells: Container[int]) -> Iterator[Line]:
    last_end = ends[-1].line if ends else len(raws)
    start, before, opened = 0, Line(0, 0, "blank", ""), False
    near = _near_heads(raws)
    for number, raw in enumerate(raws):
        kind, mark = _kind(raw, before, in_head=number in near)
        alone = number > 0 and not raws[number - 1].strip() and before.kind not in ("blank", "head")
        if kind == "prose" and alone and _SENDER.fullmatch(raw):
            kind = "closing"
        if number in cells and kind != "blank":
            kind, mark = "table", None
        if opened and kind in ("prose", "bullet", "head") and not _continues(raw, number, last_end):
            kind = "closing"
        opened = opened or (number >= last_end) or (kind == "closing" and number > 0)
        line = Line(start, start + len(raw), kind, raw, mark if kind in ("item", "bullet") else None)
        yield line
        start += len(raw) + 1
        if kind != "blank":
            before = line


def _continues(raw: str, number: int, last_end: int) -> bool:
    """Return whether a line behind the end sign is a sentence that somebody added, and not the closing block."""
    return number > last_end and bool(re.search(r"(?:니다|습니까|시오)\.\s*$", raw))


def _near_heads(raws: Sequence[str]) -> frozenset[int]:
    """Return the lines that name a field of the head with one blank only, beside another line of the head."""
    named = [number for number, raw in enumerate(raws[:30]) if raw and headed(raw)]
    told = {number: found for number in named if (found := headed(raws[number]))}
    strong = {number for number, found in told.items() if len(found["gap"]) != 1}
    return frozenset(
        number
        for number in told
        if number in strong
        or any(
            0 < abs(number - other) <= _NEAR and found["label"] != told[number]["label"]
            for other, found in told.items()
        )
    )


def _kind(raw: str, before: Line, *, in_head: bool) -> tuple[Kind, Mark | None]:
    if not raw.strip():
        return "blank", None
    mark = read_mark(raw)
    goes_on = before.kind == "enclosure" and (raw[:1].isspace() or (mark is not None and mark.level == 1))
    kinds: tuple[tuple[Kind, object], ...] = (
        ("table", _TABLE.match(raw) or "\t" in raw.strip()),
        ("head", in_head and headed(raw)),
        ("enclosure", enclosed(raw) or (goes_on and not _CLOSING.match(raw))),
        ("item", mark and mark.level),
        ("chapter", _CHAPTER.match(raw)),
        ("bullet", mark),
        ("closing", _CLOSING.match(raw)),
    )
    return next((kind for kind, told in kinds if told), _PROSE), mark
