from __future__ import annotations

from pathlib import Path

from tests.unit.intake.made import PAGE, PARAGRAPHS, only, reason, write


def test_a_page_gives_its_article_and_nothing_round_it(tmp_path: Path) -> None:
    text = only(write(tmp_path, "a.html", PAGE)).text
    assert text.split("\n") == ["Accord signed", *PARAGRAPHS]


def test_a_page_says_where_it_comes_from(tmp_path: Path) -> None:
    document = only(write(tmp_path, "a.html", PAGE))
    assert (document.title, document.publisher, document.author) == ("Accord signed", "The Valley Herald", "Mara Novak")
    assert document.url == "https://herald.example/2024/03/03/accord"
    assert document.published is not None
    assert document.published.iso() == "2024-03-03"


def dated(tmp_path: Path, head: str, body: str = "") -> str | None:
    page = f"<html><head>{head}</head><body>{body}{''.join(f'<p>{each}</p>' for each in PARAGRAPHS)}</body></html>"
    published = only(write(tmp_path, "a.html", page)).published
    return published.iso() if published else None


def test_dates_are_found_where_pages_write_them(tmp_path: Path) -> None:
    assert dated(tmp_path, '<meta property="article:published_time" content="2024-03-03T10:00:00Z">') == "2024-03-03"
    assert dated(tmp_path, "", '<time datetime="2024-03-04">yesterday</time>') == "2024-03-04"
    assert dated(tmp_path, "", '<span class="post-date">March 5, 2024</span>') == "2024-03-05"
    assert dated(tmp_path, '<link rel="canonical" href="https://a.example/2024/03/06/x">') == "2024-03-06"
    assert dated(tmp_path, '<link rel="canonical" href="https://a.example/2024/03/x">') == "2024-03"


def test_a_date_is_not_guessed(tmp_path: Path) -> None:
    assert dated(tmp_path, "<title>A page</title>") is None
    assert dated(tmp_path, '<link rel="canonical" href="https://a.example/2024/x">') is None
    assert dated(tmp_path, "", "<footer>© 2019 A Paper</footer>") is None


def test_an_encoding_that_the_page_declares_is_used(tmp_path: Path) -> None:
    page = (
        f'<html><head><meta charset="windows-1251"></head><body><p>{"Министр приехал в Баку. " * 9}</p></body></html>'
    )
    assert "Министр приехал" in only(write(tmp_path, "a.html", page.encode("cp1251"))).text


def test_a_page_nested_too_deep_for_trees_is_read_by_a_plain_scan(tmp_path: Path) -> None:
    page = "<div>" * 900 + f"<p>{PARAGRAPHS[0]}</p>"
    assert only(write(tmp_path, "a.html", page)).text == PARAGRAPHS[0]


def test_a_page_nested_ten_thousand_deep_is_refused(tmp_path: Path) -> None:
    assert "inside one another" in reason(write(tmp_path, "a.html", "<div>" * 10_000 + "text"))


def test_a_page_with_a_million_attributes_is_read(tmp_path: Path) -> None:
    attributes = " ".join(f"a{number}=1" for number in range(1_000_000))
    assert only(write(tmp_path, "a.html", f"<p {attributes}>{PARAGRAPHS[0]}</p>")).text == PARAGRAPHS[0]
