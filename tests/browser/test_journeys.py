"""What a reader does with the pages, in both languages, on a desk and on a phone, from disk and from a server."""

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
LANGUAGES = ("zh", "en")


def shown(page: Any) -> list[str]:
    """The codes of the rows that can be seen, in their order."""
    codes: list[str] = page.eval_on_selector_all(
        "table.ranking tbody tr",
        "rows => rows.filter(r => r.offsetParent).map(r => r.querySelector('.code').innerText)",
    )
    return codes


def column(page: Any, selector: str) -> list[str]:
    cells: list[str] = page.eval_on_selector_all(
        f"table.ranking tbody {selector}", "cells => cells.map(cell => cell.innerText)"
    )
    return cells


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_finds_a_unit_by_pinyin_name_or_code(
    visit: Any, address: str, language: str, viewport: dict[str, int]
) -> None:
    page = visit(address, f"{language}/index.html", viewport=viewport).page
    search = page.locator("#search")
    assert len(shown(page)) == 337
    for asked, found in (
        ("yangben41", "S-041"),
        ("Sample city S-041", "S-041"),
        ("样本城市 S-336", "S-336"),
        ("s-007", "S-007"),
    ):
        search.fill(asked)
        assert shown(page) == [found], asked
        assert "337" in page.locator("#found").inner_text()
    search.fill("nowhere")
    assert shown(page) == []
    search.fill("")
    assert len(shown(page)) == 337


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_sorts_by_score_and_by_name_and_blanks_stay_last(
    visit: Any, address: str, language: str
) -> None:
    page = visit(address, f"{language}/index.html").page
    head = page.locator("table.ranking thead th.score")
    published = shown(page)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    scores = column(page, "td.score")
    numbers = [float(score) for score in scores[:-1]]
    assert numbers == sorted(numbers, reverse=True)
    assert scores[-1] == "—"
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    numbers = [float(score) for score in column(page, "td.score")[:-1]]
    assert numbers == sorted(numbers)
    assert column(page, "td.score")[-1] == "—"
    page.locator("table.ranking thead th.name button").click()
    assert shown(page) == sorted(published)
    assert page.locator("table.ranking thead [aria-sort]").count() == 1
    page.locator("table.ranking thead th").first.locator("button").click()
    assert shown(page) == published


def test_a_sorted_table_stays_filtered(visit: Any, address: str) -> None:
    page = visit(address, "zh/index.html").page
    page.locator("#search").fill("s-01")
    before = set(shown(page))
    page.locator("table.ranking thead th.name button").click()
    assert shown(page) == sorted(before)
    assert len(before) == 10


def test_the_first_page_leads_to_chinese_and_from_there_to_english(visit: Any, address: str) -> None:
    page = visit(address, "index.html").page
    page.wait_for_url("**/zh/index.html")
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/index.html")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() == "Sample Index"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_readable_without_javascript(visit: Any, address: str, language: str) -> None:
    page = visit(address, f"{language}/index.html", java_script_enabled=False).page
    assert page.locator("table.ranking tbody tr").count() == 337
    assert page.locator("table.ranking tbody tr").last.is_visible()
    assert not page.locator("#search").is_visible()
    assert page.locator("table.ranking thead button").count() == 0
    assert page.locator("#curve .plot svg").first.is_visible()


@pytest.mark.parametrize("path", ["zh/index.html", "en/index.html"])
def test_on_a_phone_only_the_tables_scroll_and_the_names_stay(visit: Any, address: str, path: str) -> None:
    page = visit(address, path, viewport=PHONE).page
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    box = page.locator(".box.tall")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    box.scroll_into_view_if_needed()
    box.evaluate("box => { box.scrollLeft = 400; box.scrollTop = 900; }")
    edges = box.evaluate(
        "box => { const at = box.getBoundingClientRect(), name = box.querySelectorAll('tbody .name')[40]"
        ".getBoundingClientRect(), head = box.querySelector('thead th').getBoundingClientRect();"
        "return [name.left - at.left, head.top - at.top]; }"
    )
    assert edges == pytest.approx([0, 1], abs=1.5)
    assert page.locator(".plot.narrow-light").is_visible()
    assert not page.locator(".plot.wide-light").is_visible()


def test_the_head_of_the_ranking_stays_below_the_contents_on_a_desk(visit: Any, address: str) -> None:
    page = visit(address, "zh/index.html").page
    page.locator("table.ranking tbody tr").nth(150).scroll_into_view_if_needed()
    head = page.locator("table.ranking thead th").first.bounding_box()
    contents = page.locator("nav.contents").bounding_box()
    assert contents["y"] == 0
    assert head["y"] == pytest.approx(contents["height"], abs=3)


@pytest.mark.parametrize(("scheme", "plot"), [("light", "wide-light"), ("dark", "wide-dark")])
def test_one_drawing_is_seen_and_it_fits_the_paper(visit: Any, address: str, scheme: str, plot: str) -> None:
    page = visit(address, "zh/index.html", color_scheme=scheme).page
    seen = page.eval_on_selector_all(".plot", "all => all.filter(p => p.offsetParent).map(p => p.className)")
    assert seen == [f"plot {plot}"]
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    drawn = page.evaluate(f"getComputedStyle(document.querySelector('.{plot} svg rect')).fill")
    assert paper == drawn


def test_print_shows_the_light_drawing_and_no_controls(visit: Any, address: str) -> None:
    page = visit(address, "zh/index.html", color_scheme="dark").page
    page.emulate_media(media="print")
    assert page.locator(".plot.wide-light").is_visible()
    for hidden in (".tools", "nav.contents", ".skip"):
        assert not page.locator(hidden).is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.ranking button')).display") == "contents"


def test_the_keyboard_reaches_the_content_first(visit: Any, address: str) -> None:
    page = visit(address, "zh/index.html").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator("table.ranking thead th.score button").focus()
    page.keyboard.press("Enter")
    assert page.locator("table.ranking thead th.score").get_attribute("aria-sort") == "descending"


def test_the_mark_of_illustrative_data_is_seen_first(visit: Any, address: str) -> None:
    for language, words in (("zh", "示意数据"), ("en", "Illustrative data")):
        page = visit(address, f"{language}/index.html").page
        mark = page.locator("body > .mark")
        assert mark.inner_text().startswith(words)
        assert mark.bounding_box()["y"] == 0
        assert words in page.locator(".plot.wide-light svg").text_content()


def test_files_are_downloaded_as_they_were_written(visit: Any, served: str, site: Path) -> None:
    page = visit(served, "zh/index.html").page
    links = page.eval_on_selector_all("table.files a", "all => all.map(a => a.href)")
    assert len(links) > 10
    for link in links:
        answer = page.request.get(link)
        assert answer.status == 200
        assert answer.body() == (site / link.removeprefix(f"{served}/")).read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_runs_nothing_and_breaks_no_layout(
    visit: Any, hostile_served: str, language: str
) -> None:
    for viewport in ({"width": 1280, "height": 900}, PHONE):
        page = visit(hostile_served, f"{language}/index.html", viewport=viewport).page
        assert page.evaluate("typeof window.broken") == "undefined"
        assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
        page.locator("#search").fill("<script>")
        assert len(shown(page)) == 4
