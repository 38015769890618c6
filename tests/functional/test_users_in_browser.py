"""A team at the desk in a real browser: signing in, judging under one's name, signing out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.workspace import Workspace
from tests.functional.test_cli_serve import served
from tests.functional.test_cli_users import PASSWORD, a_file
from tests.functional.test_desk_in_browser import CHROMIUM, playwright

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine to look with")


@pytest.fixture
def copy(ledger: Path, tmp_path: Path) -> Path:
    """A ledger of the pile that may be changed."""
    return Path(shutil.copy(ledger, tmp_path / "team.ledger"))


@pytest.fixture
def page(copy: Path, tmp_path: Path) -> Iterator[playwright.Page]:
    users = a_file(tmp_path, ("Ada Lovelace", "analyst"), ("Bo", "reader"))
    with served(copy, "--users", str(users)) as (base, _), playwright.sync_playwright() as running:
        # Whoever runs tests as root, in a container say, has no sandbox to offer.
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_context(base_url=base).new_page()
        opened.goto("/quantities")
        yield opened
        browser.close()


def sign_in(page: playwright.Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")


def test_an_analyst_signs_in_by_the_keyboard_judges_and_signs_out(page: playwright.Page, copy: Path) -> None:
    assert page.evaluate("document.activeElement.name") == "name"
    sign_in(page, "Ada Lovelace", "wrong horse")
    page.get_by_role("alert").wait_for()
    page.locator("input[name=password]:focus").wait_for()
    sign_in(page, "Ada Lovelace")
    page.wait_for_url("**/quantities")

    page.locator("main a[href^='/claim/']").first.click()
    page.locator("details.judge summary").first.click()
    page.locator("details.judge input[value='not stated']").check()
    page.locator("form[action$='/decide'] textarea[name=why]").fill("it asks")
    page.get_by_role("button", name="Decide").click()
    page.wait_for_url("**/decisions?**")
    with Workspace.open(copy) as workspace:
        assert [(each.who, each.why) for each in workspace.decisions()] == [("Ada Lovelace", "it asks")]

    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/login")
    page.goto("/quantities")
    assert "/login" in page.url


def test_a_reader_is_shown_no_form_that_changes_something(page: playwright.Page) -> None:
    sign_in(page, "Bo")
    page.wait_for_url("**/quantities")
    playwright.expect(page.get_by_role("link", name="Add", exact=True)).to_have_count(0)

    page.locator("main a[href^='/claim/']").first.click()
    page.locator("dl.details").wait_for()
    playwright.expect(page.locator("details.judge")).to_have_count(0)
    page.goto("/add")
    playwright.expect(page.locator("input[type=file]")).to_have_count(0)
