from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import InvalidValue
from dragoman.web.access import passwords
from dragoman.web.access.users import line, read_users, same_name

#: Of "correct horse", as cheap to check as Argon2 allows.
HASH = "$argon2id$v=19$m=8,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$M7jw0GQI4Kfcxf+xPldfNRYttP89scc9XVAYAcaZ0U0"


@pytest.mark.parametrize("name", ["Ada", "Ada Lovelace", 'A "quoted" \\ name', "Ágnes Őry", "a.b = 1", "# no comment"])
def test_a_line_is_read_back(tmp_path: Path, name: str) -> None:
    file = tmp_path / "users.toml"
    file.write_text("# our team\n" + line(name, "analyst", "correct horse") + "\n", encoding="utf-8")
    users = read_users(file)

    assert list(users) == [name]
    assert users[name].may_write
    assert passwords.fits(users[name].hash, "correct horse")


def test_a_line_is_one_line() -> None:
    assert "\n" not in line("Ada", "reader", "correct horse")


def test_a_reader_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "users.toml"
    file.write_text(f'Bo = {{ role = "reader", hash = "{HASH}" }}\n', encoding="utf-8")

    assert not read_users(file)["Bo"].may_write


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names nobody"),
        ("Ada analyst", "no file of users"),
        (f'Ada = {{ role = "analyst", hash = "{HASH}" }}\n' * 2, "no file of users"),
        ('Ada = "analyst"', "a role and a hash"),
        ('Ada = { role = "analyst" }', "a role and a hash"),
        (f'Ada = {{ role = "analyst", hash = "{HASH}", admin = true }}', "a role and a hash"),
        (f'Ada = {{ role = "boss", hash = "{HASH}" }}', "reader, analyst"),
        (f'Ada = {{ role = ["analyst"], hash = "{HASH}" }}', "reader, analyst"),
        ('Ada = { role = "analyst", hash = "correct horse" }', "none of Argon2id"),
        ('Ada = { role = "analyst", hash = 1 }', "none of Argon2id"),
        (f'" Ada" = {{ role = "analyst", hash = "{HASH}" }}', "cannot be a name"),
        (f'"{"x" * 201}" = {{ role = "analyst", hash = "{HASH}" }}', "cannot be a name"),
        (f'"" = {{ role = "analyst", hash = "{HASH}" }}', "cannot be a name"),
        (f'"A\\u202eb" = {{ role = "analyst", hash = "{HASH}" }}', "cannot be a name"),
    ],
)
def test_what_is_no_file_of_users_is_said_without_telling_what_it_holds(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "users.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidValue, match=words) as raised:
        read_users(file)

    assert str(file) in str(raised.value)
    assert "correct horse" not in str(raised.value)
    assert HASH not in str(raised.value)


def test_a_file_that_is_missing_or_no_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="cannot be read"):
        read_users(tmp_path / "none.toml")
    (tmp_path / "users.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidValue, match="no file of users"):
        read_users(tmp_path / "users.toml")


def test_names_are_compared_as_letters_and_kept_short() -> None:
    assert same_name(" A\u0301gnes ") == "\u00c1gnes"
    assert same_name("x" * 70_000) == "x" * 201
