"""The desk on real articles and on a hostile one, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.workspace import Workspace
from tests.functional.test_cli_serve import served
from tests.functional.test_desk_in_browser import CHROMIUM, browser, playwright
from tests.functional.watching import watched

__all__ = ["browser"]
ROOT = Path(__file__).parents[2]
ARTICLES = ROOT.parent / "shared" / "data" / "seeds"
HOSTILE = (
    'Iran <script>alert(1)</script> condemned Israel in Tehran on 4 June 2021. "><img src=x onerror=alert(2)> Kenya '
    "signed an agreement with Uganda.\n\nSee [this](javascript:alert(3)), https://evil.example/ and "
    "\u202etxet denrut\u202c."
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine to look with")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the example pile, of the articles that lie beside the repository where they do, and a hostile one."""
    folder = tmp_path_factory.mktemp("articles")
    hostile = folder / "hostile.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    with Workspace.open(folder / "articles.ledger", create=True) as workspace:
        workspace.read([ROOT / "examples", hostile, *([ARTICLES] if ARTICLES.is_dir() else [])])
    return folder / "articles.ledger"


@pytest.fixture
def page(browser: playwright.Browser, ledger: Path) -> Iterator[playwright.Page]:
    """The first page of that ledger; whatever the browser complains about, and whatever speaks up, fails the test."""
    with served(ledger) as (address, _), watched(browser, address) as opened:
        yield opened


def test_from_the_network_to_a_figure_to_the_sentence_and_back(page: playwright.Page) -> None:
    page.locator("svg.network a.point", has_text="Azerbaijan").first.click()
    page.wait_for_url("**/party/AZE")
    page.locator(".chips a", has_text="Israel").first.click()
    page.wait_for_url("**/dyad/AZE/ISR")
    page.locator("td.figures a", has_text="69 %").first.click()
    page.wait_for_url("**/claim/s1:*")
    page.locator("figure.passage figcaption a").click()
    page.wait_for_url("**/document/d1:*")
    playwright.expect(page.locator("mark.chosen.number").first).to_contain_text("69")
    playwright.expect(page.locator("mark.chosen").first).to_be_in_viewport()
    page.locator("details.note.chosen").get_by_role("link", name="All who report it").click()
    page.get_by_role("link", name="All on", exact=False).first.click()
    page.wait_for_url("**/dyad/AZE/ISR")


def test_from_a_dispute_to_the_sentence_that_denies_it(page: playwright.Page) -> None:
    page.get_by_role("region", name="Disputed").locator(".denied + a.cite").first.click()
    page.wait_for_url("**/document/d1:*")

    playwright.expect(page.locator("mark.chosen").first).to_be_in_viewport()
    assert page.locator("details.note.chosen .standing").first.inner_text() == "denied"


def test_a_hostile_article_is_only_read(page: playwright.Page) -> None:
    page.goto(page.url + "search?q=condemned+Tehran")
    page.get_by_role("link", name="hostile.txt").or_(page.get_by_role("link", name="untitled")).first.click()
    page.wait_for_url("**/document/d1:*")

    text = page.locator(".article").inner_text()
    assert "<script>alert(1)</script>" in text
    assert "https://evil.example/" in text
    assert "\u202e" not in page.content()
    assert page.locator("main a[href*='evil'], main a[href^='javascript'], main img, main script").count() == 0


def test_files_are_added_watched_and_their_faults_told(page: playwright.Page) -> None:
    page.get_by_role("link", name="Add", exact=True).click()
    told = "Kenya signed an agreement with Uganda in Nairobi on {} June 2021."
    files = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": told.format(n).encode()} for n in (1, 2)]
    page.set_input_files("input[type=file]", [*files, {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""}])
    page.get_by_role("button", name="Add and read").click()
    run = page.get_by_role("status")
    playwright.expect(run).to_contain_text("2 files read", timeout=120_000)
    playwright.expect(run).to_contain_text("empty.txt: The file is empty.")
    page.get_by_role("link", name="Overview").click()
    runs = page.locator("section[aria-labelledby=runs]")
    playwright.expect(runs).to_contain_text("1 not read")
    playwright.expect(runs).to_contain_text("empty.txt The file is empty.")
