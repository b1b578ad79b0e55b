"""Whole documents as an official writes them: what is found is what their first lines expect, and nothing else.

`type:` names the type of the document, `expect:` the rules that it breaks, as errors or warnings.
"""

from pathlib import Path

import pytest

from ilson.documents.official.lint.mend import mend_text

LETTERS = sorted((Path(__file__).parent / "letters").glob("*.txt"))


def read(path):
    told, text = {"type": "", "expect": ""}, path.read_text("utf-8")
    while text.split(":")[0] in told:
        line, text = text.split("\n", 1)
        told[line.split(":")[0]] = line.partition(": ")[2]
    return text, told["type"], {*told["expect"].split()}


def test_there_are_right_ones_and_wrong_ones():
    wrong = [path for path in LETTERS if read(path)[2]]
    assert (len(LETTERS) - len(wrong) >= 35, len(wrong) >= 12) == (True, True)


@pytest.mark.parametrize("path", LETTERS, ids=[path.stem for path in LETTERS])
def test_a_letter_is_found_fault_with_where_it_is_wrong(linter, path):
    text, name, expected = read(path)
    assert {found.rule for found in linter.check(text, name=name) if found.level != "info"} == expected


@pytest.mark.parametrize("path", LETTERS, ids=[path.stem for path in LETTERS])
def test_a_letter_is_mended_once_and_for_all(linter, path):
    text, name, expected = read(path)
    mended, count = mend_text(text, linter, name=name)
    assert (mend_text(mended, linter, name=name), bool(expected) or count == 0) == ((mended, 0), True)
