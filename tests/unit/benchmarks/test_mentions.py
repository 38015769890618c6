from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from benchmarks.accuracy import mentions
from benchmarks.accuracy.mentions import Marked, MentionsError

CONTEXT = """@ 2023-07-13 | Haaretz
{Peru|state|PER} and {Fiji|state|FJI} paid. {Both countries|plural|PER FJI} thanked {Yoav Gallant|person|ISR.GOV}, and
a {turkey|homograph|none} flew.
"""


def a_folder(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_context_is_its_plain_text_with_the_places_of_its_marks() -> None:
    context = mentions.context_of(CONTEXT, "open")
    text = context.document.text

    assert text.startswith("Peru and Fiji paid. Both countries thanked")
    assert (context.document.publisher, context.document.published.iso()) == ("Haaretz", "2023-07-13")  # type: ignore[union-attr]
    assert [text[each.start : each.end] for each in context.marked] == [
        "Peru", "Fiji", "Both countries", "Yoav Gallant", "turkey",
    ]  # fmt: skip
    assert context.marked[2].codes == {"PER", "FJI"}
    assert context.marked[4].codes == frozenset()


def test_a_context_without_a_head_has_no_publisher_and_no_day() -> None:
    context = mentions.context_of("{Peru|state|PER} paid.", "held")

    assert (context.document.publisher, context.document.published) == (None, None)


def test_all_that_is_right_scores_one(tmp_path: Path) -> None:
    result = mentions.score(a_folder(tmp_path, open_one=CONTEXT, held_one="{Peru|capital|CHL} paid."))

    assert (result["mentions"], result["accuracy"]) == (6, 0.8333)
    assert result["open"]["accuracy"] == 1.0
    assert result["held"] == {
        "mentions": 1,
        "accuracy": 0.0,
        "by_kind": {"capital": {"mentions": 1, "accuracy": 0.0}},
    }


@pytest.mark.parametrize(
    ("codes", "good"),
    [({"ISR"}, True), ({"ISR.GOV"}, True), ({"ISR.MIL"}, False), ({"ISR", "PER"}, False), (set(), False)],
)
def test_codes_must_be_the_same_and_sectors_where_they_are_marked(codes: set[str], good: bool) -> None:
    context = mentions.context_of("{Yoav Gallant|person|ISR.GOV} paid.", "open")
    (found,) = mentions.resolved(context)

    assert mentions.right(Marked(0, 12, "person", frozenset(codes)), found) is good


def test_nothing_found_is_right_where_nobody_is_meant() -> None:
    assert mentions.right(Marked(0, 1, "homograph", frozenset()), None)
    assert not mentions.right(Marked(0, 1, "homograph", frozenset({"PER"})), None)


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("{Peru|state|per} paid.", "got {Peru|state|per}"),
        ("{Peru|place|PER} paid.", "got {Peru|place|PER}"),
        ("{Peru|state} paid.", "Not a mark"),
        ("{Peru|state|PER paid.", "Not a mark"),
    ],
)
def test_a_fault_is_named(block: str, fault: str) -> None:
    with pytest.raises(MentionsError) as raised:
        mentions.context_of(block, "open")

    assert fault in str(raised.value)


def test_files_are_open_or_held(tmp_path: Path) -> None:
    with pytest.raises(MentionsError, match="not 'other'"):
        mentions.load(a_folder(tmp_path, other_one="Peru"))
    with pytest.raises(MentionsError, match="No contexts"):
        mentions.load(tmp_path / "nowhere")


def test_only_the_open_half_shows_what_went_wrong(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, open_one="{Peru|state|CHL} paid.", held_one="{Fiji|state|CHL} paid.")

    assert list(mentions.wrong(folder)) == ["state: [Peru] paid. wanted CHL, got PER.None"]


def test_the_set_itself_is_large_and_has_all_kinds_in_both_halves() -> None:
    contexts = mentions.load()
    for half in ("open", "held"):
        kinds = [marked.kind for context in contexts if context.half == half for marked in context.marked]
        assert all(kinds.count(kind) >= 15 for kind in mentions.KINDS)
    assert sum(len(context.marked) for context in contexts) >= 450


@pytest.mark.parametrize(("options", "wanted"), [([], '"accuracy"'), (["--wrong"], "wanted CHL")])
def test_it_prints_its_scores_or_what_went_wrong(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    wanted: str,
) -> None:
    folder = a_folder(tmp_path, open_one="{Peru|state|CHL} paid.")
    monkeypatch.setattr(sys, "argv", ["mentions", "--folder", str(folder), *options])
    mentions.main()
    out = capsys.readouterr().out

    assert wanted in out
    assert options or json.loads(out)["mentions"] == 1
