"""A journey through the desk in a real browser, from the printed address to the words in an article."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.workspace import Workspace
from tests.functional.test_cli_serve import served
from tests.functional.watching import watched

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed; `pip install playwright`")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine to look with")

PAGES = ("/", "/?view=map", "/?view=channels", "/party/AZE", "/dyad/AZE/ISR", "/quantities", "/forecasts",
         "/search?q=oil", "/parties", "/documents",
         "/publishers", "/publisher?name=The+Courier", "/changes?since=2020", "/disputes", "/single", "/failures",
         "/runs",
         "/whatif?without=AZE", "/decisions", "/add", "/review", "/retract?scope=publisher&name=The+Courier",
         "/dyad/AZE/ISR?known=2030")  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as running:
        # Whoever runs tests as root, in a container say, has no sandbox to offer.
        opened = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(ledger: Path) -> Iterator[str]:
    with served(ledger) as (address, _):
        yield address


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """That ledger, to be written into."""
    return Path(shutil.copy(ledger, tmp_path / "own.ledger"))


@pytest.fixture
def page(browser: playwright.Browser, address: str) -> Iterator[playwright.Page]:
    """A page of somebody who opened the printed address; whatever the browser complains about fails the test."""
    with watched(browser, address) as opened:
        yield opened


def test_from_the_network_to_the_words_in_the_article(page: playwright.Page) -> None:
    assert "token" not in page.url
    page.locator("svg.network a.point", has_text="Azerbaijan").first.click()
    page.wait_for_url("**/party/AZE")
    page.locator(".chips a", has_text="Israel").first.click()
    page.wait_for_url("**/dyad/AZE/ISR")
    page.get_by_role("link", name="Azerbaijan supplies energy to Israel").first.click()
    page.wait_for_url("**/claim/s1:*")
    assert "around 40 percent of Israel's oil imports" in page.locator(".passage mark").inner_text()
    page.get_by_role("link", name="in the article").first.click()
    page.wait_for_url("**/document/d1:*")
    playwright.expect(page.locator("mark.chosen").first).to_be_visible()
    assert page.locator("details.note.chosen").get_attribute("open") is not None


def test_words_and_notes_show_each_other(page: playwright.Page) -> None:
    page.goto(page.url + "documents")
    page.get_by_role("link", name="Oil [bold]and[/bold] gas").click()
    page.locator("mark[data-n]").first.click()

    assert page.locator("details.note.lit").first.get_attribute("open") is not None


def test_filters_are_carried_out_at_once_and_leave_addresses_short(page: playwright.Page) -> None:
    page.select_option("select[name=sign]", "conflictual")
    page.wait_for_url("**sign=conflictual**")

    assert "channel=" not in page.url
    assert page.locator("svg.network .cooperative").count() == 0


@pytest.mark.parametrize("path", ["quantities", "forecasts", "review"])
def test_one_of_two_parties_is_filter_enough(page: playwright.Page, path: str) -> None:
    page.goto(page.url + path)
    page.get_by_label("Party", exact=True).fill("Israel")
    page.get_by_role("button", name="Show", exact=True).first.click()
    page.wait_for_url("**party=*")

    assert page.url.endswith(f"/{path}?party=Israel")
    assert page.get_by_label("Party", exact=True).input_value() == "ISR"


def test_from_a_channel_beside_the_others_to_its_network(page: playwright.Page) -> None:
    page.get_by_role("link", name="Channel by channel").click()
    page.locator(".multiples a", has_text="Energy supply").click()
    page.wait_for_url("**/?channel=energy")

    assert page.locator("svg.network:not(.small):visible").count() == 1


def test_a_scenario_is_built_by_clicking_and_shared_by_its_address(
    page: playwright.Page, browser: playwright.Browser, address: str
) -> None:
    base = page.url.rstrip("/")
    page.get_by_role("link", name="What if").click()
    middle = """path => {
        const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
        return [point.x, point.y];
    }"""
    page.mouse.click(*page.locator(".broad a[href*='cut=AZE--ISR'] path.reach").first.evaluate(middle))
    page.wait_for_url("**cut=AZE--ISR**")
    playwright.expect(page.get_by_role("heading", name="Falls")).to_be_visible()
    page.locator("svg.network a.point:visible", has_text="Israel").first.click()
    page.wait_for_url("**without=ISR**")
    page.get_by_label("Call it").fill("Alone")
    page.get_by_role("button", name="Suppose").click()
    page.wait_for_url("**name=Alone**")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as a file").click()
    assert 'without = ["ISR"]' in saved.value.path().read_text(encoding="utf-8")

    other = browser.new_page()
    other.goto(address)
    other.goto(page.url)
    playwright.expect(other.get_by_role("heading", name="Alone")).to_be_visible()
    playwright.expect(other.get_by_label("without Israel: suppose it no more")).to_be_visible()
    assert page.url.startswith(f"{base}/whatif?")
    other.close()


def test_the_theme_is_kept_from_page_to_page(page: playwright.Page) -> None:
    page.get_by_role("button", name="Dark").click()
    page.locator("html[data-theme=dark]").wait_for()
    page.wait_for_load_state("load")
    dark = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(dark) == "rgb(20, 23, 26)"
    page.get_by_role("link", name="Quantities").first.click()
    page.wait_for_url("**/quantities")
    assert page.evaluate(dark) == "rgb(20, 23, 26)"


def test_keys_lead_to_the_search_and_past_the_head(page: playwright.Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("/")
    page.keyboard.type("oil")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=oil")
    assert page.locator("mark").first.inner_text().lower() == "oil"


@pytest.mark.parametrize("address_of", PAGES)
def test_everything_that_can_be_used_has_a_name(page: playwright.Page, address_of: str) -> None:
    page.goto(page.url.rstrip("/") + address_of)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')].filter(
            each => !(each.getAttribute('aria-label') || each.textContent.trim() || each.closest('label'))
        ).map(each => each.outerHTML)"""
    )

    assert nameless == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))


