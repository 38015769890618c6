"""The pages of the desk on broad and narrow screens and on paper, in a real browser."""

from __future__ import annotations

import pytest

from tests.functional.test_desk_in_browser import CHROMIUM, PAGES, address, browser, page, playwright

__all__ = ["address", "browser", "page"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine to look with")


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("address_of", PAGES)
def test_pages_fit_their_window(page: playwright.Page, address_of: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(page.url.rstrip("/") + address_of)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.querySelectorAll('main, header, footer, nav').length") >= 4


@pytest.mark.parametrize("address_of", PAGES)
def test_on_a_narrow_screen_no_table_is_cut_off(page: playwright.Page, address_of: str) -> None:
    """Its rows are told one below another, each cell under its name."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(page.url.rstrip("/") + address_of)

    cut = "[...document.querySelectorAll('.scroll')].filter(each => each.scrollWidth > each.clientWidth + 1).length"
    assert page.evaluate(cut) == 0


def test_on_a_narrow_screen_a_link_leads_past_the_results_to_what_narrows_them(page: playwright.Page) -> None:
    page.goto(page.url + "search?q=oil")
    onward = page.get_by_role("link", name="Narrow it down")
    playwright.expect(onward).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    onward.click()
    playwright.expect(page.get_by_role("complementary", name="Narrow down")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 390, 700, 1440])
@pytest.mark.parametrize("address_of", ["/", "/?view=map", "/?view=channels", "/dyad/AZE/ISR", "/whatif?without=AZE"])
def test_drawings_fit_and_their_words_can_be_read(page: playwright.Page, address_of: str, width: int) -> None:
    """None is moved sideways, and no word of one is lower than 11 pixels on a telephone of usual width."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(page.url.rstrip("/") + address_of)
    heights = page.evaluate(
        """() => [...document.querySelectorAll('svg.network text, svg.timeline text')]
            .filter(each => each.checkVisibility())
            .map(each => parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a)"""
    )
    moved = "[...document.querySelectorAll('main *')].filter(each => each.scrollWidth > each.clientWidth + 1 && "
    moved += "getComputedStyle(each).overflowX === 'auto' && each.querySelector('svg.network, svg.timeline')).length"

    assert min(heights) >= (11 if width >= 390 else 9.5)
    assert page.evaluate(moved) == 0
    assert page.locator("svg.network:visible, svg.timeline:visible").count() > 0


@pytest.mark.parametrize("address_of", ["/?view=map", "/dyad/AZE/ISR"])
def test_paper_and_broad_screens_have_one_drawing_and_narrow_ones_another(
    page: playwright.Page, address_of: str
) -> None:
    page.goto(page.url.rstrip("/") + address_of)
    broad, narrow = page.locator(".broad svg").first, page.locator(".narrow svg").first
    for width, media, is_broad in ((1440, "screen", True), (390, "screen", False), (390, "print", True)):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(media=media)
        assert (broad.is_visible(), narrow.is_visible()) == (is_broad, not is_broad)


@pytest.mark.parametrize("address_of", ["/", "/?view=map", "/dyad/AZE/ISR", "/quantities", "/forecasts", "/parties"])
def test_paper_is_light_and_holds_whole_tables_and_drawings(page: playwright.Page, address_of: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 680, "height": 960})
    page.goto(page.url.rstrip("/") + address_of)
    of_root = "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"

    assert [page.evaluate(of_root, f"--{name}") for name in ("paper", "marked", "bad")] == [
        "#fff",
        "#fcf4d6",
        "#b04a00",
    ]
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    playwright.expect(page.locator("header.top")).to_be_hidden()
