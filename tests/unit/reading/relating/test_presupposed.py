"""What is spoken of and not told."""

import pytest

from dragoman.reading.reader import read
from dragoman.records import Document


def types(text: str) -> set[str]:
    return {each.type for each in read(Document(text)).statements}


@pytest.mark.parametrize(
    "text",
    [
        "Togo and Benin are likely to withdraw from the joint force with Niger.",
        "Canada may pull out of the joint training mission with Iraq.",
        "Poland is likely to suspend its military cooperation with Hungary.",
    ],
)
def test_a_tie_that_somebody_is_to_leave_is_not_told(text: str) -> None:
    assert not types(text) & {"security", "alliance", "membership"}
    assert types(text) & {"RETREAT", "SANCTION"}


@pytest.mark.parametrize(
    "text",
    [
        "Togo will join the joint force with Niger.",
        "Canada, which trains soldiers with Iraq, is likely to withdraw from the treaty.",
        "Armenia voted to leave the bloc after it signed a defence pact with France.",
        "Georgia vowed to end the dispute and keeps troops beside those of Chile in Chad.",
        "Togo decided to leave the union because Benin hosts French troops at a base.",
        "Peru wants to end the dispute while it trains its soldiers with those of Chile.",
    ],
)
def test_a_tie_told_beside_leaving_or_without_it_stands(text: str) -> None:
    assert "security" in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 the court ruled in Somalia's favour in its maritime dispute with Kenya.",
        "The World Trade Organization ruled for Indonesia in its dispute with Chile over palm oil.",
        "Uganda and Tanzania settled a row over fees.",
        "The Guyana-Venezuela dispute explained",
        "Explainer: What is the conflict between Ethiopia and Eritrea about?",
        "What to know about the tensions between Colombia and Ecuador",
    ],
)
def test_a_quarrel_judged_or_explained_is_no_hostility(text: str) -> None:
    assert "hostility" not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The dispute between Kenya and Somalia has deepened since the court ruled in 2021.",
        "Rwanda and Burundi at odds over border",
        "The conflict between Ethiopia and Eritrea was never explained.",
    ],
)
def test_a_quarrel_that_is_told_is_one(text: str) -> None:
    assert "hostility" in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Correction: An earlier version of this article said that Kenya supplies 90 percent of Uganda's fuel.",
        "An earlier version of this story incorrectly stated that Rwanda had attacked Burundi in 2021.",
        "This article originally said that Togo had sold arms to Benin.",
    ],
)
def test_what_a_correction_takes_back_is_not_told(text: str) -> None:
    assert types(text) == set()


def test_what_a_correction_puts_in_its_place_is_told() -> None:
    text = "Kenya supplies 60 percent of Uganda's fuel, not 90 percent as an earlier version of this article said."
    (told,) = read(Document(text)).statements

    assert (told.type, [each.low for each in told.quantities]) == ("energy", [60])