def test_what_was_read_wrongly_is_put_right_and_taken_back(browser: playwright.Browser, own: Path) -> None:
    context = browser.new_context()
    with served(own) as (address, _):
        page = context.new_page()
        page.goto(address)
        page.goto(f"{page.url}search?type=energy")
        page.locator(".statement .line a").first.click()
        page.get_by_text("Read wrongly, or rightly?").click()
        form = page.locator("form[action$='/decide']")
        form.get_by_label("It is not stated").check()
        form.get_by_label("Who decides").fill("A. Analyst")
        form.get_by_label("Why").fill("a headline that asks")
        form.get_by_role("button", name="Decide").click()
        page.wait_for_url("**/decisions?*")
        with Workspace.open(own) as workspace:
            assert [(each.who, each.verdict) for each in workspace.decisions()] == [("A. Analyst", "not stated")]
        page.get_by_role("button", name="Undo: not stated").click()
        playwright.expect(page.get_by_text("undone", exact=True)).to_be_visible()
        with Workspace.open(own) as workspace:
            assert workspace.decisions() == []
    context.close()


def test_in_the_article_itself_a_statement_is_judged_and_that_undone(browser: playwright.Browser, own: Path) -> None:
    context = browser.new_context()
    with served(own) as (address, _):
        page = context.new_page()
        page.goto(address)
        page.goto(page.url + "documents")
        page.get_by_role("link", name="A visit").click()
        page.locator("mark[data-n]").first.click()
        note = page.locator("details.note.lit").first
        playwright.expect(note.get_by_text("Actor")).to_be_visible()
        note.get_by_role("link", name="Put it right").click()
        page.wait_for_url("**at=s1:*")
        note = page.locator("details.note.chosen")
        note.get_by_text("Read wrongly, or rightly?").click()
        note.get_by_label("It is not stated").check()
        note.get_by_label("Who decides").fill("A. Analyst")
        note.get_by_label("Why").fill("it was a call")
        note.get_by_role("button", name="Decide").click()
        page.wait_for_url("**/document/**#judged")
        playwright.expect(page.get_by_text("A. Analyst: it was a call")).to_be_in_viewport()
        with Workspace.open(own) as workspace:
            assert [each.verdict for each in workspace.decisions()] == ["not stated"]
        page.get_by_role("button", name="Undo").click()
        playwright.expect(page.get_by_text("Taken back:")).to_be_in_viewport()
        with Workspace.open(own) as workspace:
            assert workspace.decisions() == []
    context.close()


