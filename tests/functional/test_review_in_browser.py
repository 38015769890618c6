"""The review in a real browser: from a key to the ledger, and without scripts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.records import Decision
from dragoman.workspace import Workspace
from tests.functional.test_cli_serve import served
from tests.functional.test_desk_in_browser import CHROMIUM, browser, playwright

__all__ = ["browser"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine to look with")


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A ledger of the pile that may be changed."""
    return Path(shutil.copy(ledger, tmp_path / "own.ledger"))


@pytest.fixture
def page(browser: playwright.Browser, own: Path) -> Iterator[playwright.Page]:
    """The review of that ledger; whatever the browser complains about fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened, said = context.new_page(), []
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    with served(own) as (address, _):
        opened.goto(address)
        opened.get_by_role("link", name="Review", exact=True).click()
        opened.wait_for_url("**/review")
        yield opened
        context.close()
    assert said == []


def taken(own: Path) -> list[Decision]:
    with Workspace.open(own) as workspace:
        return workspace.decisions()


def waiting(own: Path) -> list[str]:
    with Workspace.open(own) as workspace:
        return [each.statement.id for each in workspace.unjudged()]


def is_at(page: playwright.Page, identity: str) -> bool:
    """Whether a statement is shown and those who do not see it are there."""
    page.wait_for_url(f"**at={identity.replace(':', '%3A')}*")
    page.wait_for_load_state()
    return bool(page.evaluate("document.activeElement.id") == "statement")


def test_statements_are_judged_and_taken_back_by_keys(page: playwright.Page, own: Path) -> None:
    first, second, third, *_ = waiting(own)
    page.keyboard.press("j")
    assert is_at(page, second)
    page.keyboard.press("ArrowLeft")
    assert is_at(page, first)

    # Whoever judges first says who that is.
    page.keyboard.press("y")
    assert page.evaluate("document.activeElement.name") == "who"
    page.keyboard.type("Yana Analyst")
    assert taken(own) == []
    page.keyboard.press("Escape")
    page.keyboard.press("y")
    assert is_at(page, second)
    (decision,) = taken(own)
    assert (decision.verdict, decision.who) == ("confirmed", "Yana Analyst")
    assert waiting(own)[0] == second
    told = page.locator("[role=status][data-says]")
    playwright.expect(told).to_contain_text("Judged: confirmed.")

    page.keyboard.press("t")
    page.keyboard.type("SANCTION.expel")
    page.keyboard.press("Enter")
    assert is_at(page, third)
    assert [(each.verdict, each.change) for each in taken(own)][1:] == [("wrong type", "SANCTION.expel")]
    page.keyboard.press("u")
    assert is_at(page, second)
    playwright.expect(page.locator("[role=status][data-says]")).to_contain_text("Taken back.")
    assert [each.verdict for each in taken(own)] == ["confirmed"]
    page.keyboard.press("n")
    assert is_at(page, third)
    page.keyboard.press("r")
    page.wait_for_url(lambda address: third.replace(":", "%3A") not in address)
    assert [each.verdict for each in taken(own)] == ["confirmed", "not stated", "turned"]
    with Workspace.open(own) as workspace:
        assert workspace.verify() == []


def test_parties_and_dates_are_put_right_by_keys(page: playwright.Page, own: Path) -> None:
    page.get_by_label("Who decides").fill("A. Analyst")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.name") == "instead"
    before = page.evaluate("document.activeElement.value")
    page.keyboard.press("Tab")
    page.keyboard.type("Peru")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=*")
    page.keyboard.press("d")
    page.keyboard.type("2022-05")
    page.keyboard.press("Enter")
    page.wait_for_function(f"!location.search.includes({taken(own)[0].id!r}.replace(':', '%3A'))")

    assert [(each.verdict, each.change) for each in taken(own)] == [
        ("wrong party", f"{before}=Peru"),
        ("wrong date", "2022-05"),
    ]


def test_keys_are_shown_and_can_be_turned_off(page: playwright.Page, own: Path) -> None:
    page.keyboard.press("?")
    playwright.expect(page.get_by_text("undo what was judged last")).to_be_visible()
    page.get_by_role("link", name="Turn the keys off").click()
    page.wait_for_url("**keys=off*")
    here = page.url
    page.keyboard.press("j")
    page.keyboard.press("y")
    assert page.url == here
    assert taken(own) == []


def test_without_scripts_all_is_judged_too(browser: playwright.Browser, own: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    with served(own) as (address, _):
        page = context.new_page()
        page.goto(address)
        page.get_by_role("link", name="Review", exact=True).click()
        page.get_by_role("link", name="Next").click()
        second = waiting(own)[1]
        page.wait_for_url(f"**{second.replace(':', '%3A')}*")
        page.get_by_label("Who decides").fill("A. Analyst")
        page.get_by_label("Right date").fill("2021")
        page.get_by_label("Right date").press("Enter")
        page.wait_for_url("**done=*")
        assert [(each.verdict, each.change) for each in taken(own)] == [("wrong date", "2021")]
        page.get_by_role("button", name="Undo").click()
        page.wait_for_url("**undone=1")
        assert taken(own) == []
        page.get_by_role("button", name="Right", exact=True).click()
        page.wait_for_url("**done=*")
        assert [each.verdict for each in taken(own)] == ["confirmed"]
    context.close()


def test_a_publisher_is_retracted_after_what_would_fall_was_told(browser: playwright.Browser, own: Path) -> None:
    context = browser.new_context()
    with served(own) as (address, _):
        page = context.new_page()
        page.goto(address)
        page.get_by_role("link", name="Publishers", exact=True).click()
        page.get_by_role("link", name="The Courier").click()
        page.get_by_role("link", name="Without this publisher").click()
        playwright.expect(page.get_by_text("would lose support").first).to_be_visible()
        assert taken(own) == []
        page.get_by_label("Who decides").fill("A. Analyst")
        page.get_by_label("Why").fill("a hoax")
        page.get_by_role("button", name="Retract this publisher").click()
        page.wait_for_url("**/decisions?*")
        assert [(each.scope, each.name) for each in taken(own)] == [("publisher", "The Courier")]
    context.close()
