from hypothesis import given
from hypothesis import strategies as st

from ilson.documents.diff import chain, changes, matches

ITEMS = st.lists(st.sampled_from("가나다라"), max_size=14)


def longest(old, new):
    """The length of the longest common subsequence, the slow way."""
    rows = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for x, one in enumerate(old):
        for y, two in enumerate(new):
            rows[x + 1][y + 1] = rows[x][y] + 1 if one == two else max(rows[x][y + 1], rows[x + 1][y])
    return rows[-1][-1]


@given(old=ITEMS, new=ITEMS)
def test_as_much_is_found_in_common_as_there_is(old, new):
    assert sum(size for _, _, size in matches(old, new)) == longest(old, new)


@given(old=ITEMS, new=ITEMS)
def test_the_changes_make_the_new_out_of_the_old(old, new):
    made, at = [], 0
    for a, b, c, d in changes(old, new):
        made += [*old[at:a], *new[c:d]]
        at = b
    assert made + old[at:] == new


@given(old=ITEMS, new=ITEMS)
def test_stretches_follow_each_other_and_never_touch(old, new):
    ends = (-1, -1)
    for one, two, size in matches(old, new):
        assert old[one : one + size] == new[two : two + size]
        assert size
        assert one >= ends[0]
        assert two >= ends[1]
        assert (one, two) != ends
        ends = (one + size, two + size)


def test_items_that_both_have_once_hold_long_texts_together():
    old = [*range(500), *["같음"] * 300, *range(500, 1000)]
    new = [*range(250, 500), *["같음"] * 200, "새것", *range(500, 1000)]
    assert sum(size for _, _, size in matches(old, new)) == 950


def test_the_longest_chain_goes_up_on_both_sides():
    assert chain([(0, 5), (1, 1), (2, 2), (3, 0), (4, 9)]) == [(1, 1), (2, 2), (4, 9)]
    assert chain([]) == []
