from __future__ import annotations

from datetime import date

from dragoman.analysis import Exposure, exposures, network
from dragoman.analysis.former import with_earlier
from dragoman.records import Entry
from tests.factories import a_figure, an_article, an_entry


def _share(supplier: str, percent: float, published: str, *, of: str = "gas imports", **more: object) -> Entry:
    text = f"{supplier} supplied {percent:g} percent of Ghana's {of} ({published})."
    document = an_article("Paper", published, text)
    figure = a_figure(document, f"{percent:g} percent", percent, percent, of=of, whose="GHA")
    return an_entry(document, text, actor=supplier, recipient="GHA", figures=[figure], **more)


def _found(*told: Entry, as_of: str = "2024-06-10", since: date | None = None) -> list[Exposure]:
    of = network(told, as_of=date.fromisoformat(as_of))
    return [*with_earlier(exposures(of, "GHA", since=since), told, of, "GHA", since=since)]


def test_what_is_over_is_told_beside_what_counts() -> None:
    (found,) = _found(_share("TGO", 15, "2024-06-01"), _share("NGA", 70, "2018-03-05", when="2017"))
    assert [*found.partners] == ["TGO"]
    (old,) = found.earlier
    assert (old.partners, old.range.low, old.reports[0].told_on) == (("NGA",), 70, date(2017, 12, 31))


def test_where_all_is_over_nothing_is_missing() -> None:
    (found,) = _found(_share("NGA", 70, "2018-03-05", when="2017"))
    assert (found.party, found.base, found.links, found.shares) == ("GHA", "gas imports", (), ())
    assert [each.partners for each in found.earlier] == [("NGA",)]


def test_other_bases_are_told_by_themselves() -> None:
    oil = _share("NGA", 70, "2018-03-05", when="2017", of="oil imports")
    gas, other = _found(_share("TGO", 15, "2024-06-01"), oil)
    assert (gas.base, gas.earlier, other.base, len(other.earlier)) == ("gas imports", (), "oil imports", 1)


def test_what_is_still_to_come_and_what_is_not_asked_for_is_left_out() -> None:
    told = (_share("NGA", 70, "2018-03-05", when="2017"), _share("TGO", 15, "2024-06-01", when="2024"))
    (found,) = _found(*told, as_of="2018-06-01")
    assert [each.partners for each in found.earlier] == [("NGA",)]
    assert _found(*told, as_of="2016-06-01") == []
    (late,) = _found(*told, since=date(2020, 1, 1))
    assert late.earlier == ()
