from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from training.markup import Example, MarkupError, example
from training.standoff import key, labelled, stories, written

ARTICLE = "DAKAR, May 3 -\n\nMali said  Togo had\nsold it 40 trucks in May. It denied nothing else."
SENTENCE = [
    "<1|MLI|Mali> said <2|TGO.BUS|Togo> had sold it 40 trucks in May.",
    '= 2>1 trade asserted "sold" @"in May" #"40" of "trucks" whose 1 via 1',
]
CODED = ["<1|PER.GOV|Lima> condemned <2|CHL|Chile>.", '= 1>2 ACCUSE.disapprove asserted "condemned"']


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in ("plv", "cameo", "polnear/train/text"):
        (tmp_path / folder).mkdir(parents=True)
    columns = "sentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_penta\tgold_root"
    row = "1\tLima condemned Chile.\t<s>Lima</s> condemned <t>Chile</t>.\tLima\tChile\t3\tACCUSE"
    (tmp_path / "plv" / "train.tsv").write_text(f"{columns}\n{row}\n", encoding="utf-8")
    for name in ("ner_train.txt", "class_train.tsv"):
        (tmp_path / "cameo" / name).write_text("", encoding="utf-8")
    (tmp_path / "polnear" / "train" / "text" / "dakar.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "synthetic").mkdir()
    with zipfile.ZipFile(tmp_path / "synthetic" / "plover_stories.csv.zip", "w") as archive:
        archive.writestr("stories.csv", f'text,title\n"Nothing.",A\n"{ARTICLE}",B\n')
    return tmp_path


def sample(block: list[str], place: str) -> Example:
    one = example(1, block, "x")
    return Example(one.text, one.parties, one.relations, place)


def stored(tmp_path: Path, *rows: str) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "some.jsonl").write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return folder


def test_labels_come_back_with_the_texts_that_they_were_made_on(data: Path) -> None:
    start, end = ARTICLE.index("Mali"), ARTICLE.index(" It denied")
    one, other = sample(SENTENCE, "some.jsonl:1"), sample(CODED, "some.jsonl:2")
    folder = stored(
        data,
        written(one, {"article": "dakar.txt", "start": start, "end": end}),
        written(other, {"text": key("Lima condemned Chile.")}),
    )
    assert list(labelled(data, folder)) == [one, other]


def test_a_story_is_found_by_its_number(data: Path) -> None:
    start, end = ARTICLE.index("Mali"), ARTICLE.index(" It denied")
    one = sample(SENTENCE, "some.jsonl:1")
    folder = stored(data, written(one, {"story": 1, "start": start, "end": end}))
    assert list(stories(data, folder)) == [one]
    assert not list(labelled(data, folder))


def test_no_text_is_kept_with_the_labels() -> None:
    row = written(sample(SENTENCE, "x"), {"text": key("x")})
    assert "sold" not in row
    assert "Mali" not in row


def test_a_sentence_that_the_sets_lack_is_told(data: Path) -> None:
    folder = stored(data, written(sample(CODED, "x"), {"text": key("Another one.")}))
    with pytest.raises(MarkupError, match=r"some\.jsonl:1: no sentence of PLV or CAMEO"):
        list(labelled(data, folder))
