"""Makes rule files of what others publish: lists of plain words, and the names of the laws in force."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import yaml

from ilson.documents.official.lint.lint import Linter
from ilson.domain.errors import BadRequest
from ilson.domain.official_rule import LintRule, OfficialRules

PLAIN: Final = "PLAIN-01"
"""The rule that a list of plain words becomes; it takes the place of the one that is shipped, and holds its words."""

_TERM: Final = ("용어", "대상어", "순화대상어", "행정용어", "어려운말")
_VARIANTS: Final = ("이표기·오표기", "이표기오표기", "이표기", "오표기")
_PLAINER: Final = ("대안어(안)", "대안어", "순화어", "다듬은말", "쉬운말")
_BETWEEN = re.compile(r"[,;/\n]|\s\|\s")
_NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_HEAD = re.compile(r"^제목:\s*['\"]?(?P<name>.+?)['\"]?\s*$", re.MULTILINE)
_SHORTEST: Final = 2  # letters; a single one stands in every other word


def plain_words(text: str, rules: OfficialRules) -> str:
    """Return a rule file (YAML) of a list of plain words as CSV: 용어, 이표기·오표기, 대안어(안).

    The words that the rule has already are kept; the list wins.

    Raises:
        BadRequest: no such columns, or no words in them.

    Source: 국립국어원 「쉽고 바른 공공언어 쓰기 평가용 용어 목록」 (data.go.kr 15130006, 공공누리 제1유형).
    """
    told = dict(_words(text))
    if not told:
        raise BadRequest("the list has no words, or its head names no columns of words and of plainer ones")
    seed = next((rule for rule in rules.lint if rule.id == PLAIN), None)
    words = {**(seed.replace if seed else {}), **told}
    rule = LintRule(
        id=PLAIN,
        level=seed.level if seed else "warn",
        says=seed.says if seed else "쉬운 말로 바꾸어 적습니다.",
        basis=seed.basis if seed else "국립국어원 목록",
        wrong=(),
        right=(),
        replace=words,
        allow=seed.allow if seed else (),
    )
    term, plainer = _example(rule, told)
    listed = {
        "id": rule.id,
        "level": rule.level,
        "says": rule.says,
        "basis": rule.basis,
        "wrong": [term],
        "right": [plainer],
        "replace": words,
        "allow": [*rule.allow],
    }
    return yaml.safe_dump({"rules": [listed]}, allow_unicode=True, sort_keys=False, width=120)


def law_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names of laws that files with a YAML head tell as 「제목: …」, each once, sorted."""
    found = (_HEAD.search(text[:2_000]) for text in texts)
    return tuple(sorted({one["name"].strip() for one in found if one}))


def _words(text: str) -> Iterator[tuple[str, str]]:
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    head = ["".join(cell.split()) for cell in next(rows, [])]
    term, variants, plainer = (_column(head, names) for names in (_TERM, _VARIANTS, _PLAINER))
    if term is None or plainer is None:
        return
    for row in rows:
        cells = dict(enumerate(row))
        wanted = ", ".join(_parts(cells.get(plainer, "")))
        written = (*_parts(cells.get(term, "")), *(_parts(cells.get(variants, "")) if variants is not None else ()))
        yield from ((word, wanted) for word in written if wanted and word not in wanted and len(word) >= _SHORTEST)


def _column(head: list[str], names: tuple[str, ...]) -> int | None:
    return next((at for name in names for at, cell in enumerate(head) if cell == name), None)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (_NOTE.sub("", part).strip() for part in _BETWEEN.split(cell)) if part)


def _example(rule: LintRule, words: Mapping[str, str]) -> tuple[str, str]:
    """Return a word and its plainer one that prove the rule: some plainer words are on the list themselves."""
    linter = Linter(OfficialRules(lint=(rule,)))
    for term, plainer in words.items():
        first = plainer.split(",")[0]
        if not linter.check(first):
            return term, first
    raise BadRequest("every plainer word of the list is on the list itself")
