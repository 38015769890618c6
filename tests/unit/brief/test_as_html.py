from __future__ import annotations

from html.parser import HTMLParser

from dragoman.analysis import account
from dragoman.brief import compose, html
from tests.factories import an_article, an_entry

TRICKY = "Azerbaijan supplies <script>alert('x')</script> & \"oil\" to Israel."
_VOID = {"meta", "br"}


class _Page(HTMLParser):
    """Keeps what a page is made of and fails on tags that do not close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def _page(**article: object) -> _Page:
    document = an_article("<i>Paper</i>", "2023-07-13", TRICKY, **article)
    return _Page(html(compose(account([an_entry(document, TRICKY)], "AZE", "ISR"))))


def test_the_page_is_whole_and_everything_in_it_is_closed():
    page = _page()
    assert page.open == []
    assert [tag for tag, _ in page.tags][:2] == ["html", "head"]


def test_what_documents_say_is_words_and_never_markup():
    page = _page(title="<img src=x>", author="<u>")
    assert not {"script", "i", "img", "u"} & {tag for tag, _ in page.tags}
    assert TRICKY in page.words


def test_nothing_comes_from_outside():
    page = _page()
    assert not {"link", "script", "img", "iframe"} & {tag for tag, _ in page.tags}
    assert "@import" not in page.words
    assert "url(" not in page.words


def test_footnotes_link_back_and_forth():
    page = _page()
    ids = [attributes["id"] for _, attributes in page.tags if attributes.get("id")]
    targets = {str(attributes["href"]) for tag, attributes in page.tags if tag == "a"}
    assert len(ids) == len(set(ids))
    assert targets == {f"#{name}" for name in ids}


def test_only_addresses_of_the_web_are_links():
    links = [attributes["href"] for tag, attributes in _page(url="https://example.org/?a=1&b").tags if tag == "a"]
    assert "https://example.org/?a=1&b" in links
    page = _page(url="javascript:alert(1)")
    assert all(str(attributes.get("href", "#")).startswith("#") for _, attributes in page.tags)
    assert "javascript:alert(1)" in page.words


def test_drawings_stand_in_the_page_with_the_words_under_them():
    page = _page()
    tags = [tag for tag, _ in page.tags]
    assert tags.count("figure") == tags.count("svg") == tags.count("figcaption") == 2
    assert "Who stands how to whom, as of 13 July 2023." in page.words
    assert "What stood and what happened, 2023." in page.words


def test_the_empty_brief_is_a_page_too():
    assert _Page(html(compose(account([], "AZE", "ISR")))).open == []


def test_a_notebook_shows_what_stands_on_the_page():
    document = an_article("Paper", "2023-07-13", TRICKY)
    brief = compose(account([an_entry(document, TRICKY)], "AZE", "ISR"))
    shown = _Page(brief._repr_html_())
    assert shown.open == []
    assert "Azerbaijan and Israel" in shown.words
    assert not {"script", "style", "html"} & {tag for tag, _ in shown.tags}
    assert brief._repr_html_().strip() in html(brief)
