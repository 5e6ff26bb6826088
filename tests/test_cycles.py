"""The collector of cycles is left alone while something is loaded, and works as before afterwards."""

from __future__ import annotations

import gc

import pytest

from polybius import cycles


class _Knot:
    """Holds itself, so that only the collector lets it go."""

    def __init__(self, gone: list[int]) -> None:
        self.own, self._gone = self, gone

    def __del__(self) -> None:
        self._gone.append(1)


def _tied(number: int) -> list[int]:
    gone: list[int] = []
    for _ in range(number):
        _Knot(gone)
    return gone


def test_nothing_is_collected_within_even_where_somebody_switches_it_on() -> None:
    with cycles.never():
        gc.enable()
        assert not _tied(10_000)
    assert _tied(10_000)


def test_what_held_before_holds_again_after_an_error() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="wrong"), cycles.seldom():
        assert gc.get_threshold()[0] == cycles.SELDOM
        raise ValueError("wrong")
    assert gc.get_threshold() == usual
