"""An office file must hold a summary and keywords, and tables that any program can read."""

from pathlib import Path

import pytest

from ilson.documents.official.lint.lint import Linter
from ilson.documents.official.render import render
from ilson.documents.segments.rewrite import segments
from ilson.domain.official_rule import Look
from ilson.domain.segment import Segment, Segmented

SAMPLES = Path(__file__).parents[6] / "shared" / "samples"
DRAFT = {"title": "교육", "to": "내부결재", "body": [{"text": "교육을 안내합니다."}]}
TOLD = {"summary": "교육을 안내합니다.", "keywords": ["교육"]}


def letter(*middle: tuple[str, str], carried_out: str = "2026. 11. 22.") -> tuple[Segment, ...]:
    rows = (
        ("수신  내부결재", "body"),
        ("제목  교육", "body"),
        *middle,
        ("안내합니다.  끝.", "body"),
        ("주무관 김하늘  과장 박구름", "body"),
        (f"시행  가과-1({carried_out})  접수", "body"),
    )
    return tuple(Segment(str(at), text, place, text) for at, (text, place) in enumerate(rows))  # type: ignore[arg-type]


def broken(linter: Linter, file: Segmented) -> list[str]:
    return [one.rule for one in linter.check_file(file)]


@pytest.mark.parametrize("kind", ["hwpx", "docx"])
@pytest.mark.parametrize(("told", "found"), [({}, 1), (TOLD, 0)])
def test_a_file_without_summary_and_keywords_is_found(
    linter: Linter, kind: str, told: dict[str, object], found: int
) -> None:
    assert broken(linter, segments(render(DRAFT | told, kind, Look()))).count("DOC-05") == found


def test_a_document_of_before_the_rule_needs_neither(linter: Linter) -> None:
    files = [
        Segmented("hwpx", letter(carried_out=day), 0) for day in ("2025. 10. 24.", "2026. 11. 22.", "2026. 2. 30.")
    ]
    assert ["DOC-05" in broken(linter, file) for file in files] == [False, True, True]


def test_a_merged_cell_is_found_once_for_a_table(linter: Linter) -> None:
    middle = (("구분", "table"), ("합친 칸", "merged"), ("또 합친 칸", "merged"), ("값", "table"))
    assert broken(linter, Segmented("hwpx", letter(*middle), 0, "요지", "말")) == ["DOC-07"]


def test_the_form_around_the_body_may_be_merged(linter: Linter) -> None:
    head, *rest = letter()
    form = (Segment("x", "기관", "merged", "기관"), head, *rest, Segment("y", "합친 칸", "merged", "합친 칸"))
    assert broken(linter, Segmented("hwpx", form, 0, "요지", "말")) == []


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
def test_a_real_letter_is_marked_as_a_careful_reader_would(linter: Linter) -> None:
    content = (SAMPLES / "python-hwpx__098_seoul_sihaengmun.hwpx").read_bytes()
    assert sorted(broken(linter, segments(content))) == ["ATT-05", "DATE-01", "DATE-04", "DATE-04", "DATE-04"]
