from ilson.documents.pdf_rules import Line, tables


def grid(columns, rows):
    """Return lines across and down through these places."""
    across = [Line(y, columns[0], columns[-1]) for y in rows]
    return across, [Line(x, rows[0], rows[-1]) for x in columns]


def test_crossing_lines_make_cells_from_the_upper_left():
    assert tables(*grid([0, 100, 200], [0, 50, 100])) == [
        [(0, 50, 100, 100), (100, 50, 200, 100), (0, 0, 100, 50), (100, 0, 200, 50)]
    ]


def test_a_line_that_stops_makes_a_merged_cell():
    across, down = grid([0, 100, 200], [0, 50, 100])
    down[1] = Line(100, 0, 50)
    assert tables(across, down) == [[(0, 50, 200, 100), (0, 0, 100, 50), (100, 0, 200, 50)]]


def test_lines_that_nearly_meet_and_doubled_lines_are_one():
    across, down = grid([0, 100, 200], [0, 50, 100])
    split = [Line(50, 0, 99), Line(51, 101, 200)]
    assert len(tables([across[0], *split, across[2]], [*down, Line(101, 0, 100)])[0]) == 4


def test_tables_that_do_not_touch_are_two():
    first, second = grid([0, 50, 100], [0, 50]), grid([300, 350, 400], [0, 50])
    assert [len(table) for table in tables(first[0] + second[0], first[1] + second[1])] == [2, 2]


def test_one_box_is_no_table():
    assert tables(*grid([0, 100], [0, 50])) == []


def test_a_drawing_of_very_many_lines_is_no_table():
    assert tables(*grid(list(range(0, 2000, 10)), [0, 50, 100])) == []
