"""What an official sees before anything is sent, and what an officer sees of a rule on trial."""

from ilson.domain.document import Document, Paragraph, Table
from ilson.domain.grade import Grade
from ilson.domain.question import Question, Release, Turn
from ilson.domain.rule import Rulebook
from ilson.guard.compile import Guard
from ilson.guard.inspect import inspect
from ilson.guard.preview import Preview, attempt, described, preview

DOCUMENT = Document(
    "a@b.kr 명단.txt", "txt", (Paragraph("담당 010-1234-5678"), Table((("순번", "학번"), ("1", "20201234"))))
)


def seen(text: str, guard: Guard, *let: Release, document: Document | None = None, grade: Grade = Grade.O) -> Preview:
    return preview(text, document, guard, department="", chosen=grade, released=let)


def test_a_finding_tells_its_place_value_reason_and_law(guard: Guard) -> None:
    (one,) = seen("번호 900101-1234567 확인", guard).findings
    assert (one["place"], one["start"], one["end"], one["value"]) == ({"field": "text"}, 3, 17, "900101-1234567")
    assert (one["type"], one["label"], one["action"], one["release"]) == ("RRN", "주민등록번호", "mask", False)
    assert "주민등록번호의 처리의 제한" in one["basis"].replace("주민등록번호 처리", "주민등록번호의 처리")
    assert one["why"]


def test_findings_of_a_document_stand_in_its_blocks_cells_and_name(guard: Guard) -> None:
    findings = seen("안녕", guard, document=DOCUMENT).findings
    assert [(one["place"], one["value"]) for one in findings] == [
        ({"field": "block", "block": 0, "row": None, "cell": None}, "010-1234-5678"),
        ({"field": "block", "block": 1, "row": 1, "cell": 1}, "20201234"),
        ({"field": "name"}, "a@b.kr"),
    ]


def test_the_grade_is_told_as_typed_and_as_it_leaves(guard: Guard) -> None:
    told = seen("010-1234-5678", guard)
    assert (told.grade, told.grade_after, told.reasons) == (Grade.S, Grade.O, ("개인정보",))


def test_a_released_value_is_shown_as_such_and_stays_in_the_grade(guard: Guard) -> None:
    told = seen("01012345678", guard, Release("PHONE", "010-1234-5678", "own"))
    assert [(one["released"], one["release"]) for one in told.findings] == [(True, True)]
    assert (told.grade, told.grade_after, told.reasons) == (Grade.S, Grade.S, ("가리지 않은 개인정보",))


def test_a_release_that_a_rule_does_not_allow_is_shown_as_masked(guard: Guard) -> None:
    told = seen("900101-1234567", guard, Release("RRN", "900101-1234567", "own"))
    assert [one["released"] for one in told.findings] == [False]


def test_what_is_shown_is_what_is_done(rulebook: Rulebook, guard: Guard) -> None:
    for rule in rulebook.pii:
        for example in rule.matches:
            told = seen(example, guard)
            sent = inspect(Question(task="ask", turns=(Turn("user", example),)), (), guard)
            values = {one["value"] for one in told.findings if one["action"] == "mask"}
            assert [value for value in values if value in sent.question.turns[0].text] == []
            assert (told.grade, told.grade_after) == (sent.told.grade_before, sent.told.grade)


def test_a_blocking_word_is_shown_and_not_raised(guard: Guard, rulebook: Rulebook) -> None:
    word = next(rule for rule in rulebook.words if rule.action == "confirm" and not rule.departments)
    (one, *_) = seen(word.matches[0], guard).findings
    assert (one["type"], one["action"], one["basis"]) == ("WORD", "confirm", word.basis)


def test_a_trial_tells_findings_doubts_and_both_ways_of_the_text(guard: Guard) -> None:
    text = "번호 010-1234-5678, 관리 4579-7212-3456-7894"
    done = attempt(text, guard, department="", shadow=())
    ((shown, score, shadow),) = done.findings
    assert (shown["value"], score > 0.5, shadow) == ("010-1234-5678", True, False)
    assert ("CARD", "4579-7212-3456-7894", "검증번호가 맞지 않음") in {
        (one["type"], one["value"], one["reason"]) for one in done.rejections
    }
    assert ("010-1234-5678" in done.masked, done.restored) == (False, text)


def test_a_rule_may_be_tried_in_the_shadow(guard: Guard) -> None:
    done = attempt("010-1234-5678 a@b.kr", guard, department="", shadow=("전화번호",))
    assert {(shown["type"], shadow) for shown, _, shadow in done.findings} == {("PHONE", True), ("EMAIL", False)}
    assert ("010-1234-5678" in done.masked, "a@b.kr" in done.masked) == (True, False)


def test_every_rule_is_described_with_its_examples(rulebook: Rulebook) -> None:
    rules = [*rulebook.pii, *rulebook.words]
    told = described(rules)
    assert [one["name"] for one in told] == [rule.name for rule in rules]
    assert len({frozenset(one) for one in told}) == 1
    assert all(one["matches"] and one["passes"] and one["basis"] for one in told)
