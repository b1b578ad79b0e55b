"""Makes up administrative texts with names whose places are known. Every name and number is random."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from training.labelled import words
from training.read import Text

DATA = Path(__file__).parent / "data"
_SLOT = re.compile(r"\{([NTOPDBARWSMKFZ])(?::([^}]+))?\}")
_FULL = re.compile("[가-힣]{3,4}")
_PAIRS = {"이": "이가", "은": "은는", "을": "을를", "과": "과와"}
_FREQUENT = (21, 15, 8, 5, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1)
_SEPARATORS = (", ", ",", "·", " ", "/", " / ", "、", "ㆍ", " · ", "\n")
_STEMS = (
    "송정봉산옥하용전일오황현대금신남동서북상중평곡천강포암석림화문주고구도마반방백사"
    "성수안양연영우원유월이인임장조진창청태학한호홍"
)
_OLD_FIRST = "판문분옥복말점순종두만봉춘금필갑을태병용덕길달삼"
_OLD_LAST = "술출분이례자순만팔갑구돌례임심녀남식배섭봉덕복쇠년"


def _data(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if not line.startswith("#")]


def final(syllable: str) -> bool:
    """Return whether a syllable ends with a consonant."""
    return (ord(syllable) - 0xAC00) % 28 > 0 if "가" <= syllable <= "힣" else False


class Inventor:
    """Makes up texts, the same ones for the same seed."""

    def __init__(self, rules: Path, seed: int, passages: Sequence[str] = (), runs: Sequence[str] = ()) -> None:
        self.random = random.Random(seed)
        given = _data("given.txt")
        self._given = [[word for word in line.split() if len(word) == size] for line in given for size in (1, 2, 3)]
        self._given = [words for words in self._given if words]
        self._two = next(some for some in self._given if len(some[0]) == 2)
        self._one = next(some for some in self._given if len(some[0]) == 1)
        self._three = next(some for some in self._given if len(some[0]) == 3)
        singles, doubles = [
            line for line in (rules / "surnames.txt").read_text("utf-8").splitlines() if not line.startswith("#")
        ]
        self._singles, self._doubles = singles, doubles.split()
        self._titles = [
            word
            for line in (rules / "titles.txt").read_text("utf-8").splitlines()
            if not line.startswith("#")
            for word in line.split()
            if len(word) > 1
        ]
        self._places = " ".join(_data_of(rules / "places.txt")).split()
        self._foreign = [word for word in " ".join(_data_of(rules / "foreign.txt")).split() if len(word) > 1]
        self._no_names = " ".join(_data("no_names.txt")).split()
        self._words = list(runs) or self._no_names
        self._passages = list(passages)
        fill = [line for line in _data("fill.txt") if line]
        self._offices, self._phrases = fill[0].split(), fill[1:]
        self._templates = "\n".join(_data("templates.txt")).split("\n---\n")
        self._labels = words()
        self._fields = {
            kind: [word for word, one in self._labels.items() if one == kind] for kind in set(words().values())
        }

    def name(self) -> str:
        """Return a made-up Korean name."""
        pick = self.random
        chance = pick.random()
        if chance < 0.03:
            surname = pick.choice(self._doubles)
        elif chance < 0.75:
            surname = pick.choices(self._singles[: len(_FREQUENT)], _FREQUENT)[0]
        else:
            surname = pick.choice(self._singles)
        chance = pick.random()
        if chance < 0.04:
            return surname + pick.choice(self._one)
        if chance < 0.05:
            return surname + pick.choice(self._three)
        if chance < 0.15:
            return surname + pick.choice(_OLD_FIRST) + pick.choice(_OLD_LAST)
        if chance < 0.65:
            return surname + pick.choice(self._two)
        return surname + pick.choice(self._two)[0] + pick.choice(self._two)[1]

    def _slot(self, kind: str) -> str:
        pick = self.random
        make: dict[str, Callable[[], str]] = {
            "T": lambda: pick.choice(self._titles),
            "O": lambda: pick.choice(self._offices),
            "P": lambda: f"010-{pick.randint(2000, 9999)}-{pick.randint(0, 9999):04d}",
            "D": lambda: f"{pick.randint(2019, 2026)}. {pick.randint(1, 12)}. {pick.randint(1, 28)}.",
            "B": lambda: f"{pick.randint(1940, 2010)}.{pick.randint(1, 12):02d}.{pick.randint(1, 28):02d}",
            "A": self._address,
            "R": lambda: f"{pick.randint(400101, 991228)}-{pick.randint(1, 4)}{pick.randint(0, 999999):06d}",
            "W": lambda: pick.choice(self._no_names if pick.random() < 0.7 else self._words),
            "S": self._named_place,
            "M": self._masked,
            "K": lambda: str(pick.randint(1000, 99999)),
            "Z": lambda: pick.choice(self._phrases),
        }
        return make[kind]()

    def _address(self) -> str:
        pick = self.random
        number = f"{pick.randint(1, 1900)}" + pick.choice(["", f"-{pick.randint(1, 40)}", "번지", "번길 3"])
        town = self._stem() + pick.choice(["읍", "면", "동", "동", "가"])
        village = self._stem() + "리"
        street = self._stem() + pick.choice(["로", "길", "대로", "로3길"])
        county = self._stem() + pick.choice(["군", "시", "구"])
        return pick.choice(
            [
                f"{county} {town} {village} {number}",
                f"{town} {village} {number}",
                f"{village} {number}",
                f"{town} {number}",
                f"{county} {street} {number}",
                f"{street} {number} ({town})",
                f"서울특별시 {county} {street} {number}, 101동 302호 ({town}, {self._stem()}아파트)",
                f"{county} {town} {street} {number}",
            ]
        )

    def _stem(self) -> str:
        return self.random.choice(_STEMS) + self.random.choice(_STEMS)

    def _named_place(self) -> str:
        name = self.name()
        stem = name if self.random.random() < 0.6 else name[1:] if len(name) > 2 else name
        return stem + self.random.choice(self._places)

    def _masked(self) -> str:
        name = self.name()
        return self.random.choice(
            [name[0] + "○○", name[0] + "*" + name[-1], name[0] + "모", name[0] + "씨", name[0] + "OO"]
        )

    def _filled(self, template: str) -> Text:
        parts: list[str] = []
        names: list[tuple[int, int]] = []
        size = at = 0
        known: list[str] = []
        for found in _SLOT.finditer(template):
            parts.append(template[at : found.start()])
            size += found.start() - at
            at = found.end()
            kind, particle = found[1], found[2]
            if kind == "N":
                value = self.random.choice(known) if known and self.random.random() < 0.2 else self.name()
                known.append(value)
                names.append((size, size + len(value)))
            elif kind == "F":
                value = " ".join(self.random.sample(self._foreign, 2))
            else:
                value = self._slot(kind)
            whole = value + _with(value, particle)
            parts.append(whole)
            size += len(whole)
        return Text("".join(parts) + template[at:], tuple(names))

    def _table(self) -> str:
        pick = self.random
        kinds = ["NAME", *pick.sample(["PHONE", "RRN", "ADDR", "DOB", "NONE", "NONE2", "NONE3"], pick.randint(1, 4))]
        pick.shuffle(kinds)
        slots = {"NAME": "{N}", "PHONE": "{P}", "RRN": "{R}", "ADDR": "{A}", "DOB": "{B}"}
        heads = [pick.choice(self._fields[kind.rstrip("23")]) for kind in kinds]
        cells = [slots.get(kind) or pick.choice(["{W}", "{O}", "{T}", "{K}", "{S}"]) for kind in kinds]
        delimiter = pick.choice(["|", " | ", "\t", ",", ", ", "   ", "  ", ";", "; ", " │ ", " / ", "\n"])
        if pick.random() < 0.15:
            cells, heads = [[f'"{one}"' for one in some] for some in (cells, heads)]
        if pick.random() < 0.4:
            cells, heads = [pick.choice(["{K}", "1", "2", "3)"]), *cells], ["번호", *heads]
        rows = [delimiter.join(cells) for _ in range(pick.randint(1, 5))]
        return "\n".join([delimiter.join(heads), *rows] if pick.random() < 0.85 else rows)

    def _form(self) -> str:
        pick = self.random
        slots = {"NAME": "{N}", "PHONE": "{P}", "RRN": "{R}", "ADDR": "{A}", "DOB": "{B}"}
        mark = pick.choice([": ", " : ", " ", ":", "\t", "\n", " - ", "= ", "("])
        lines = []
        for _ in range(pick.randint(2, 6)):
            kind = pick.choice(["NAME", "NAME", "NAME", "PHONE", "ADDR", "DOB", "NONE", "NONE"])
            head = pick.choice(self._fields[kind]) if pick.random() < 0.8 or kind == "NAME" else "{W}"
            if pick.random() < 0.1 and len(head) == 2:
                head = " ".join(head)
            value = slots.get(kind) or pick.choice(["{W}", "{O}", "{S}", "{W} {W}", "{Z}"])
            if kind == "NAME" and pick.random() < 0.15:
                value = pick.choice(
                    ["{O}", "{W}", "{W} {W}", "{S}", "{M}", "{O} {N}", "{N} {T}", "{T} {N}", "{N}, {N}", "{N}({T})"]
                )
            lines.append(
                pick.choice(["", "", "- ", "○ ", "1. ", "가. ", "□ ", "▶ ", " · ", "  4) ", "① ", "* ", "├ "])
                + head
                + mark
                + value
                + (")" if mark == "(" else "")
            )
        return pick.choice(["\n", "\n", ", ", " / ", "  "]).join(lines)

    def _list(self) -> str:
        pick = self.random
        between = pick.choice(_SEPARATORS)
        shape = pick.choice(
            [
                "{N}",
                "{N}",
                "{N}",
                "{T} {N}",
                "{N} {T}",
                "{N}({O})",
                "{O} {N}",
                "{O} {N} {T}",
                "{N}({B})",
                "{N} {P}",
                "{W}",
            ]
        )
        head = pick.choice(["", "참석: ", "명단 ", "대상: ", "{O} ", "{W} ", "위원 ", "총 4명\n", "※ "])
        return (
            head
            + between.join([shape] * pick.randint(2, 6))
            + pick.choice(["", " 등", ". 끝", " 이상", " 총 {K}명", "이 참석함"])
        )

    def renamed(self, text: Text) -> Text:
        """Return the text with other Korean names in the places of its names."""
        parts: list[str] = []
        names: list[tuple[int, int]] = []
        size = at = 0
        for start, end in text.names:
            old = text.text[start:end]
            new = old
            while _FULL.fullmatch(old) and (new == old or final(new[-1]) != final(old[-1])):
                new = self.name()
            parts += [text.text[at:start], new]
            size += start - at
            names.append((size, size + len(new)))
            size += len(new)
            at = end
        return Text("".join(parts) + text.text[at:], tuple(names))

    def text(self) -> Text:
        """Return one made-up text."""
        pick = self.random
        parts = []
        for _ in range(pick.randint(1, 3)):
            chance = pick.random()
            if self._passages and chance < 0.12:
                passage = pick.choice(self._passages)
                start = pick.randint(0, max(0, len(passage) - 300))
                parts.append(passage[start : start + pick.randint(80, 500)].replace("{", "").replace("}", ""))
            elif chance < 0.6:
                parts.append(pick.choice(self._templates))
            else:
                parts.append(pick.choice([self._table, self._form, self._form, self._list])())
        return self._filled(pick.choice(["\n", "\n\n", " "]).join(parts))


def _data_of(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]


def _with(value: str, particle: str | None) -> str:
    if not particle:
        return ""
    ends = final(value[-1])
    if particle in _PAIRS:
        return _PAIRS[particle][0 if ends else 1]
    if particle[0] in ("으", "이") and len(particle) > 1:
        liquid = particle[0] == "으" and (ord(value[-1]) - 0xAC00) % 28 == 8
        return particle if ends and not liquid else particle[1:]
    return particle
