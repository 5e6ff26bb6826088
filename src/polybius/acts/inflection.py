"""English verb forms by spelling rules, for verbs that frames know: a small model's lemmatizer takes *staged* for *stag*."""

from __future__ import annotations

from collections.abc import Iterable

VOWELS = "aeiou"
IRREGULAR = frozenset(
    """gave took made met held sent said told kept left lost won fought sought struck shot led fled fell rose drew withdrew broke spoke stole
    swore began bought brought caught found flew forbade froze got grew hung laid lent paid ran rode sank sat sold shook spent stood swept taught
    threw thought understood undertook upheld wrote burnt bled bent bound built came went saw knew wore tore drove blew chose dealt drank ate
    forgave overthrew retook rewrote showed slew spat stuck stung strove swam swung woke was were has had does did been given taken broken
    driven spoken chosen forgotten forgiven frozen shown stolen sworn torn worn written withdrawn overthrown thrown flown grown known drawn""".split()
)
# Longer verbs that double their last consonant and that the model doesn't know.
DOUBLING = frozenset({"readmit", "extol", "re-equip"})


def forms(verbs: Iterable[str]) -> dict[str, str]:
    """Regular inflected forms (-s, -ed, -ing) of the verbs, each with its verb; forms that two verbs share are left out."""
    made: dict[str, str] = {}
    shared: set[str] = set()
    for verb in sorted({v for v in verbs if v.isalpha() or "-" in v}):
        for form in _inflected(verb):
            if made.setdefault(form, verb) != verb:
                shared.add(form)
    return {form: verb for form, verb in made.items() if form not in shared and form != verb}


def written(verbs: Iterable[str]) -> frozenset[str]:
    """All forms in which the verbs are written, those of common irregular ones too."""
    plain = {v for v in verbs if v.isalpha()}
    return frozenset(plain.union(*(_inflected(v) for v in plain), IRREGULAR))


def _inflected(verb: str) -> tuple[str, ...]:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith(("ee", "oe", "ye")):
        return verb + "s", verb + "d", verb + "ing"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    stem = verb + verb[-1] if _doubles(verb) else verb
    return third, stem + "ed", stem + "ing"


def _doubles(verb: str) -> bool:
    """Whether a short verb, or a short last part of one, doubles its last consonant: *rap*, *rapped*; *horse-whip*, *horse-whipped*."""
    if verb in DOUBLING:
        return True
    if len(verb) < 3 or verb[-1] in VOWELS + "wxy" or verb[-2] not in VOWELS:
        return False
    return verb[-3] not in VOWELS and sum(c in VOWELS for c in verb.rpartition("-")[2]) == 1
