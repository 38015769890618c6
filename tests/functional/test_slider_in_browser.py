"""The network from day to day, in a real browser."""

from __future__ import annotations

import pytest

from tests.functional.test_desk_in_browser import CHROMIUM, address, browser, page, playwright

__all__ = ["address", "browser", "page"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine to look with")


def test_the_slider_shows_another_day_in_place(page: playwright.Page) -> None:
    """No page is loaded, the slider keeps the focus and tells the day in words, and the address can be shared."""
    base = page.url.rstrip("/")
    page.goto(f"{base}/?view=map")
    day = page.locator("input[name=date]").input_value()
    page.evaluate("window.stays = true")
    slider = page.locator("input[type=range]")
    assert slider.get_attribute("data-unit") == "day"
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_url("**date=*")

    first = slider.get_attribute("data-first")
    in_words = slider.get_attribute("aria-valuetext") or ""
    assert page.evaluate("window.stays") is True
    assert page.evaluate("document.activeElement.type") == "range"
    assert in_words.endswith(first[:4])
    assert page.locator("h1").inner_text().endswith(f"on {in_words}")
    assert page.locator(".slider output").inner_text() == in_words
    assert page.url == f"{base}/?view=map&date={first}"
    assert page.locator("footer a", has_text="JSON").get_attribute("href") == f"/overview.json?view=map&date={first}"
    assert page.locator("input[name=back]").input_value() == f"/?view=map&date={first}"
    shared = page.locator("[data-live=network]").inner_html()
    page.keyboard.press("End")
    page.wait_for_url(f"**date={day}")
    assert page.locator("svg.map a.point").count() > 0
    page.goto(f"{base}/?view=map&date={first}")
    assert page.locator("[data-live=network]").inner_html() == shared


def test_over_many_years_the_slider_goes_from_the_end_of_a_month_to_that_of_the_next(page: playwright.Page) -> None:
    page.goto(f"{page.url}?date=2019-11-15")
    slider = page.locator("input[type=range]")
    slider.focus()
    for day in ("2019-12-31", "2020-01-31", "2020-02-29"):
        page.keyboard.press("ArrowRight")
        page.wait_for_url(f"**date={day}")
    assert slider.get_attribute("aria-valuetext") == "29 February 2020"


def test_from_change_to_change_the_focus_stays_on_the_way(page: playwright.Page) -> None:
    page.evaluate("window.stays = true")
    before = page.locator("[data-live=before] a")
    days = []
    while before.count():
        days.append(before.get_attribute("data-day"))
        before.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**date={days[-1]}")
        assert page.locator("input[name=date]").input_value() == days[-1]

    assert days == ["2023-07-02"]
    assert page.evaluate("window.stays") is True
    assert page.evaluate("document.activeElement.type") == "range"


def test_a_moved_slider_that_gets_no_answer_leads_to_why(browser: playwright.Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    context.clear_cookies()
    with page.expect_response(lambda answer: answer.request.is_navigation_request()) as answered:
        page.locator("input[type=range]").focus()
        page.keyboard.press("Home")

    assert answered.value.status == 401
    context.close()
