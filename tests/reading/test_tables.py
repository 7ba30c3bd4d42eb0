"""Tables: which headers stand over and beside each cell."""

from figurecheck.model import Format
from figurecheck.reading.projection import project


def cells(source: str, form: Format) -> list[tuple[str, str, str]]:
    """Each data cell's words, column header and row header."""
    projection = project(source, form)
    return [
        (projection.text[cell.start : cell.end], cell.column, cell.row)
        for table in projection.tables
        for cell in table.cells
    ]


def test_a_markdown_table() -> None:
    source = "| Region | Killed | Injured |\n|---|--:|---|\n| Tamra | **12** | 30 |\n| Dembe | 4 | |\n"
    assert cells(source, "markdown") == [
        ("Tamra", "Region", ""),
        ("12", "Killed", "Tamra"),
        ("30", "Injured", "Tamra"),
        ("Dembe", "Region", ""),
        ("4", "Killed", "Dembe"),
    ]


def test_a_cell_is_found_in_the_source() -> None:
    source = "# Floods\n\n| Region | Homes |\n|---|---|\n| Tamra | **1**,200 |\n"
    projection = project(source, "markdown")
    (cell,) = [cell for cell in projection.tables[0].cells if cell.column == "Homes"]
    start, end = projection.source(cell.start, cell.end)
    assert source[start:end] == "1**,200"


def test_a_cell_knows_the_row_that_it_stands_in() -> None:
    source = "| Region | Homes |\n|---|---|\n| Tamra | **1**,200 |\n"
    projection = project(source, "markdown")
    lines = [cell.line for cell in projection.tables[0].cells]
    assert [projection.text[start:end] for start, end in lines] == ["Tamra\n1,200"] * 2
    assert source[slice(*projection.source(*lines[0]))] == "Tamra | **1**,200"


def test_an_html_table_with_a_head_and_row_headers() -> None:
    source = """<table><caption>Toll by region</caption>
      <thead><tr><th>Region</th><th>Killed</th></tr></thead>
      <tbody><tr><th>Tamra</th><td>12</td></tr><tr><th>Dembe</th><td>4</td></tr></tbody></table>"""
    assert cells(source, "html") == [("12", "Killed", "Tamra"), ("4", "Killed", "Dembe")]
    assert project(source, "html").tables[0].caption == "Toll by region"


def test_end_tags_may_be_left_out() -> None:
    source = "<table><tr><th>Region<th>Killed<tr><td>Tamra<td>12</table>"
    assert cells(source, "html") == [("Tamra", "Region", ""), ("12", "Killed", "Tamra")]


def test_a_header_that_spans_columns_stands_over_each_of_them() -> None:
    source = (
        "<table><tr><th rowspan=2>Region<th colspan=2>Casualties<tr><th>Killed<th>Injured"
        "<tr><td>Tamra<td>12<td>30</table>"
    )
    assert cells(source, "html")[1:] == [("12", "Casualties Killed", "Tamra"), ("30", "Casualties Injured", "Tamra")]


def test_a_row_header_that_spans_rows_stands_beside_each_of_them() -> None:
    source = "<table><tr><th>Region<th>Year<th>Dead<tr><th rowspan=2>Tamra<td>2023<td>5<tr><td>2024<td>7</table>"
    assert ("7", "Dead", "Tamra") in cells(source, "html")


def test_a_first_row_of_labels_is_a_header_without_being_marked() -> None:
    source = "<table><tr><td>Region<td>2023<td>Killed<tr><td>Tamra<td>12<td>30</table>"
    assert cells(source, "html")[1:] == [("12", "2023", "Tamra"), ("30", "Killed", "Tamra")]


def test_a_first_row_of_numbers_is_no_header() -> None:
    source = "<table><tr><td>Tamra<td>12<tr><td>Dembe<td>4</table>"
    assert cells(source, "html") == [("Tamra", "", ""), ("12", "", "Tamra"), ("Dembe", "", ""), ("4", "", "Dembe")]


def test_a_cell_of_prose_is_no_header() -> None:
    source = f"<table><tr><th>{'word ' * 60}<th>Killed<tr><td>Tamra<td>12</table>"
    assert cells(source, "html") == [("Tamra", "", ""), ("12", "Killed", "Tamra")]


def test_a_table_that_lays_out_a_page_has_no_cells() -> None:
    source = "<table><tr><td><table><tr><th>A<th>B<tr><td>x<td>1</table><td>5</table>"
    assert cells(source, "html") == [("x", "A", ""), ("1", "B", "x")]


def test_html_in_markdown_may_hold_a_table_over_blank_lines() -> None:
    source = (
        "<table>\n<tr><th>Region</th><th\n class=x>Killed</th></tr>\n\n<tr><td>Tamra</td><td>12</td></tr>\n</table>\n"
    )
    assert cells(source, "markdown") == [("Tamra", "Region", ""), ("12", "Killed", "Tamra")]


def test_cells_are_read_apart() -> None:
    assert project("|a|b|\n|-|-|\n|1|2|\n", "markdown").text == "a\nb\n\n1\n2"
