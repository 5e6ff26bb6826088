"""What one given party does to another: of those two alone, and a plain error for what are no two parties."""

from __future__ import annotations

import pytest

import polybius
from polybius.errors import ArgumentError

TEXT = "Kenya met Ethiopia. Later Chad sued Libya over gas."


def _span(text: str, word: str) -> tuple[int, int]:
    return text.index(word), text.index(word) + len(word)


def _related(coder: polybius.Coder, text: str, actor: str, recipient: str) -> polybius.Event | None:
    return coder.relate(text, _span(text, actor), _span(text, recipient))


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        (TEXT, "Kenya", "Libya"),
        (TEXT, "Chad", "Ethiopia"),
    ],
)
def test_two_who_deal_with_others_only_are_not_related(
    coder: polybius.Coder, text: str, actor: str, recipient: str
) -> None:
    assert _related(coder, text, actor, recipient) is None


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        (TEXT, "Kenya", "Ethiopia"),
        (TEXT, "Ethiopia", "Kenya"),
        (TEXT, "Chad", "Libya"),
        ("Ghana and Togo accused Benin of theft.", "Togo", "Benin"),
        ("Iran warned that Iraq would attack Kuwait.", "Iran", "Iraq"),
    ],
)
def test_an_answer_is_about_those_who_were_asked_about(
    coder: polybius.Coder, text: str, actor: str, recipient: str
) -> None:
    found = _related(coder, text, actor, recipient)
    assert found is not None
    assert [(a.text, a.span.of(text)) for a in (*found.actors, *found.recipients)] == [
        (actor, actor),
        (recipient, recipient),
    ]


def test_what_no_frame_ties_is_as_sure_as_the_judge_leaves_it(coder: polybius.Coder) -> None:
    there, back = _related(coder, TEXT, "Chad", "Libya"), _related(coder, TEXT, "Libya", "Chad")
    assert there is not None and there.confidence > 0.9
    assert back is None or back.confidence < 0.1


def test_two_who_deal_with_others_only_are_hardly_related_where_the_judge_relates_them(coder: polybius.Coder) -> None:
    found = _related(coder, "Kenya condemned Chad, and Mali praised Peru.", "Kenya", "Peru")
    assert found is None or found.confidence < 0.5


def test_parties_that_only_the_judge_relates_have_their_lands(coder: polybius.Coder) -> None:
    found = _related(coder, "Iraq outfoxed Iran", "Iraq", "Iran")
    assert found is not None
    assert [a.country for a in (*found.actors, *found.recipients)] == ["IRQ", "IRN"]


def test_spans_are_given_as_pairs_or_as_spans(coder: polybius.Coder) -> None:
    pair = coder.relate(TEXT, (26, 30), (36, 41))
    assert pair is not None
    assert coder.relate(TEXT, polybius.Span(26, 30), [36, 41]) == pair  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "span", [(3, 3), (5, 0), (-5, 3), (5, 6), (500, 510), (48, 60), None, (1,), (0.0, 5.0), ("0", "5"), 7, "Ke"]
)
def test_what_covers_no_party_is_refused_and_said(coder: polybius.Coder, span: object) -> None:
    for given, name in (((span, (10, 18)), "actor"), (((10, 18), span), "recipient")):
        with pytest.raises(ArgumentError) as told:
            coder.relate(TEXT, *given)
        assert isinstance(told.value, ValueError) and isinstance(told.value, polybius.errors.PolybiusError)
        assert told.value.where == name and told.value.mend


@pytest.mark.parametrize(("text", "where"), [("", "actor"), ("   \n ", "actor"), (None, "text"), (b"Kenya", "text")])
def test_a_text_without_words_is_refused(coder: polybius.Coder, text: object, where: str) -> None:
    with pytest.raises(ArgumentError) as told:
        coder.relate(text, (0, 3), (1, 4))  # type: ignore[arg-type]
    assert told.value.where == where


def test_a_text_longer_than_a_passage_is_refused(coder: polybius.Coder) -> None:
    with pytest.raises(ArgumentError, match="more than 4,000"):
        coder.relate(TEXT * 100, (0, 5), (10, 18))


def test_one_party_asked_about_twice_is_refused(coder: polybius.Coder) -> None:
    with pytest.raises(ArgumentError, match="the actor already"):
        coder.relate(TEXT, (0, 5), polybius.Span(0, 5))


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "type_"),
    [
        ("Ghana is likely to lend Togo $9 million in May.", "Ghana", "Togo", "AGREE"),
        ("Kenya is expected to sanction Burundi over the raid.", "Kenya", "Burundi", "THREATEN"),
        ("Kenya denied that it had attacked Burundi.", "Kenya", "Burundi", "REJECT"),
        ("The miners said they will not talk to the ministry.", "The miners", "the ministry", "REJECT"),
    ],
)
def test_what_is_not_told_as_done_is_what_the_judge_reads(
    coder: polybius.Coder, text: str, actor: str, recipient: str, type_: str
) -> None:
    found = _related(coder, text, actor, recipient)
    assert found is not None and found.type == type_
