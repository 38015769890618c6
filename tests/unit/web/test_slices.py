from __future__ import annotations

from collections.abc import Iterator

from dragoman.web.slices import cut


def test_pages_of_a_list_are_the_list() -> None:
    pages = [cut(range(7), number, 3) for number in (1, 2, 3)]

    assert [page.items for page in pages] == [(0, 1, 2), (3, 4, 5), (6,)]
    assert [(page.first, page.last, page.total, page.has_next) for page in pages] == [
        (1, 3, 7, True),
        (4, 6, 7, True),
        (7, 7, 7, False),
    ]


def test_no_more_is_taken_than_is_needed() -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        while True:
            taken.append(len(taken))
            yield len(taken)

    page = cut(endless(), 2, 3)

    assert (page.items, page.total, page.has_next) == ((4, 5, 6), None, True)
    assert len(taken) == 7


def test_a_page_after_the_last_is_empty() -> None:
    assert cut([1], 9, 3).items == ()
