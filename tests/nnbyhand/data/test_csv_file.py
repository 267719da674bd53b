"""A reader's own table: what is in the file comes out, and anything doubtful is refused."""

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import nnbyhand as nn
from nnbyhand.data.base import Data
from nnbyhand.data.csv_file import read_csv
from nnbyhand.errors import InputError, InputTypeError, InputValueError

FRUITS = [f"{200 + k},{k / 8},{'ripe' if k > 5 else 'green'}" for k in range(12)]
"""Rows of the columns grams, softness and fruit: six of each class."""


def file_of(*lines: str, end: str = "\n") -> io.StringIO:
    return io.StringIO(end.join(lines), newline="")


def fruits(*rows: str, header: str = "grams,softness,fruit") -> io.StringIO:
    """Return a table with these rows in the place of as many good ones, from line 2 on."""
    return file_of(header, *rows, *FRUITS[len(rows) :])


def read(file: io.StringIO, **words: str) -> Data:
    return read_csv(file, **{"target": "fruit"} | words)


def assert_fruits(data: Data) -> None:
    np.testing.assert_array_equal(data.x[:, 0], 200 + np.arange(12))
    np.testing.assert_array_equal(data.x[:, 1], np.arange(12) / 8)
    assert data.x.dtype == np.float64
    assert data.x.flags.c_contiguous
    assert data.y.dtype == np.int64
    assert data.y.tolist() == [0] * 6 + [1] * 6
    assert data.names == ("grams", "softness")
    assert data.classes == ("green", "ripe")


def test_classes() -> None:
    assert_fruits(read(fruits()))


def test_the_target_may_be_any_column() -> None:
    rows = [",".join(reversed(row.split(","))) for row in FRUITS]
    data = read(file_of("fruit,softness,grams", *rows))
    assert data.names == ("softness", "grams")
    np.testing.assert_array_equal(data.x[:, ::-1], read(fruits()).x)
    np.testing.assert_array_equal(data.y, read(fruits()).y)


def test_numbers_to_predict() -> None:
    rows = [row.rpartition(",")[0] for row in FRUITS]
    data = read(file_of("softness,grams", *rows), target="grams", task="regression")
    assert data.names == ("softness",)
    assert data.classes == ()
    assert data.y.shape == (12, 1)
    assert data.y.dtype == np.float64
    np.testing.assert_array_equal(data.y[:, 0], np.arange(12) / 8)
    np.testing.assert_array_equal(data.x[:, 0], 200 + np.arange(12))


def test_numbers_that_name_classes_are_sorted_as_numbers() -> None:
    names = ["10", "9", "1.5", "-1", "1.5", "10", "9", "9", "10", "1.5", "-1", "-1"]
    data = read(numbered(*names))
    assert data.classes == ("-1", "1.5", "9", "10")
    assert data.y.tolist() == [3, 2, 1, 0, 1, 3, 2, 2, 3, 1, 0, 0]


@pytest.mark.parametrize(
    "classes",
    [
        ("9007199254740992", "9007199254740993"),  # 2**53 and the next, which no float64 holds
        ("-9007199254740993", "-9007199254740992"),
        ("9007199254740992.0", "9007199254740993"),
        ("100", "1E2"),
        ("007", "07", "7"),
        ("1" * 300 + "1", "1" * 300 + "2"),
    ],
    ids=["large", "below 0", "with a point", "an E", "zeros", "very large"],
)
def test_whole_numbers_are_classes_as_they_are_written(classes: tuple[str, ...]) -> None:
    labels = [k % len(classes) for k in range(12)]
    data = read(numbered(*[classes[label] for label in labels]))
    assert data.classes == classes
    assert data.y.tolist() == labels


def test_one_text_makes_all_classes_texts() -> None:
    names = ["10", "9", "x", "9", "10", "x", "x", "9", "10", "10"]
    data = read(file_of("a,fruit", *[f"{k},{name}" for k, name in enumerate(names)]))
    assert data.classes == ("10", "9", "x")
    assert data.y.tolist() == [0, 1, 2, 1, 0, 2, 2, 1, 0, 0]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines(tmp_path: Path, end: str) -> None:
    path = tmp_path / "fruits.csv"
    text = end.join(["grams,softness,fruit", *FRUITS, ""])
    path.write_bytes(text.encode())
    assert_fruits(read_csv(path, target="fruit"))
    assert_fruits(read_csv(str(path), target="fruit"))
    assert_fruits(read(io.StringIO(text, newline="")))