def test_what_is_right_is_asked_for_where_something_else_is_wrong(page: playwright.Page) -> None:
    page.goto(page.url + "search?type=energy")
    page.locator(".statement .line a").first.click()
    page.get_by_text("Read wrongly, or rightly?").click()
    form = page.locator("form[action$='/decide']")
    right = form.get_by_label("The right one")
    playwright.expect(right).to_be_hidden()
    form.get_by_label("Wrong type").check()
    playwright.expect(right).to_have_attribute("placeholder", "the right type, such as SANCTION.expel or energy")
    form.get_by_label("Who decides").fill("A. Analyst")
    form.get_by_label("Why").fill("it is not that")
    form.get_by_role("button", name="Decide").click()
    assert page.evaluate("document.activeElement.name") == "change"
    form.get_by_label("It is not stated").check()
    playwright.expect(right).to_be_hidden()
    assert form.evaluate("form => form.checkValidity()") is True


def test_a_pasted_text_is_read_and_found(browser: playwright.Browser, own: Path, tmp_path: Path) -> None:
    context = browser.new_context()
    with served(own) as (address, _):
        page = context.new_page()
        page.goto(address)
        page.get_by_role("link", name="Add", exact=True).click()
        page.get_by_label("Or a text").fill("President Xi Jinping of China visited Kazakhstan on 2 July 2024.")
        page.get_by_label("Publisher, where none is given").fill("The Pasted Post")
        page.get_by_role("button", name="Add and read").click()
        page.get_by_text("1 file read").wait_for(timeout=120_000)
        page.get_by_role("status").get_by_role("link", name="pasted.jsonl#1").click()
        page.wait_for_url("**/document/d1:*")
        playwright.expect(page.get_by_role("heading", level=1)).to_have_text("pasted.jsonl#1")
        page.get_by_role("link", name="Documents").click()
        page.get_by_role("link", name="The Pasted Post").first.click()
        playwright.expect(page.get_by_role("link", name="Kazakhstan").first).to_be_visible()
    context.close()
    assert [each.name for each in (tmp_path / "own.ledger.added" / "0001").iterdir()] == ["pasted.jsonl"]


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_for_those_who_do_not_see(
    browser: playwright.Browser, address: str, scheme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_core_python", reason="axe-core is not installed; `pip install axe-core-python`")
    script = (Path(axe.__path__[0]) / "axe.min.js").read_text(encoding="utf-8")
    # What looks at the page is no script of the desk's, which its policy would not let in.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address)
    base, found = page.url.rstrip("/"), []
    for each in PAGES:
        page.goto(base + each)
        page.evaluate(script)
        found += [(each, fault["id"], fault["impact"]) for fault in page.evaluate("axe.run()")["violations"]]
    context.close()

    assert found == []


PICTURES = {
    "overview": "/",
    "map": "/?view=map",
    "channels": "/?view=channels",
    "parties": "/parties",
    "party": "/party/AZE",
    "pair": "/dyad/AZE/ISR",
    "claim": "/search?type=energy",
    "article": "/documents",
    "documents": "/documents",
    "quantities": "/quantities",
    "forecasts": "/forecasts",
    "search": "/search?q=oil",
    "publishers": "/publishers",
    "publisher": "/publishers",
    "whatif": "/whatif?without=AZE",
    "review": "/review",
    "decisions": "/decisions",
    "retract": "/publishers",
    "runs": "/runs",
    "changes": "/changes?since=2020",
    "disputes": "/disputes",
    "single": "/single",
    "add": "/add",
}
#: What is clicked on the way to pages whose address holds an id or a name.
_CLICKS = {
    "claim": (".statement .line a",),
    "article": ("tbody tr:nth-child(2) th a",),
    "publisher": ("tbody th a",),
    "retract": ("tbody th a", ".lead a[href^='/retract']"),
}
#: Wide enough for one line of links at the head, small enough for a repository.
_WINDOW = {"width": 1280, "height": 860}


def test_pictures_of_the_pages(browser: playwright.Browser, ledger: Path, tmp_path: Path) -> None:
    """Those in docs/pictures are made with `DRAGOMAN_PICTURES=docs/pictures`, of the example pile."""
    folder = Path(os.environ.get("DRAGOMAN_PICTURES", tmp_path))
    if folder != tmp_path:
        ledger = tmp_path / "demo.ledger"
        with Workspace.open(ledger, create=True) as workspace:
            workspace.read(["examples"])
    context = browser.new_context(viewport=_WINDOW)
    page = context.new_page()
    with served(ledger) as (address, _):
        page.goto(address)
        base = page.url.rstrip("/")
        for name, path in PICTURES.items():
            page.goto(base + path)
            for each in _CLICKS.get(name, ()):
                before = page.url
                page.locator(each).first.click()
                page.wait_for_url(lambda url, before=before: url != before)
            page.screenshot(path=folder / f"{name}.png")
    context.close()

    assert all((folder / f"{name}.png").stat().st_size > 10_000 for name in PICTURES)


def test_every_picture_stands_in_the_docs() -> None:
    docs = Path(__file__).parents[2] / "docs"
    told = (docs / "desk.md").read_text(encoding="utf-8")

    assert [name for name in PICTURES if f"(pictures/{name}.png)" not in told] == []
    assert [name for name in PICTURES if not (docs / "pictures" / f"{name}.png").exists()] == []


def test_without_scripts_everything_can_be_read(browser: playwright.Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator("svg.network a.point", has_text="Israel").first.click()
    page.wait_for_url("**/party/ISR")
    page.get_by_role("link", name="Overview").click()
    page.get_by_role("link", name="Change before").click()
    page.wait_for_url("**date=*")
    playwright.expect(page.locator("input[type=range]")).to_be_hidden()
    page.go_back()
    page.go_back()
    page.get_by_role("link", name="Read them all").click()
    page.locator("a.cite").first.click()
    page.wait_for_url("**/document/d1:*")
    note = page.locator("details.note:not([open])").first
    note.locator("summary").click()
    playwright.expect(page.locator("details.note[open] a", has_text="All who report it").first).to_be_visible()
    context.close()


def test_a_stranger_sees_nothing(browser: playwright.Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(address.partition("?")[0])

    assert answer is not None
    assert answer.status == 401
    assert "Azerbaijan" not in page.content()
    context.close()


def test_contrast_is_enough_in_both_themes(browser: playwright.Browser, address: str) -> None:
    """Text of every colour against the page and the cards, by the formula of WCAG 2.2: 4.5 to 1."""
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address)
        colours = page.evaluate(
            """() => {
                const root = getComputedStyle(document.documentElement);
                const of = names => names.split(' ').map(name => [name, root.getPropertyValue('--' + name).trim()]);
                return [of('ink soft link good bad flat green amber'), of('paper card faint')];
            }"""
        )
        for name, colour in colours[0]:
            for ground, under in colours[1]:
                assert _contrast(colour, under) >= 4.5, (scheme, name, ground)
        context.close()


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
