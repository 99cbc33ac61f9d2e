"""Lines of keys, which mistakes are told with."""

from __future__ import annotations

import rtoml
from hypothesis import given
from hypothesis import strategies as st

from config.catalogue import SHIPPED
from config.toml_lines import line_of, lines_of

FILE = '''# a comment with [brackets] and = signs
code = "a # b"
words = { zh = "一", en = "]}" }
list = [
    { id = "one" },  # first
    { id = 'two', deep = [1, 2.5, 2026-01-01 10:00:00] },
]
long = """
[not.a.head]
x = 1
"""
a.b."c d" = true
[[fields]]
id = "p"
[[fields.options]]
value = "x"
[[fields.options]]
value = "y"
[fields.options.label]
zh = "甲"
[[fields]]
id = "q"
[other]
z = -1
'''


def paths(value, path=()):
    """Every key of a file that was read, as the path to it."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths(inner, (*path, key))


def test_every_key_has_its_line():
    lines = lines_of(FILE)
    assert set(lines) == set(paths(rtoml.loads(FILE)))
    assert lines[("words", "en")] == 3
    assert lines[("list", 1, "deep", 2)] == 6
    assert lines[("a", "b", "c d")] == 12
    assert lines[("fields", 0, "options", 1, "label", "zh")] == 20
    assert lines[("fields", 1)] == 21


def test_what_is_missing_is_told_where_it_should_stand():
    assert line_of(FILE, ("fields", 1, "options", 0)) == 21
    assert line_of(FILE, ("nothing",)) is None


def test_every_key_of_what_ships_has_the_line_on_which_it_stands():
    for folder in SHIPPED:
        for file in folder.glob("*.toml"):
            text = file.read_text("utf-8")
            lines, rows = lines_of(text), text.split("\n")
            assert set(lines) == set(paths(rtoml.loads(text)))
            assert all(not isinstance(path[-1], str) or path[-1] in rows[line - 1] for path, line in lines.items())


@given(st.text(alphabet="ab.=[]{}\"'\\#, \n12", max_size=60))
def test_whatever_stands_there_the_walk_ends(text):
    lines = lines_of(text)
    try:
        read = rtoml.loads(text)
    except rtoml.TomlParsingError:
        return
    assert set(paths(read)) <= set(lines)
