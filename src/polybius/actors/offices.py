"""Offices and services that every state has one of: "the attorney general", "the army chief of staff", "the presidential guard".

A report that names one land means that land's, whether it writes them in small letters or with capitals.
"""

from __future__ import annotations

import re

_BEFORE = r"""(?:(?:acting|deputy|first|vice|interim|caretaker|transitional|outgoing|incoming|new|newly elected|federal|national|central|military|civilian|powerful|
    hardline|hard-line|reformist|shadow|ousted|deposed|toppled|former|late|exiled|ruling|embattled|beleaguered|veteran|long-serving|longtime|country['’]s)[- ])*"""
_PORTFOLIO = r"""(?:foreign|external\ affairs|defen[cs]e|interior|internal\ affairs|home|home\ affairs|justice|finance|economy|economics|economic|trade|industry|commerce|health|
    education|higher\ education|information|communications?|agriculture|farm|fisheries|forestry|energy|power|oil|petroleum|mines|mining|labou?r|employment|manpower|
    transport|aviation|railways?|environment|climate|tourism|culture|sports?|youth|housing|lands?|planning|budget|treasury|security|public\ security|national\ security|
    internal\ security|police|migration|immigration|religious\ affairs|development|water|irrigation|unification|reconstruction|welfare|social\ affairs|
    social\ security|women['’]s\ affairs|gender|science|technology|public\ works|works|local\ government|parliamentary\ affairs|constitutional\ affairs|
    cabinet|presidential\ affairs|supply|food|relief|refugees|disaster\ management|emergencies|emergency\ situations|veterans)"""
_SPEAKER = r"(?:spokesman|spokeswoman|spokesperson)"
_NAMES = rf"""
    {_PORTFOLIO}(?:\ and\ {_PORTFOLIO})?\ (?:minister|ministry|secretary)(?:\ {_SPEAKER})?
    |minister\ (?:of|for)\ (?:the\ )?{_PORTFOLIO}
    |president|prime\ minister|premier|chancellor|king|queen|monarch|emir|sultan|emperor|crown\ prince(?:ss)?|supreme\ leader|first\ lady|head\ of\ state|dictator|autocrat
    |(?:military\ )?ruler|(?:military\ )?strongman|junta\ (?:leader|chief|head)
    |first\ minister|chief\ minister|vice-chancellor|(?:chief|government|opposition)\ whips?|chief\ constable
    |president-elect|prime\ minister-designate|presidency|cabinet|government(?:\ {_SPEAKER})?|presidential\ {_SPEAKER}|press\ secretary
    |attorney[- ]general|solicitor[- ]general|prosecutor[- ]general|(?:chief|public|state|special|general)\ prosecutor|chief\ justice|ombudsman|human\ rights\ ombudsman
    |(?:prosecutor|attorney)[- ]general['’]s\ office|public\ prosecutor['’]s\ office|auditor[- ]general|comptroller[- ]general|accountant[- ]general|public\ protector
    |central\ bank(?:\ (?:governor|chief|president|head))?|governor\ of\ the\ central\ bank|national\ security\ advis[eo]r|intelligence\ (?:chief|service|agency|services)
    |spy\ (?:chief|agency|service)|secret\ police|state\ security(?:\ service)?|security\ services?|counter-?intelligence\ service
    |police\ (?:chief|commissioner|commander|director|inspector[- ]general|{_SPEAKER})|chief\ of\ police|(?:inspector|director)[- ]general\ of\ police|commissioner\ of\ police
    |(?:army|navy|naval|air\ force|military|defen[cs]e|armed\ forces|defen[cs]e\ forces?)\ (?:chief(?:\ of\ staff)?|commander(?:-in-chief)?|{_SPEAKER})
    |chief\ of\ (?:the\ )?(?:army|general|defen[cs]e|military|naval|air)\ staff|commander[- ]in[- ]chief|chief\ of\ the\ (?:army|navy|armed\ forces|military)
    |special\ forces|(?:presidential|royal|republican|national|palace)\ guards?|gendarmerie|riot\ police|border\ (?:guards?|police)
    |speaker|(?:parliament|parliamentary|house|assembly)\ speaker|speaker\ of\ (?:the\ )?parliament|leader\ of\ the\ opposition|opposition\ leader
    |(?:electoral|election)\ (?:commission|board|council|authority)(?:\ (?:chief|chairman|head))?
    |(?:provincial|state|regional|district)\ (?:governor|government|assembly|council|police\ chief)|high\ command|general\ staff|joint\ chiefs\ of\ staff
    |bar\ association|law\ society|(?:roman\ )?catholic\ bishops|(?:bishops['’]|episcopal)\ conference|royal\ palace|stock\ exchange
"""
_OFFICE = re.compile(rf"the\ {_BEFORE}(?:{_NAMES})\Z", re.VERBOSE)
# What rulers and courts do to their own: "Sudan arrested *the army chief*".
AT_HOME = frozenset(
    """arrest detain charge jail imprison sentence convict try indict prosecute acquit dismiss sack fire oust depose remove replace suspend appoint name
    reappoint nominate install elect promote retire reshuffle pardon execute interrogate investigate impeach succeed demote swear overthrow topple
    order instruct task direct""".split()
)


def is_of_state(text: str) -> bool:
    """Whether a phrase means an office or a service of which a state has one, and names nobody: "*the Attorney General*", "*the deputy defence minister*"."""
    return _OFFICE.match(text.lower()) is not None
