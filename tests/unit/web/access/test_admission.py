from __future__ import annotations

import asyncio

import pytest
from starlette.exceptions import HTTPException

from dragoman.web.access.admission import Admission
from dragoman.web.access.attempts import FREE, Attempts
from dragoman.web.access.users import User
from tests.unit.web.access.test_attempts import Clock
from tests.unit.web.made import PASSWORD, a_user

ADA = a_user("Ágnes")


def tried(admission: Admission, name: str, password: str) -> User | None:
    return asyncio.run(admission.sign_in(name, password))


def test_only_a_name_with_its_password_signs_in() -> None:
    admission = Admission({ADA.name: ADA})

    assert tried(admission, "Ágnes", PASSWORD) == ADA
    assert tried(admission, " A\u0301gnes ", PASSWORD) == ADA
    assert tried(admission, "Ágnes", "wrong horse") is None
    assert tried(admission, "Ágnes", "") is None
    assert tried(admission, "nobody", PASSWORD) is None


@pytest.mark.parametrize("name", ["Ágnes", "nobody"])
def test_a_name_that_fails_too_often_waits_even_with_the_right_password(name: str) -> None:
    clock = Clock()
    admission = Admission({ADA.name: ADA}, Attempts({ADA.name}, clock))
    for _ in range(FREE + 1):
        assert tried(admission, name, "wrong horse") is None
    with pytest.raises(HTTPException, match="in 15 seconds") as raised:
        tried(admission, name, PASSWORD)

    assert (raised.value.status_code, raised.value.headers) == (429, {"Retry-After": "15"})
    clock.now += 15
    assert tried(admission, name, PASSWORD) == (ADA if name == "Ágnes" else None)


def test_tries_at_once_are_counted_like_tries_one_by_one() -> None:
    admission = Admission({ADA.name: ADA})

    async def all_at_once() -> list[object]:
        tries = (admission.sign_in("Ágnes", f"wrong horse {number}") for number in range(8))
        return await asyncio.gather(*tries, return_exceptions=True)

    found = asyncio.run(all_at_once())

    assert found[: FREE + 1] == [None] * (FREE + 1)
    assert [getattr(each, "status_code", None) for each in found[FREE + 1 :]] == [429] * (7 - FREE)


def test_too_many_at_once_come_again() -> None:
    admission = Admission({ADA.name: ADA})

    async def all_at_once() -> list[object]:
        tries = (admission.sign_in(f"nobody {number}", PASSWORD) for number in range(20))
        return await asyncio.gather(*tries, return_exceptions=True)

    codes = [getattr(each, "status_code", None) for each in asyncio.run(all_at_once())]

    assert codes == [None] * 8 + [503] * 12
    assert tried(admission, "Ágnes", PASSWORD) == ADA
