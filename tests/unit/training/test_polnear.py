from __future__ import annotations

from pathlib import Path

import pytest
from training.items import Said
from training.polnear import Article, articles

TEXT = "Ghana said it had paid.\nTogo, officials told reporters, had not.\nThe border is shut.\n"
ANN = """T1	Source 0 5	Ghana
T2	Cue 6 10	said
T3	Content 11 22	it had paid
T4	Attribution 6 10	said
E1	Attribution:T4 Source:T1 Cue:T2 Content:T3
T5	Source 30 39	officials
T6	Cue 40 54	told reporters
T7	Content 24 28;56 63	Togo had not
T8	Attribution 40 54	told reporters
E2	Attribution:T8 Source:T5 Cue:T6 Content:T7
"""
FIRST = Said(((6, 10),), ((0, 5),), ((11, 22),))
SECOND = Said(((40, 54),), ((30, 39),), ((24, 28), (56, 63)))


@pytest.fixture
def article(tmp_path: Path) -> Article:
    for folder, name, text in (("text", "one.txt", TEXT), ("attributions", "one_ab12.ann", ANN)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "text" / "two.txt").write_text("Nobody annotated this.", encoding="utf-8")
    (found,) = articles(tmp_path)
    return found


def test_an_article_with_its_attributions(article: Article) -> None:
    assert (article.name, article.text, article.saids) == ("one", TEXT, (FIRST, SECOND))
    assert [article.text[start:end].strip() for start, end in article.sentences] == TEXT.splitlines()


def test_a_part_has_what_is_inside_at_its_new_place(article: Article) -> None:
    start = TEXT.index("Togo")
    (said,) = article.part(start, start + 15).saids or ()

    assert said == Said((), ((6, 15),), ((0, 4),))


def test_windows_cover_the_article_once(article: Article) -> None:
    for skip in range(3):
        listed = list(article.windows(len, room=45, skip=skip))
        assert "".join(each.text for each in listed) == TEXT
        assert sum(len(each.saids or ()) for each in listed) >= 2
    assert [each.text.strip() for each in article.single()] == TEXT.splitlines()


def test_a_window_holds_as_much_as_there_is_room_for(article: Article) -> None:
    assert len(list(article.windows(len, room=500))) == 1
    assert len(list(article.windows(len, room=10))) == 3
