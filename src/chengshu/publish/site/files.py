"""The site of one edition: a page in each language, its style, its script, its figures."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from chengshu.model import Edition, Figure, Language, Scores
from chengshu.publish.data import file_name, write_table, write_text
from chengshu.publish.released import illustrative
from chengshu.publish.render import render_svg
from chengshu.publish.site.page import page, read_shown, titles
from chengshu.publish.site.writing import LANGUAGE_NAMES, LANGUAGE_TAGS, writing
from chengshu.publish.theme import Scheme, stylesheet

_ASSETS = Path(__file__).parents[1] / "assets"


def write_site(
    edition: Edition,
    scores: Scores | None,
    provenance: Mapping[str, object],
    folder: Path,
    languages: Sequence[Language],
) -> None:
    """Write the site of an edition into `folder`, beside the data files that lie there already.

    ``index.html`` sends to the first of `languages`; each has its ``<language>/index.html``. Style and script
    go to ``assets/``, the figures' tables and drawings to ``data/figures/``. The pages need no network, no
    script to be read, and work from disk and under a policy that allows nothing inline.
    """
    shown = read_shown(edition, scores)
    if shown.figure:
        _write_figure(
            shown.figure, folder / "data" / "figures", languages, illustrative=illustrative(edition)
        )
    bands = max(len(shown.groups), 1)
    style = (_ASSETS / "page.css").read_text(encoding="utf-8")
    write_text(stylesheet(bands) + style, folder / "assets" / "chengshu.css")
    write_text((_ASSETS / "page.js").read_text(encoding="utf-8"), folder / "assets" / "chengshu.js")
    for language in languages:
        text = page(edition, scores, shown, provenance, folder, tuple(languages), language)
        write_text(text, folder / language / "index.html")
    first = writing(languages[0], edition.framework.unit_kind).get_template("pages/index.html.j2")
    content = {
        "languages": tuple(languages),
        "tags": LANGUAGE_TAGS,
        "titles": titles(edition),
        "language_names": LANGUAGE_NAMES,
    }
    write_text(first.render(content), folder / "index.html")


def _write_figure(figure: Figure, folder: Path, languages: Sequence[Language], *, illustrative: bool) -> None:
    table = pl.DataFrame(figure.rows, schema=list(figure.columns), infer_schema_length=None)
    write_table(table, folder / file_name(figure.name, "csv", illustrative=illustrative))
    for language in languages:
        drawing = render_svg(figure, language, Scheme.PRINT)
        write_text(drawing, folder / file_name(f"{figure.name}-{language}", "svg", illustrative=illustrative))
