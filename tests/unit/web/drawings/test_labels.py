from __future__ import annotations

from dragoman.web.drawings.labels import Point, named

SIZE = (400.0, 200.0)


def texts(points: list[Point]) -> list[tuple[str, str] | None]:
    return [(each.text, each.anchor) if each is not None else None for each in named(points, SIZE, height=13)]


def test_a_name_stands_above_its_point() -> None:
    (name,) = named([Point((200, 100), 6, ("Israel", "ISR"))], SIZE, height=13)

    assert name is not None
    assert (name.text, name.x, name.y, name.anchor) == ("Israel", 200, 91, "middle")


def test_at_an_edge_it_stands_beside_or_below() -> None:
    assert texts([Point((395, 100), 4, ("Israel",))]) == [("Israel", "end")]
    assert texts([Point((4, 100), 4, ("Israel",))]) == [("Israel", "start")]
    assert texts([Point((200, 6), 4, ("A very long name of about forty letters",))]) == [
        ("A very long name of about forty letters", "middle")
    ]


def test_names_keep_out_of_each_others_way_and_of_points() -> None:
    near = [Point((200, 100), 6, ("Armenia", "ARM")), Point((204, 88), 6, ("Georgia", "GEO"))]

    # Above the first is the second point; beside it is room, and above the second.
    assert texts(near) == [("Armenia", "start"), ("Georgia", "middle")]


def test_where_a_name_has_no_room_a_short_one_may_and_else_there_is_none() -> None:
    long = "Saint Vincent and the Grenadines and more"
    assert texts([Point((200, 100), 6, (long * 2, "VCT"))]) == [("VCT", "middle")]
    assert texts([Point((200, 100), 6, (long * 2,))]) == [None]
    crowd = [Point((200 + dx, 100 + dy), 7, ("XYZ",)) for dx in range(-60, 61, 15) for dy in range(-60, 61, 15)]
    assert None in texts(crowd)
    assert texts(crowd)[0] is not None
