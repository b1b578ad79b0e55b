import pytest

from bench.guard.errors import errors
from bench.guard.found import Found
from bench.guard.marked import Span, load, parse
from bench.guard.score import judge, score
from bench.guard.sources import SETS


def one(written):
    return parse("d", "chat", written)


def judged(written, *found):
    return judge(one(written), found)


def scored(written, *found):
    return score([one(written)], lambda _: list(found))


def test_a_document_is_read_without_its_marks():
    document = one("전화 {{PHONE/nosep:01012345678}}로, 문서 {{-docno:가-12}} 참고")
    assert document.text == "전화 01012345678로, 문서 가-12 참고"
    assert document.entities == (Span("PHONE", 3, 14, "nosep"),)
    assert document.traps == (Span("docno", 20, 24),)


def test_a_value_may_hold_colons_and_run_over_two_lines():
    document = one("{{SECRET:a:b}} {{RRN/nl:900101-\n1234567}}")
    assert [document.text[span.start : span.end] for span in document.entities] == ["a:b", "900101-\n1234567"]


def test_a_mark_that_is_not_closed_is_told():
    with pytest.raises(ValueError, match="document d"):
        one("{{PHONE:010 {{NAME:홍길동}}")


def test_a_file_of_several_documents_is_read(tmp_path):
    path = tmp_path / "set.txt"
    path.write_text("=== a1 chat\n{{NAME:홍길동}}이\n\n=== a2 log\n없음\n", "utf-8")
    assert [(doc.name, doc.kind, doc.text) for doc in load(path)] == [("a1", "chat", "홍길동이"), ("a2", "log", "없음")]


def test_json_lines_are_read_and_both_telephones_are_one_type(tmp_path):
    path = tmp_path / "set.jsonl"
    span = '{"start": 0, "end": 2, "type": "MOBILE", "variant": "zw"}'
    path.write_text(f'{{"id": "x", "text": "01", "spans": [{span}], "traps": []}}\n', "utf-8")
    assert load(path)[0].entities == (Span("PHONE", 0, 2, "zw"),)


@pytest.mark.parametrize(
    ("found", "hits"),
    [
        (Found("NAME", 0, 4), 1),
        (Found("NAME", 2, 4), 1),  # half of it
        (Found("NAME", 3, 4), 0),  # less than half of it
        (Found("PHONE", 0, 4), 0),  # another type
        (Found("NAME", 0, 12), 1),  # 2.2 times and 4 characters: up to 12
        (Found("NAME", 0, 13), 0),  # too long
    ],
)
def test_what_hits_a_span(found, hits):
    assert len(judged("{{NAME:남궁민수}} 외 여러 사람이 모였다", found).hits) == hits


def test_a_second_piece_of_a_span_is_no_false_alarm():
    assert judged("{{ADDR:서울 강서구}} 끝", Found("ADDR", 0, 4), Found("ADDR", 5, 6)).false == ()


def test_a_false_alarm_tells_what_it_stands_on():
    written = "{{PHONE:010-1234-5678}} {{-docno:가-12}} 그리고"
    found = Found("CARD", 0, 13), Found("CARD", 14, 18), Found("CARD", 19, 21)
    assert [ground for _, ground in judged(written, *found).false] == ["on:PHONE", "docno", "text"]


@pytest.mark.parametrize(
    ("written", "found", "neutral"),
    [
        ("{{-PUB_tel:02-2600-1234}}", Found("PHONE", 0, 12), 1),
        ("{{-PUB_tel:02-2600-1234}}", Found("ACCOUNT", 0, 12), 0),
        ("{{-date:2026.3.1.}}", Found("DOB", 0, 9), 1),
        ("{{-date:2026.3.1.}}", Found("IP", 0, 9), 0),
    ],
)
def test_public_contact_data_and_plain_dates_are_neutral(written, found, neutral):
    result = judged(written, found)
    assert (len(result.neutral), len(result.false)) == (neutral, 1 - neutral)


def test_the_figures_of_a_type():
    result = scored("{{NAME:홍길동}}과 {{NAME:김철수}}, 고지서", Found("NAME", 0, 3), Found("NAME", 10, 13))
    tally = result.types["NAME"]
    assert (tally.marked, tally.hit, tally.exact, tally.false) == (2, 1, 1, 1)
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)


def test_whatever_type_covers_a_value_masks_it_and_the_rest_leaks():
    result = scored("{{NAME:홍길동}} {{PHONE:0101234567}}", Found("CARD", 0, 3), Found("PHONE", 4, 9))
    assert result.total().masked == 1
    assert (result.leaked.part, result.leaked.whole) == (5, 13)


def test_recall_is_told_by_variant():
    result = scored("{{PHONE/zw:0101}} {{PHONE/dot:0202}}", Found("PHONE", 5, 9))
    assert {variant: share.value for (_, variant), share in result.variants.items()} == {"zw": 0.0, "dot": 1.0}


def test_a_trap_is_clean_unless_something_hides_it_and_public_data_are_no_traps():
    written = "{{-docno:가-1}} {{-zip:07655}} {{-PUB_tel:120}}"
    told, hiding = Found("ACCOUNT", 0, 3, hides=False), Found("EMPID", 4, 9)
    result = scored(written, told, hiding, Found("PHONE", 10, 13))
    assert {kind: share.value for kind, share in result.traps.items()} == {"docno": 1.0, "zip": 0.0, "PUB_tel": 0.0}
    assert (result.trap_precision().part, result.trap_precision().whole) == (1, 2)


def test_the_sum_can_leave_a_type_out():
    result = scored("{{NAME:홍길동}} {{PHONE:0101}}", Found("PHONE", 4, 8))
    assert (result.total().recall, result.total(without=["NAME"]).recall) == (0.5, 1.0)


def test_each_error_is_told_with_its_surroundings_and_evidence():
    document = one("담당 {{NAME:홍길동}}\n문서 {{-docno:가-12}}")
    found = [Found("ACCOUNT", 10, 14, "score=0.6")]
    assert list(errors([document], lambda _: found)) == [
        "MISS NAME/plain [nothing] d: 담당 «홍길동»⏎문서 가-12",
        "FALSE ACCOUNT docno [score=0.6] d: 담당 홍길동⏎문서 «가-12»",
    ]
    assert len(list(errors([document], lambda _: found, "NAME"))) == 1


KNOWN = {
    *("RRN", "FRN", "PASSPORT", "DL", "PHONE", "EMAIL", "CARD", "ACCOUNT", "BRN", "CRN"),
    *("NHI", "PLATE", "ADDR", "NAME", "DOB", "IP", "GPS", "EMPID", "STUID", "SECRET"),
}


@pytest.mark.parametrize("path", sorted(SETS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_set_has_every_type_marked_and_no_document_twice(path):
    documents = load(path)
    assert {span.type for document in documents for span in document.entities} == KNOWN
    assert len({document.name for document in documents}) == len({document.text for document in documents}) > 200
    assert [document.name for document in documents if not document.traps] == []
