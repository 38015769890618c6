from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.accuracy import news
from benchmarks.accuracy.precision import judge
from training.markup import example
from training.standoff import written

from tests.factories import an_article, an_entry

ARMED = 'Peru  armed Chile, said "Bolivia".'
OTHER = "Peru left UNESCO."


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    text = f"{ARMED}\n{OTHER}".replace('"', '""')
    (tmp_path / "wikinews_2019.csv").write_text(
        f'url,date,title,text\nhttps://a.example,2019-02-01,News,"{text}"\n', encoding="utf-8"
    )
    for folder in ("BBC", "UK"):
        (tmp_path / "re3d" / folder).mkdir(parents=True)
        (tmp_path / "re3d" / folder / "documents.json").write_text(
            json.dumps({"text": f"Of {folder}.", "title": None}) + "\n", encoding="utf-8"
        )
    return tmp_path


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    one = example(
        1,
        [
            '<1|PER|Peru> armed <2|CHL|Chile>, said "<3|BOL|Bolivia>".',
            '= 1>2 arms asserted "armed"',
            '= 1>2 AID asserted "armed"',
        ],
        "x",
    )
    folder = tmp_path / "labels"
    folder.mkdir()
    row = written(one, {"document": "wikinews/0", "start": 0, "end": len(ARMED)})
    (folder / "wikinews.jsonl").write_text(row + "\n", encoding="utf-8")
    return folder


def test_every_document_has_a_name(corpora: Path) -> None:
    found = dict(news.texts(corpora))
    assert list(found) == ["wikinews/0", "re3d/BBC/0", "re3d/UK/0"]
    published = found["wikinews/0"].published
    assert published is not None
    assert str(published.start) == "2019-02-01"
    assert found["re3d/UK/0"].text == "Of UK."


def test_labels_meet_the_sentences_that_they_were_made_on(corpora: Path, labels: Path) -> None:
    ((document, (sentence,)),) = news.documents(corpora, labels)
    assert document.text[sentence.start : sentence.end] == ARMED
    assert sentence.example.text == 'Peru armed Chile, said "Bolivia".'
    assert [sentence.example.text[party.start : party.end] for party in sentence.example.parties][2] == "Bolivia"


def test_what_is_labelled_and_not_told_is_missed(corpora: Path, labels: Path) -> None:
    ((document, sentences),) = news.documents(corpora, labels)
    article = an_article("Outlet", "2019-02-01", document.text)
    told = an_entry(article, ARMED, "arms", actor="PER", recipient="CHL").statement
    judged = [judge(told, [sentences[0].example])]
    assert list(news.recalled(sentences, judged)) == [True, False]
    assert news.scores([(sentences, judged)]) == {
        "told": 1,
        "right": 1.0,
        "right with standing": 1.0,
        "sure": 1,
        "sure right with standing": 1.0,
        "labelled": 2,
        "found": 0.5,
    }
