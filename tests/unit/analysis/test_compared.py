from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice, product
from random import Random
from time import process_time

from dragoman.analysis import Measured, Reported, quantities
from dragoman.analysis.compared import Alike, Compared, is_one_breath
from dragoman.analysis.comparison import compare
from dragoman.records import Entry, Quantity
from tests.unit.analysis.test_comparison import reported

OF = (
    "oil imports",
    "crude imports",
    "oil exports",
    "gas imports",
    "imports",
    "all the oil that it buys abroad",
    "",
    None,
)
WHEN = ("2022", "2022-03", "2021", "2022-03-05", "2022-03-06", "2023", None)
WORDS = ("40", "4 Russian diplomats", "4 ships")


def test_what_conflicts_is_what_a_look_at_each_two_finds() -> None:
    for seed in range(300):
        for found in quantities(_entries(Random(seed))):
            apart = [two for two in _different(found) if compare(two[0][0], two[1][0]) == "apart"]
            assert list(found.apart) == apart
            pairs = [each for two in apart for each in product(*two) if not is_one_breath(*each)]
            assert list(found.conflicts) == pairs
            assert {frozenset(map(id, each)) for each in found.contradicting} == _together(pairs)
            told: dict[int, dict[str, int]] = {}
            for two in pairs:
                for one, other in (two, two[::-1]):
                    told.setdefault(id(one), {}).setdefault(other.entry.statement.id, id(other))
            assert [[id(each) for each in against] for against in found.against] == [
                [*told.get(id(report), {}).values()] for report in found.reports
            ]


def test_what_only_looks_like_a_conflict_is_counted_as_a_look_at_each_two_does() -> None:
    for seed in range(300):
        for found in quantities(_entries(Random(seed))):
            verdicts = Counter(compare(one[0], other[0]) for one, other in _different(found))
            assert found.apparent == {each: n for each, n in sorted(verdicts.items()) if each not in ("apart", "agree")}


def test_very_many_different_figures_are_compared_soon() -> None:
    entries = []
    for number in range(6_000):
        when, published = str(1900 + number % 120), f"20{10 + number % 12}-05-01"
        told = reported(number / 100, when=when, published=published)
        entries.append(_telling(told, [told.quantity]))
    begun = process_time()
    [found] = quantities(entries)
    together = found.contradicting

    assert process_time() - begun < 5
    assert sum(map(len, together)) == 6_000
    assert len(found.opposing(found.reports[0])) == 49


def test_bases_in_very_many_words_are_compared_soon() -> None:
    entries = []
    for number, letters in enumerate(islice(product("bcdfghjk", "aeiou", "lmnpqrst", "aeiou", "bdk"), 3_000)):
        told = reported(number / 100, of=f"{''.join(letters)} imports", published="2023-05-01")
        entries.append(_telling(told, [told.quantity]))
    begun = process_time()
    [found] = quantities(entries)

    assert found.contradicting == ()
    assert process_time() - begun < 5


def _entries(among: Random) -> Iterator[Entry]:
    """Reports of one matter, of some of which one statement gives several figures."""
    type_, units = among.choice(
        (
            ("attack", ("item", "ship")),
            ("energy", ("percent",)),
            ("energy", ("USD", "EUR")),
            ("arms", ("tonne", "kg")),
            ("geography", ("km", "mi")),
        )
    )
    whens = among.sample(WHEN, among.randint(1, 3))
    for number in range(among.randint(2, 9)):
        about = {
            "published": among.choice((f"2023-05-0{number + 1}", "2021-02-01")),
            "when": among.choice(whens),
            "standing": among.choice(("asserted", "asserted", "asserted", "planned", "denied")),
        }
        if type_ == "attack":
            about["occurrence"] = among.choice(("o1", "o1", "o2", None))
        told = reported(1, type=type_, **about)
        yield _telling(told, [_figure(among, among.choice(units)) for _ in range(among.choice((1, 1, 1, 2, 3)))])


def _figure(among: Random, unit: str) -> Quantity:
    low = among.choice((10.0, 20.0, 22.0, 30.0, 32.2, None))
    high = None if low is None or among.random() < 0.2 else low + among.choice((0, 0, 0, 5, 12, -3))
    said = {"of": among.choice(OF), "whose": among.choice(("ISR", "ISR", "AZE", None)), "words": among.choice(WORDS)}
    return reported(low, high, unit, approximate=among.random() < 0.2, **said).quantity


def _telling(report: Reported, figures: Sequence[Quantity]) -> Entry:
    return replace(report.entry, statement=replace(report.entry.statement, quantities=tuple(figures)))


def _different(found: Measured) -> Iterator[tuple[Alike, Alike]]:
    """Each two groups that say the very same, with different numbers."""
    alike = dict.fromkeys(group for group in Compared(found.reports).alike)
    for one, other in combinations(alike, 2):
        if _numbers(one[0]) != _numbers(other[0]):
            yield one, other


def _numbers(report: Reported) -> tuple[object, ...]:
    return (report.quantity.low, report.quantity.high, report.quantity.unit, report.quantity.approximate)


def _together(pairs: Sequence[tuple[Reported, Reported]]) -> set[frozenset[int]]:
    """What conflicts with one another, be it through others."""
    groups: list[set[int]] = []
    for pair in pairs:
        both = {id(each) for each in pair}
        meeting = [each for each in groups if each & both]
        groups = [*(each for each in groups if not each & both), both.union(*meeting)]
    return {*map(frozenset, groups)}
