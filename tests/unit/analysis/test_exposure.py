from __future__ import annotations

from datetime import date

import pytest

from dragoman.analysis import Range, Taken, exposures, network
from tests.factories import a_figure, an_article, an_entry
from tests.unit.analysis.nets import entries


def test_shares_what_they_leave_open_and_how_concentrated_they_are() -> None:
    """30-40 and 22 of a hundred leave 38-48; the index is at least .09 + .0484."""
    told = entries("AZE -> ISR energy [30-40 oil imports]", "KAZ -> ISR energy [22 oil imports]", "RUS -> ISR energy")
    (found,) = exposures(network(told))
    assert (found.party, found.channel, found.base) == ("ISR", "energy", "oil imports")
    assert found.partners == {"AZE": Range(30, 40), "KAZ": Range(22, 22)}
    assert found.without == ("RUS",)
    assert found.unexplained == Range(38, 48)
    assert found.concentration.low == 0.1384
    assert found.concentration.high == round(0.3**2 + 0.22**2 + 0.48**2, 9)


def test_reports_that_differ_make_one_range_and_are_never_averaged() -> None:
    told = entries("AZE -> ISR energy [30 oil imports]", "AZE -> ISR energy [40 oil imports]")
    (found,) = exposures(network(told))
    assert found.partners == {"AZE": Range(30, 40)}
    assert len(found.figures) == 2


def test_a_joint_share_is_kept_as_one() -> None:
    told = entries("AZE;KAZ -> ISR energy [60 oil imports]", "KAZ -> ISR energy [20-25 oil imports]")
    (found,) = exposures(network(told))
    assert found.partners == {"AZE": Range(35, 40), "KAZ": Range(20, 25)}
    assert found.explained == Range(60, 60)


@pytest.mark.parametrize(
    ("words", "unexplained"),
    [
        ("Qatar and Algeria supply 45 percent of Italy's gas imports.", Range(55, 55)),
        ("Qatar and Algeria each supply 45 percent of Italy's gas imports.", Range(10, 10)),
    ],
)
def test_a_number_that_is_told_once_of_two_is_what_they_have_together(words: str, unexplained: Range) -> None:
    document = an_article("Paper", "2024", words)
    figure = a_figure(document, "45 percent", 45, 45, of="gas imports", whose="ITA")
    told = [an_entry(document, words, actor=code, recipient="ITA", figures=[figure]) for code in ("QAT", "DZA")]
    (found,) = exposures(network(told))
    assert found.unexplained == unexplained
    share = Range(0, 45) if "each" not in words else Range(45, 45)
    assert found.partners == {"DZA": share, "QAT": share}
    # What is told of one of them alone narrows the other's.
    (alone,) = exposures(network([*told, *entries("DZA -> ITA energy [30 gas imports]")]))
    assert alone.partners["QAT"] == (Range(15, 15) if "each" not in words else Range(45, 45))


def test_other_bases_are_answered_by_themselves() -> None:
    told = entries("AZE -> ISR energy [40 oil imports]", "EGY -> ISR energy [10 natural gas consumption]")
    assert [each.base for each in exposures(network(told))] == ["oil imports", "natural gas consumption"]


def test_shares_that_cannot_all_hold_are_said_not_to() -> None:
    (found,) = exposures(network(entries("A -> B arms [70 arms imports]", "C -> B arms [60 arms imports]")))
    assert not found.fits
    assert found.unexplained == Range(0, 100)


def test_the_supplier_depends_on_its_customer_by_shares_of_its_own() -> None:
    document = an_article("Paper", "2024", "A tenth of Azerbaijan's oil exports, 10%, goes to Israel.")
    of = an_entry(
        document, document.text, figures=[a_figure(document, "10%", 10.0, 10.0, of="oil exports", whose="AZE")]
    )
    (found,) = exposures(network([of]), "AZE", "energy")
    assert found.partners == {"ISR": Range(10, 10)}
    assert [each.base for each in exposures(network([of]), "ISR", "energy")] == [None]


def test_about_is_a_tenth_either_way_and_over_is_open_above() -> None:
    document = an_article("Paper", "2024", "About 40% of imports from one, over 30% of imports from another.")
    figures = {
        "AZE": a_figure(document, "40%", 40.0, 40.0, of="oil imports", whose="ISR", approximate=True),
        "KAZ": a_figure(document, "30%", 30.0, None, of="oil imports", whose="ISR"),
    }
    told = [an_entry(document, document.text, actor=code, figures=[each]) for code, each in figures.items()]
    (found,) = exposures(network(told))
    assert found.partners == {"AZE": Range(36, 44), "KAZ": Range(30, 64)}


def test_the_routes_that_a_supply_passes() -> None:
    document = an_article("Paper", "2024", "Kazakh oil reaches Israel through Russia.", "Georgia carries Kazakh oil.")
    supply = an_entry(document, "Kazakh oil reaches Israel through Russia.", actor="KAZ", recipient="ISR")
    told = an_entry(document, "Kazakh oil reaches Israel through Russia.", "transit", actor="RUS", recipient="ISR")
    apart = an_entry(document, "Georgia carries Kazakh oil.", "transit", actor="GEO", recipient="KAZ")
    (found,) = exposures(network([supply, told, apart]))
    assert {(each.over, each.user, each.together) for each in found.routes} == {
        ("RUS", "ISR", True),
        ("GEO", "KAZ", False),
    }


def test_how_old_the_figures_are_and_passing_over_the_old() -> None:
    document = an_article("Paper", "2024-05-01", "It was 60% of arms imports in 2010. It is 70% of arms imports now.")
    old = a_figure(document, "60%", 60.0, 60.0, of="arms imports", whose="AZE")
    new = a_figure(document, "70%", 70.0, 70.0, of="arms imports", whose="AZE")
    about = {"type": "arms", "actor": "ISR", "recipient": "AZE"}
    told = [
        an_entry(document, "It was 60% of arms imports in 2010.", figures=[old], when="2010", **about),
        an_entry(document, "It is 70% of arms imports now.", figures=[new], **about),
    ]
    (found,) = exposures(network(told))
    assert (found.oldest, found.newest) == (date(2010, 12, 31), date(2024, 5, 1))
    assert found.partners == {"ISR": Range(60, 70)}
    (late,) = exposures(network(told), since=date(2015, 1, 1))
    assert late.partners == {"ISR": Range(70, 70)}


def test_another_share_takes_the_place_of_those_on_record() -> None:
    of = network(entries("AZE -> ISR energy [30-40 oil imports]", "KAZ -> ISR energy [22 oil imports]"))
    (found,) = exposures(of, taken=[Taken("ISR", "AZE", "energy", Range(10, 20))])
    assert found.partners == {"AZE": Range(10, 20), "KAZ": Range(22, 22)}
    other, gas = exposures(of, taken=[Taken("ISR", "AZE", "energy", Range(10, 20), "gas")])
    assert (gas.base, gas.partners) == ("gas", {"AZE": Range(10, 20)})
    (same,) = exposures(of, taken=[Taken("ISR", "AZE", "energy", Range(10, 20), "the Oil imports")])
    assert same.partners["AZE"] == Range(10, 20)
    assert other.partners["AZE"] == Range(30, 40)
