from __future__ import annotations

from dragoman.analysis import Frame, Frames


def test_a_frame_is_made_when_it_is_wanted() -> None:
    made: list[str] = []

    def make() -> Frame:
        made.append("links")
        return Frame(("a",), ((1,),))

    frames = Frames(links=make, parties=make)
    assert [*frames] == ["links", "parties"]
    assert made == []
    assert frames["links"].rows == ((1,),)
    assert made == ["links"]


def test_a_notebook_shows_the_first_rows_of_each_that_has_any() -> None:
    frames = Frames(
        links=lambda: Frame(("a",), tuple((f"row {number}",) for number in range(25))),
        one_origin=lambda: Frame(("b",), (("<b>",),)),
        nothing=lambda: Frame(("c",), ()),
    )
    shown = frames._repr_html_()
    assert "<h4>one origin</h4>" in shown
    assert "&lt;b&gt;" in shown
    assert "row 19" in shown
    assert "row 20" not in shown
    assert "and 5 more" in shown
    assert "nothing" not in shown
