"""Measures found names: F1 on marked texts, full names in KLUE-NER, false ones in statutes."""

import re
from collections.abc import Iterable, Sequence

from ilson.guard.name_lexicon import Lexicon
from ilson.guard.names import Names
from training.labelled import labeller
from training.read import Text

_FULL = re.compile("[가-힣]{3,4}")


def found(names: Names, text: Text, *, labels: bool = True) -> list[tuple[int, int, float, str]]:
    """Return what is found in a text."""
    label = labeller(text.text) if labels else lambda _: None
    return [(hit.start, hit.end, hit.score, hit.evidence) for hit in names.find(text.text, label)]


def marked(names: Names, texts: Iterable[Text], *, labels: bool = True) -> tuple[float, float, float, int]:
    """Return precision, recall, F1 and the number of names; half of a name is enough, twice its length too much."""
    right = false = missed = 0
    for text in texts:
        hits = found(names, text, labels=labels)
        used = set()
        for start, end in text.names:
            best = next(
                (
                    place
                    for place, (a, b, _, _) in enumerate(hits)
                    if place not in used
                    and 2 * (min(b, end) - max(a, start)) >= end - start
                    and b - a <= 2.2 * (end - start) + 4
                ),
                None,
            )
            if best is None:
                missed += 1
            else:
                used.add(best)
                right += 1
        false += sum(
            place not in used and not any(min(b, end) > max(a, start) for start, end in text.names)
            for place, (a, b, _, _) in enumerate(hits)
        )
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall), right + missed


def full_names(names: Names, texts: Sequence[Text], lexicon: Lexicon) -> tuple[float, float, int]:
    """Return the recall of Korean full names (strict spans), the precision of all hits, and how many there are."""
    right = all_full = hits = good = 0
    for text in texts:
        spans = {(start, end) for start, end, _, _ in found(names, text, labels=True)}
        hits += len(spans)
        good += len(spans & set(text.names))
        for start, end in text.names:
            name = text.text[start:end]
            if _FULL.fullmatch(name) and (name[0] in lexicon.surnames or name[:2] in lexicon.doubles):
                all_full += 1
                right += (start, end) in spans
    return right / max(1, all_full), good / max(1, hits), all_full


def false_in_statutes(names: Names, texts: Iterable[Text]) -> tuple[float, list[str]]:
    """Return the false names for each million bytes of statutes, and which."""
    size = 0
    wrong = []
    for text in texts:
        size += len(text.text.encode())
        wrong += [
            f"{text.text[max(0, a - 10) : a]}<{text.text[a:b]}>{text.text[b : b + 8]} {score:.2f} {evidence}"
            for a, b, score, evidence in found(names, text)
        ]
    return len(wrong) / max(1e-9, size / 1e6), wrong
