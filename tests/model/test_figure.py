"""A figure carries its table beside its specification."""

from chengshu.model import Figure, Text


def test_a_figure_needs_no_strings_of_its_own() -> None:
    text = Text("图", "figure")
    figure = Figure("curve", text, text, text, {"mark": "line"}, {"score": text}, ({"score": 1.0},))
    assert dict(figure.strings) == {}
    assert figure.rows[0]["score"] == 1.0
