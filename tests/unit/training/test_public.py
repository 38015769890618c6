from __future__ import annotations

from pathlib import Path

from training import public
from training.labels import CAMEO, ROOTS, TYPES
from training.material import CODED

TWICE = "<s>Peru</s> sent rice to <t>Chile</t>, and <t>Chile</t> was glad."


def test_a_plv_sentence_with_its_pair(tmp_path: Path) -> None:
    path = tmp_path / "train.tsv"
    path.write_text(
        "marked_sentence\tgold_root\n<s>Mali</s> gave way to <t>striking miners</t>.\tYIELD\nNo marks here.\tAID\n",
        encoding="utf-8",
    )
    (item,) = public.plv(path)
    (pair,) = item.pairs

    assert item.text == "Mali gave way to striking miners."
    assert [item.text[slice(*place)] for place in (pair.actor, pair.recipient)] == ["Mali", "striking miners"]
    assert pair.exclusive
    assert pair.root == ROOTS.index("YIELD")
    assert pair.types == (TYPES.index("CONCEDE"), TYPES.index("RETREAT"))


def test_words_of_a_sentence_at_their_places(tmp_path: Path) -> None:
    path = tmp_path / "ner_train.txt"
    path.write_text("Chad B-S\narrested O\ntwo B-T\nNigeriens I-T\n\nLater O\n\n", encoding="utf-8")
    first, second = public.words(path, "cameo")
    (words,) = first.words

    assert first.text == "Chad arrested two Nigeriens"
    assert [first.text[slice(*place)] for place in words.places] == first.text.split()
    assert [CAMEO[label] for label in words.labels] == ["B-S", "O", "B-T", "I-T"]
    assert second.text == "Later"


def test_classes_of_sentences(tmp_path: Path) -> None:
    path = tmp_path / "class_train.tsv"
    path.write_text('He said "no" to Peru.\t3\nno class here\n', encoding="utf-8")

    assert [(item.text, item.kind) for item in public.classes(path)] == [('He said "no" to Peru.', 3)]


def test_marks_are_taken_off_and_the_first_of_each_counts() -> None:
    text, source, target = public.unmarked(TWICE)
    assert text == "Peru sent rice to Chile, and Chile was glad."
    assert text[slice(*source)] == "Peru"
    assert target == (18, 23)


def test_a_party_that_is_not_marked_is_anywhere() -> None:
    assert public.unmarked("<s>Peru</s> voted.") == ("Peru voted.", (0, 4), (0, 11))


def test_one_source_and_one_target_are_a_pair_of_which_nothing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ner_train.txt"
    path.write_text(
        "Chad B-S\narrested O\ntwo B-T\nNigeriens I-T\n\nChad B-S\nand O\nMali B-S\nspoke O\n", encoding="utf-8"
    )
    told, untold = public.cameo(path)
    (pair,) = told.pairs

    assert [told.text[slice(*place)] for place in (pair.actor, pair.recipient)] == ["Chad", "two Nigeriens"]
    assert (pair.types, pair.root, pair.is_rooted) == ((), None, True)
    assert untold.pairs == ()


def test_coded_sentences_are_all_usable() -> None:
    for path in CODED:
        items = list(public.plv(path, origin="coded"))
        lines = path.read_text(encoding="utf-8").splitlines()

        assert len(items) == len(lines) - 1
        assert all(
            0 not in (end - start for pair in each.pairs for start, end in (pair.actor, pair.recipient))
            for each in items
        )
        assert len({each.text for each in items}) == len(items)
