"""Which words of a phrase tell what somebody is: the role noun, and the title that it makes before a name."""

from __future__ import annotations

from polybius.actors.naming import Title
from polybius.actors.phrase import Word, key_of
from polybius.actors.vocabulary import Words
from polybius.lexicon.actor_tables import ActorLexicon
from polybius.lexicon.names import joined

BEFORE_NAMES = frozenset("al bin de van der von el ben di da du del".split())  # small words inside names of persons


class Roles:
    """Finds role nouns, by the lexicon's names and words."""

    def __init__(self, lexicon: ActorLexicon, words: Words) -> None:
        self._lexicon, self._words = lexicon, words
        self._ends = frozenset(noun.rsplit(" ", 1)[-1] for noun in words.roles)

    def find(self, core: tuple[Word, ...]) -> tuple[int, int, str, str] | None:
        """Where the head noun stands (begin, end), what it is and its sector: last role noun that ends the phrase or is followed by a name."""
        roles = self._words.roles
        for end in range(len(core), 0, -1):
            after = core[end:]
            if after and core[end - 1].possessive:
                continue  # "the fleet's Arctic Group": an owner, not a title
            if after and not all(w.capital or w.key in BEFORE_NAMES for w in after):
                return None
            last = joined(core[end - 1].text).rsplit(" ", 1)[-1]
            if last and last not in self._ends:
                continue  # a look-up of each stretch that ends so is dear where names are heaped
            for begin in range(max(0, end - self._words.longest), end):
                noun = key_of(core[begin:end])
                if noun in roles and not self._cuts_name(core, begin, end):
                    return begin, end, noun, roles[noun]
        return None

    def title(self, before: tuple[Word, ...]) -> Title | None:
        """The title before a name; None where no role stands there."""
        role = self.find(before)
        if role is None:
            return None
        w = self._words
        countries = [
            code
            for begin in range(role[0])
            for end in range(begin + 1, min(role[0], begin + 3) + 1)
            if (code := w.demonyms.get(key_of(before[begin:end])) or w.countries.get(key_of(before[begin:end])))
        ]
        return Title(role[2], role[3], countries[0] if countries else "", any(x.key in w.former for x in before))

    def _cuts_name(self, core: tuple[Word, ...], begin: int, end: int) -> bool:
        """Whether a role would begin inside a name ("European *Union officials*")."""
        land = begin > 0 and key_of(core[begin - 1 : end]) in self._words.countries  # "the occupied West *Bank*"
        return land or (end - begin > 1 and self.is_inside_name(core, begin))

    def is_inside_name(self, words: tuple[Word, ...], at: int) -> bool:
        """Whether a word is the second of a name of the lexicon ("European *Union*")."""
        capital = at > 0 and words[at].capital and words[at - 1].capital
        return capital and key_of(words[at - 1 : at + 1]) in self._lexicon.strong
