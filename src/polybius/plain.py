"""Words of reports on a terminal: what would steer it, or turn the order of letters, is shown instead of done."""

from __future__ import annotations

SIGN = "\N{REPLACEMENT CHARACTER}"
_BLANK = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"  # what Python takes for space or the end of a line
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SHOWN = (
    dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], SIGN)
    | dict.fromkeys(map(ord, _BIDI), SIGN)
    | dict.fromkeys(map(ord, _BLANK), " ")
)


def line(said: str) -> str:
    """A text as one line that is safe to print: a space for each end of line or tab, ``SIGN`` for each control character and turn of direction."""
    return said.translate(_SHOWN)