def test_the_mark_of_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "fruits.csv"
    path.write_text(fruits().read(), encoding="utf-8-sig")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfgrams")
    assert_fruits(read_csv(path, target="fruit"))
    with path.open(encoding="utf-8") as file:  # here the mark is part of the text
        assert_fruits(read_csv(file, target="fruit"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    table = fruits().read().replace(",", delimiter)
    assert_fruits(read(io.StringIO(table), delimiter=delimiter))


def test_spaces_quotes_and_blank_lines() -> None:
    rows = [f" {row.replace(',', ' , ')} " for row in FRUITS]
    rows[3:4] = ["", '"203", "0.375","green"', "   "]
    assert_fruits(read(file_of("", ' grams ,"softness", fruit', *rows, "", "")))


def test_a_name_may_hold_the_delimiter_and_the_end_of_a_line() -> None:
    assert read(fruits(header='"grams, dry","soft\nness",fruit')).names == (
        "grams, dry",
        "soft\nness",
    )


def test_a_name_may_hold_another_delimiter() -> None:
    assert read(fruits(header="grams;dry,soft\tness,fruit")).names == ("grams;dry", "soft\tness")


def test_the_end_of_a_line_within_quotes_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "fruits.csv"
    path.write_bytes(fruits(header='"gr\r\nams",softness,fruit').read().encode())
    assert read_csv(path, target="fruit").names == ("gr\r\nams", "softness")


def test_a_file_may_be_open() -> None:
    file = fruits()
    read(file)
    assert not file.closed


def test_iris_comes_back(tmp_path: Path) -> None:
    iris = nn.iris()
    with (tmp_path / "iris.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow([*iris.names, "species"])
        rows.writerows(
            [*x, iris.classes[y]] for x, y in zip(iris.x.tolist(), iris.y.tolist(), strict=True)
        )
    data = read_csv(tmp_path / "iris.csv", target="species")
    np.testing.assert_array_equal(data.x, iris.x)
    np.testing.assert_array_equal(data.y, iris.y)
    assert (data.names, data.classes) == (iris.names, iris.classes)


def test_what_comes_out_goes_on_to_split_and_training() -> None:
    constant = [f"1,{row}" for row in FRUITS]  # a constant input is no error
    data = read(file_of("constant,grams,softness,fruit", *constant))
    parts = nn.split(data.x, data.y, rng=np.random.default_rng(0))
    scaled = nn.Standardizer.fit(parts.train.x)(parts.train.x)
    assert np.all(scaled[:, 0] == 0)
    network = nn.MLP([3, 2], rng=np.random.default_rng(0))
    trained = nn.train(
        *(network, scaled, parts.train.y),
        loss=nn.cross_entropy_from_logits,
        optimizer=nn.SGD(0.1),
        epochs=2,
        rng=np.random.default_rng(0),
    )
    assert trained.history.loss[-1] < trained.history.loss[0]


def test_numbers_to_predict_go_on_to_training() -> None:
    data = read(file_of("a,b", *[f"{k},{2 * k}" for k in range(10)]), target="b", task="regression")
    network = nn.MLP([1, 1], rng=np.random.default_rng(0))
    assert nn.mse(network(data.x), data.y) > 0


TEXT = "Leave that column out, or write it as one column of 0 and 1 for each value."
POINT = "Write decimals with a point, and thousands without a mark."
INFINITE = "Find out where it comes from, and drop such rows."
RIGHT = "There is nothing to predict: is it the right column?"
NAMES = "a first row with a name for each column"
FILL = "Drop those rows, or fill in a number of the training part alone, such as its median."
COMPLETE = "a value in every cell"
QUOTE = "Look for a quote that is not closed, or that stands within a cell."
CELLS = "Add what the row lacks, or put quotes around a cell that holds the delimiter."
UTF_8 = 'Save it as UTF-8: spreadsheets call it "CSV UTF-8".'
EMPTY = "Write the names of the columns in the first line, and one example in each other."
MORE = "Collect more: training, validation and test all need some."
EACH = "at least 3, one each for training, validation and test"
ALIKE = (
    "Write them alike; if they are two classes, put a letter before: v1 and v1.0. "
    'For numbers to predict, pass task="regression".'
)
HEADER = "Write the name as the header has it; if these are values, add a header."


def numbered(*names: str) -> io.StringIO:
    return file_of("a,fruit", *[f"{k},{name}" for k, name in enumerate(names)])


FAULTS: dict[str, tuple[io.StringIO, dict[str, str], tuple[str, str, str, str]]] = {
    "nothing": (file_of(""), {}, ("source", "an empty file", "a header and rows", EMPTY)),
    "blank lines": (
        file_of("", " ", ""),
        {},
        ("source", "an empty file", "a header and rows", EMPTY),
    ),
    "no header": (
        file_of("1,2,3", "4,5,6"),
        {},
        (
            *("source", "a first row of numbers, '1', '2', '3'", NAMES),
            "Write a name above each column; otherwise the first example would be lost.",
        ),
    ),
    "a column without a name": (
        fruits(header="grams,,fruit"),
        {},
        (
            *("source", "no name for column 2 of 3", NAMES),
            "Name it, or leave it out: pandas does with to_csv(path, index=False).",
        ),
    ),
    "a name twice": (
        fruits(header="fruit,grams, fruit"),
        {},
        ("source", "the name 'fruit' twice", NAMES, "Give each column a name of its own."),
    ),
    "semicolons": (
        file_of("grams;fruit", "1,5;ripe"),
        {},
        ("source", "one column, 'grams;fruit'", "columns divided by ','", "Pass delimiter=';'."),
    ),
    "tabs": (
        file_of("grams\tfruit"),
        {},
        (
            "source",
            r"one column, 'grams\tfruit'",
            "columns divided by ','",
            r"Pass delimiter='\t'.",
        ),
    ),
    "commas": (
        file_of("grams,fruit"),
        {"delimiter": ";"},
        ("source", "one column, 'grams,fruit'", "columns divided by ';'", "Pass delimiter=','."),
    ),
    "an unknown delimiter": (
        fruits(),
        {"delimiter": " "},
        (
            *("delimiter", "' '", r"one of ',', ';', '\t', '|'"),
            "Look at the first line: what stands between two names?",
        ),
    ),
    "an unknown task": (
        fruits(),
        {"task": "ranking"},
        (
            *("task", "'ranking'", "one of 'classification', 'regression'"),
            "Predict classes by classification, numbers by regression.",
        ),
    ),
    "an unknown target": (
        fruits(),
        {"target": "Fruit"},
        ("target", "'Fruit'", "a column of source: 'grams', 'softness', 'fruit'", HEADER),
    ),
    "a header in quotes as a whole": (
        file_of('"grams,fruit"', '"200,ripe"'),
        {},
        ("target", "'fruit'", "a column of source: 'grams,fruit'", HEADER),
    ),
    "an unknown target among many columns": (
        file_of(",".join("abcdefghij")),
        {},
        (
            "target",
            "'fruit'",
            "a column of source: 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' and 2 more",
            HEADER,
        ),
    ),
    "an unknown target among all that are shown": (
        file_of(",".join("abcdefgh")),
        {},
        (
            *("target", "'fruit'"),
            "a column of source: 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'",
            HEADER,
        ),
    ),
    "no input": (
        file_of("fruit", *["ripe", "green"] * 5),
        {},
        (
            *("source", "only the column 'fruit'", "at least one more column"),
            "Add a column to predict it from.",
        ),
    ),
    "a short row": (
        fruits("200,0.5,ripe", "201"),
        {},
        ("source", "1 cell in line 3", "3 cells as in the header", CELLS),
    ),
    "a long row, below cells of two lines": (
        fruits('200,"0.\n5",ripe', "", "201,0,ripe,ripe", header='grams,"soft\nness",fruit'),
        {},
        ("source", "4 cells in line 6", "3 cells as in the header", CELLS),
    ),
    "a row of two in a file of one column": (
        file_of("fruit", "1,5"),
        {},
        ("source", "2 cells in line 2", "1 cell as in the header", CELLS),
    ),
    "only a header": (
        file_of("grams,fruit"),
        {},
        ("source", "0 rows", "at least 10", MORE),
    ),
    "one row": (file_of("a,fruit", "1,2"), {}, ("source", "1 row", "at least 10", MORE)),
    "nine rows": (
        file_of("grams,softness,fruit", *FRUITS[:9]),
        {},
        ("source", "9 rows", "at least 10", MORE),
    ),
    "a missing value": (
        fruits("200,,ripe"),
        {},
        ("source", "1 missing value in column 'softness', the first in line 2", COMPLETE, FILL),
    ),
    "missing values": (
        fruits("200,0.5,ripe", "201,NA,?", "nan,1,ripe", "203,null,ripe"),
        {},
        (
            "source",
            "4 missing values in columns 'softness', 'fruit', 'grams', the first in line 3",
            *(COMPLETE, FILL),
        ),
    ),
    "a text": (
        fruits("200,0.5,ripe", "201,soft,ripe", "202,hard,ripe"),
        {},
        ("source", "'soft' in column 'softness', line 3", "a finite number", TEXT),
    ),
    "a truth": (
        fruits("200,True,ripe"),
        {},
        ("source", "'True' in column 'softness', line 2", "a finite number", TEXT),
    ),
    "a decimal comma": (
        fruits('200,"0,5",ripe'),
        {},
        ("source", "'0,5' in column 'softness', line 2", "a finite number", POINT),
    ),
    "a decimal comma between semicolons": (
        file_of("grams;fruit", *["1,5;ripe"] * 10),
        {"delimiter": ";"},
        ("source", "'1,5' in column 'grams', line 2", "a finite number", POINT),
    ),
    "a mark for thousands that Python takes": (
        fruits("1_000,0.5,ripe"),
        {},
        ("source", "'1_000' in column 'grams', line 2", "a finite number", POINT),
    ),
    "an infinite input": (
        fruits("200,-inf,ripe"),
        {},
        ("source", "'-inf' in column 'softness', line 2", "a finite number", INFINITE),
    ),
    "an input too large for a float": (
        fruits("200,1e999,ripe"),
        {},
        ("source", "'1e999' in column 'softness', line 2", "a finite number", INFINITE),
    ),
    "a text to predict as a number": (
        fruits(),
        {"task": "regression"},
        (
            *("source", "'green' in column 'fruit', line 2", "a finite number"),
            'Choose a column of numbers, or pass task="classification" for classes.',
        ),
    ),
    "one number to predict": (
        numbered(*["7", "7.0"] * 5),
        {"task": "regression"},
        ("source", "7 in every row of column 'fruit'", "targets that differ", RIGHT),
    ),
    "one class": (
        numbered(*["ripe"] * 10),
        {},
        (
            *("source", "one class in column 'fruit', 'ripe'", "at least 2 classes"),
            "There is nothing to tell apart: is it the right column?",
        ),
    ),
    "a rare class": (
        numbered(*["ripe"] * 8, "green", "green"),
        {},
        (
            *("source", "2 rows of class 'green' in column 'fruit'", EACH),
            "Collect more of it, or leave it out.",
        ),
    ),
    "numbers as classes": (
        numbered(*[f"{k / 2}" for k in range(10)]),
        {},
        (
            *("source", "1 row of class '0.0' in column 'fruit'", EACH),
            'Collect more of it, or leave it out. For numbers to predict, pass task="regression".',
        ),
    ),
    "a class in two ways": (
        numbered(*["2", "1", "1.0"] * 4),
        {},
        (
            *("source", "'1' and '1.0' in column 'fruit', which are one number"),
            "each class written in one way",
            ALIKE,
        ),
    ),
    "a class in two ways, among large numbers": (
        numbered(*["9007199254740993", "9007199254740992", "9007199254740993.0"] * 4),
        {},
        (
            "source",
            "'9007199254740993' and '9007199254740993.0' in column 'fruit', which are one number",
            "each class written in one way",
            ALIKE,
        ),
    ),
    "a NUL": (
        fruits("200,0.5,ripe", "201,\0,ripe"),
        {},
        ("source", "bytes in line 3 that are no UTF-8", "a text file", UTF_8),
    ),
    "NULs below a blank line": (
        file_of("", "grams,fruit", "200,\0", "\0,ripe"),
        {},
        ("source", "bytes in line 3 that are no UTF-8", "a text file", UTF_8),
    ),
    "a quote in the header that is not closed": (
        fruits(header='grams,"softness,fruit'),
        {},
        (
            "source",
            "a row from line 1 on that cannot be read (unexpected end of data)",
            *("cells divided by delimiters", QUOTE),
        ),
    ),
    "a quote that is not closed": (
        fruits("200,0.5,ripe", '201,"0.5,ripe'),
        {},
        (
            "source",
            "a row from line 3 on that cannot be read (unexpected end of data)",
            *("cells divided by delimiters", QUOTE),
        ),
    ),
    "a quote within a cell": (
        fruits('200,"0"5,ripe'),
        {},
        (
            "source",
            """a row from line 2 on that cannot be read (',' expected after '"')""",
            *("cells divided by delimiters", QUOTE),
        ),
    ),
    "a cell without end": (
        fruits("200," + "0" * 200_000 + ",ripe"),
        {},
        (
            "source",
            "a row from line 2 on that cannot be read (field larger than field limit (131072))",
            *("cells divided by delimiters", QUOTE),
        ),
    ),
}


@pytest.mark.usefixtures("without_run_time_types")
@pytest.mark.parametrize(("file", "words", "parts"), FAULTS.values(), ids=FAULTS)
def test_a_refusal_says_where_and_what_to_do(
    file: io.StringIO, words: dict[str, str], parts: tuple[str, str, str, str]
) -> None:
    file.seek(0)
    with pytest.raises(InputError) as error:
        read(file, **words)
    assert type(error.value) is InputValueError
    assert error.value.args == parts


MARKS = ["", " ", "?", "NA", "na", "N/A", "#N/A", "NaN", "nan", "NULL", "null"]


@pytest.mark.parametrize("mark", MARKS)
def test_marks_of_missing_values(mark: str) -> None:
    with pytest.raises(InputValueError, match="1 missing value in column 'grams'"):
        read(fruits(f"{mark},0.5,ripe"))
    with pytest.raises(InputValueError, match="1 missing value in column 'fruit'"):
        read(fruits(f"200,0.5,{mark}"))


def test_three_rows_of_a_class_will_do() -> None:
    data = read(numbered(*["ripe"] * 7, *["green"] * 3))
    assert np.bincount(data.y).tolist() == [3, 7]


def test_an_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.touch()
    for source in (path, str(path)):
        with pytest.raises(InputValueError, match="empty file") as error:
            read_csv(source, target="fruit")
        assert error.value.argument == str(path)
    with path.open(encoding="utf-8") as file, pytest.raises(InputValueError) as error:
        read_csv(file, target="fruit")
    assert error.value.argument == str(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere\.csv"):
        read_csv(tmp_path / "nowhere.csv", target="fruit")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-le"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "fruits.csv"
    path.write_text(fruits("200,0.5,m\u00fcrbe").read(), encoding=encoding)
    line = 1 if encoding == "utf-16" else 2
    expected = (str(path), f"bytes in line {line} that are no UTF-8", "a text file", UTF_8)
    with pytest.raises(InputValueError) as error:
        read_csv(path, target="fruit")
    assert error.value.args == expected
    with path.open(encoding="utf-8") as file, pytest.raises(InputValueError) as error:
        read_csv(file, target="fruit")
    assert error.value.args == expected


def test_a_blank_line_before_other_bytes_counts(tmp_path: Path) -> None:
    path = tmp_path / "fruits.csv"
    path.write_bytes(b"\ngrams,fruit\n200,m\xfcrbe\n")
    with pytest.raises(InputValueError, match="bytes in line 3 that are no UTF-8"):
        read_csv(path, target="fruit")


@pytest.mark.usefixtures("without_run_time_types")
@pytest.mark.parametrize("source", [io.BytesIO(b"a,b"), ["a,b"], None], ids=["bytes", "list", "-"])
def test_neither_path_nor_text(source: object) -> None:
    with pytest.raises(InputTypeError) as error:
        read_csv(source, target="fruit")
    assert error.value.args == (
        "source",
        type(source).__name__,
        "a path, or a file that is open as text",
        'Give a path, or open the file as text: open(path, encoding="utf-8").',
    )


@pytest.mark.usefixtures("without_run_time_types")
def test_a_target_is_a_name() -> None:
    with pytest.raises(InputTypeError) as error:
        read_csv(fruits(), target=2)
    hint = "Write the name of a column, as the header has it."
    assert error.value.args == ("target", "int", "a text", hint)


FLOATS = st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=5)
NAMES_OF_COLUMNS = st.lists(
    WORDS.filter(lambda word: word.strip() == word), min_size=1, max_size=3, unique=True
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], np.ndarray]:
    names = draw(NAMES_OF_COLUMNS)
    rows = st.lists(FLOATS, min_size=len(names), max_size=len(names))
    return names, np.array(draw(st.lists(rows, min_size=10, max_size=12)))


def written(names: list[str], x: np.ndarray, targets: list[object], delimiter: str) -> io.StringIO:
    file = io.StringIO(newline="")
    rows = csv.writer(file, delimiter=delimiter)
    rows.writerow([*names, "the target"])
    rows.writerows([*row, target] for row, target in zip(x.tolist(), targets, strict=True))
    file.seek(0)
    return file


@given(tables(), st.sampled_from(",;\t|"))
def test_what_is_written_is_read(table: tuple[list[str], np.ndarray], delimiter: str) -> None:
    names, x = table
    file = written(names, x, [f"class {k % 2}" for k in range(len(x))], delimiter)
    data = read_csv(file, target="the target", delimiter=delimiter)
    np.testing.assert_array_equal(data.x, x)
    assert data.names == tuple(names)
    assert data.y.tolist() == [k % 2 for k in range(len(x))]
    file = written(names, x, list(range(len(x))), delimiter)
    data = read_csv(file, target="the target", task="regression", delimiter=delimiter)
    np.testing.assert_array_equal(data.x, x)
    assert data.y[:, 0].tolist() == list(range(len(x)))


# What a table is made of, and what may go wrong in it.
SCRAPS = st.sampled_from(
    [*',;|\t\n\r"012.-+e_? ', "a", "fruit", "inf", "nan", "\0", "\ufeff", "\u2028", "\u0661"]
)
CHAOS = st.lists(SCRAPS | st.characters(), max_size=30).map("".join)


def assert_data_or_refused(file: io.TextIOBase, task: str, delimiter: str) -> None:
    try:
        data = read_csv(file, target="fruit", task=task, delimiter=delimiter)
    except InputValueError:
        return
    assert np.isfinite(data.x).all()
    assert data.x.shape == (len(data.y), len(data.names))
    assert "fruit" not in data.names
    assert (data.y.ndim == 1) == (task == "classification")


TASKS = st.sampled_from(["classification", "regression"])


@given(CHAOS, TASKS, st.sampled_from(",;\t|"))
@example("fruit,a\n" + "1,2\n2,1\n" * 5, "regression", ",")
def test_any_text_is_read_or_refused(text: str, task: str, delimiter: str) -> None:
    assert_data_or_refused(io.StringIO(text, newline=""), task, delimiter)


@given(st.integers(0, 200), st.integers(0, 3), CHAOS, TASKS)
def test_any_slip_in_a_table_is_read_or_refused(
    place: int, length: int, slip: str, task: str
) -> None:
    table = fruits().read()
    if task == "regression":
        table = table.replace("green", "1").replace("ripe", "2.5")
    damaged = table[:place] + slip + table[place + length :]
    assert_data_or_refused(io.StringIO(damaged, newline=""), task, ",")


@given(st.binary(max_size=60) | CHAOS.map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    file = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
    assert_data_or_refused(file, "classification", ",")
