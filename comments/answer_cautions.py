"""What an answer should not say without a second thought; knows no database.

Who answers may not confirm that somebody is a patient, dose for one person, or repeat
a history. These are warnings: a person decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

# So many words in a row that the question has as well are a quotation.
_QUOTED = 7


class Kind(StrEnum):
    """What an answer does."""

    PATIENT = "patient"
    DOSING = "dosing"
    HISTORY = "history"


@dataclass(frozen=True)
class Caution:
    """A place in an answer that calls for a second thought."""

    kind: Kind
    start: int
    end: int


_DAY = (
    r"(?:last|this|next|earlier|yesterday|today|week|month|year|spring|summer|autumn)"
)
_CARE = (
    r"(?:visits?|appointments?|consultations?|consults?|admission|check-?ups?|"
    r"follow-?ups?|sessions?|stay|chart|file|records?|notes)"
)
_TREATED = (
    r"(?:saw|see|seen|met|treated|treat|treating|examined|operated\s+on|injected|"
    r"infused|prescribed|diagnosed|admitted|referred|counsell?ed|remember|know|"
    r"reviewed|assessed|scanned|discharged|told|advised|warned|gave|looked\s+after)"
)
_PATIENT = re.compile(
    rf"""
    \b(?:
      (?:my|our|a|former|valued|long-?time)\s+patients?\s+(?:like\s+)?you\b
    | you(?:\s+(?:are|were|have\s+been|became)|['’](?:re|ve\s+been))\s+
      (?:\w+\s+){{0,2}}(?:patient|in\s+(?:my|our)\s+(?:care|clinic|practice|ward))\b
    | as\s+your\s+(?:doctor|physician|surgeon|anaesthetist|anesthesiologist|nurse|
      specialist|therapist|consultant|clinician|gp|pain\s+\w+)\b
    | (?:I|we)\s+(?:have\s+|had\s+|last\s+|first\s+|just\s+|already\s+|also\s+|
      personally\s+|do\s+|['’]ve\s+)*{_TREATED}\s+you\b
    | (?:I|we)['’]ve\s+(?:\w+\s+)?{_TREATED}\s+you\b
    | (?:see|seeing|saw|meet|meeting|have|having)\s+you\s+(?:\w+\s+){{0,2}}
      (?:in|at)\s+(?:the\s+|my\s+|our\s+)?(?:clinic|hospital|practice|surgery|
      office|ward|theatre|centre|center)\b
    | (?:good|nice|great|pleasure|lovely)\s+to\s+(?:have\s+)?(?:see|seen|meet|met|
      treat|treated|hear\s+from)\s+you\s+(?:again|in|at|{_DAY})\b
    | as\s+(?:I|we)\s+(?:\w+\s+)?(?:discussed|agreed|said|explained|told|mentioned|
      talked|planned)\b(?=[^.!?\n]{{0,120}}\b(?:you|your|{_CARE}|clinic|together)\b)
    | (?:when|after|before|since|until)\s+(?:you\s+(?:came|come|visited|were|left|
      called|rang)\s+(?:\w+\s+){{0,2}}(?:in|to|at|us|me|clinic|here|hospital)|
      (?:I|we)\s+\w+\s+you)\b
    | (?:at|in|from|since|during|after|before|to)\s+your\s+(?:\w+\s+){{0,3}}{_CARE}\b
    | your\s+(?:\w+\s+){{0,2}}(?:with|in|at)\s+(?:us|me|our\s+\w+|my\s+(?:clinic|
      practice|office))\b
    | your\s+(?:MRIs?|CT|X-?rays?|scans?|blood\s+(?:tests?|results?|work)|labs?|
      results?|biopsy|ultrasound|test\s+results?|images?|imaging|ECG|EKG)\s+
      (?:\w+\s+)?(?:show|showed|shows|shown|was|were|is|are|looked?|came|confirm\w*|
      reveal\w*|suggest\w*)\b
    | (?:call|ring|phone|e-?mail|contact|see|come\s+(?:back\s+)?to)\s+
      (?:my|our)\s+(?:office|clinic|practice|secretary|nurse|team)\b
      (?=[^.!?\n]{{0,120}}\b(?:again|adjust|your|renew|refill|next)\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_AMOUNT = (
    r"\d+(?:[.,]\d+)?\s*(?:-|–|to)?\s*(?:\d+(?:[.,]\d+)?\s*)?"
    r"(?:mg|mcg|µg|μg|micrograms?|milligrams?|g|grams?|ml|millilit(?:re|er)s?|"
    r"units?|iu|drops?|puffs?|tablets?|capsules?|pills?|sprays?|patch(?:es)?)\b"
    r"(?:\s*/\s*\w+)?"
)
_NUMBER = r"(?:half|one|two|three|four|a|another|\d+)"
_FORM = r"(?:tablets?|capsules?|pills?|drops?|puffs?|sprays?|patch(?:es)?|doses?)"
_RHYTHM = (
    r"(?:(?:once|twice|\w+\s+times)\s+(?:a|per|each|every)\s+(?:day|week|night)|"
    r"(?:every|each)\s+(?:day|night|morning|evening|\w+\s+hours)|daily|nightly|"
    r"at\s+(?:bed)?(?:night|time))"
)
_CHANGE = (
    r"(?:take|taking|start|starting|stop|stopping|increase|increasing|reduce|"
    r"reducing|double|doubling|halve|halving|lower|lowering|raise|raising|taper|"
    r"tapering|cut|cutting|skip|skipping|switch|switching|try|trying|use|using|add|"
    r"adding|restart|resume|come\s+off|go\s+up|go\s+down|titrate)"
)
_ADVISE = (
    r"(?:you\s+(?:should|could|can|may|might|must|need\s+to|ought\s+to|want\s+to|"
    r"(?:['’]d|had|would)\s+(?:better|be\s+better))|I(?:['’]d|\s+would|\s+suggest|"
    r"\s+recommend|\s+advise)(?:\s+(?:suggest|recommend|advise|like))?"
    r"(?:\s+(?:that\s+)?you)?|please|let['’]s|just|try\s+to)"
)
_YOURS = r"(?:your|the|this|that|it|them)"
_DOSING = re.compile(
    rf"""
    \b(?:
      (?:your|you)\b[^.!?\n]{{0,80}}?\b{_AMOUNT}
    | {_AMOUNT}[^.!?\n]{{0,60}}?\b(?:for\s+you|in\s+your\s+case|your)\b
    | {_ADVISE}\s+(?:\w+\s+){{0,2}}?{_CHANGE}\b[^.!?\n]{{0,60}}?\b(?:{_AMOUNT}|
      {_NUMBER}\s+{_FORM}|{_RHYTHM}|dos(?:e|es|age|ing)\b|
      medicines?\b|medications?\b|drugs?\b|tablets?\b|pills?\b)
    | {_ADVISE}\s+(?:\w+\s+){{0,2}}?{_CHANGE}\s+(?:it|them)\b
    | {_CHANGE}\s+your\s+(?:\w+\s+){{0,2}}?(?:dos\w+|medicines?|medications?|drugs?|
      tablets?|pills?|infusions?|\w+(?:ine|in|ol|am|ide|ate|one|pam|tyline|pril))\b
    )
    | (?:^|(?<=[.!?\n]))\s*(?:so\s+|then\s+|and\s+)?(?:take|start|stop|increase|
      reduce|double|halve|lower|raise|taper|cut|skip|switch|try|use|add)\b
      [^.!?\n]{{0,60}}?\b(?:{_AMOUNT}|{_NUMBER}\s+{_FORM}|{_RHYTHM}|
      {_YOURS}\s+dos\w+)""",
    re.IGNORECASE | re.VERBOSE,
)
_HISTORY = re.compile(
    r"""
    \b(?:
      you\s+(?:wrote|write|said|say|mentioned|mention|described|describe|told\s+us|
      reported|explained)\s+(?:that\s+|about\s+|having\s+|your\s+)
    | (?:given|because\s+of|considering|with|despite|from)\s+your\s+(?:\w+\s+){0,2}
      (?:history|diagnos[ie]s|condition|disease|disorder|depression|anxiety|diabetes|
      cancer|surgery|operation|pregnancy|infection|injury|illness|pain|symptoms?|
      weight|age|addiction|attempts?|miscarriage|abuse|trauma|HIV|epilepsy|asthma)
    | (?:since|because|as|now\s+that|if)\s+you(?:\s+(?:have|had|are|were|suffer\w*|
      live)|['’](?:ve|re))\s+(?:\w+\s+){0,3}(?:diabet\w+|depress\w+|anxi\w+|cancer|
      pregnan\w+|HIV|epilep\w+|asthma|addict\w+|arthritis|CRPS|neuropath\w+|
      hypertens\w+|suicid\w+|operat\w+|surg\w+|diagnos\w+)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def cautions(answer: str, question: str = "") -> tuple[Caution, ...]:
    """Give every place in an answer to a question that calls for a second thought."""
    found = [
        Caution(kind, match.start(), match.end())
        for kind, pattern in _PATTERNS.items()
        for match in pattern.finditer(answer)
    ]
    found += [
        Caution(Kind.HISTORY, start, end) for start, end in _quoted(answer, question)
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.kind)))


_PATTERNS = {
    Kind.PATIENT: _PATIENT,
    Kind.DOSING: _DOSING,
    Kind.HISTORY: _HISTORY,
}


def _quoted(answer: str, question: str) -> Iterator[tuple[int, int]]:
    """Give the runs of words that the question has as well."""
    asked = [word.casefold() for word in _WORD.findall(question)]
    runs = {tuple(asked[at : at + _QUOTED]) for at in range(len(asked) - _QUOTED + 1)}
    words = list(_WORD.finditer(answer))
    said = [match.group().casefold() for match in words]
    start, end = 0, -1
    for at in range(len(said) - _QUOTED + 1):
        if tuple(said[at : at + _QUOTED]) not in runs:
            continue
        if at > end:
            if end >= 0:
                yield words[start].start(), words[end].end()
            start = at
        end = at + _QUOTED - 1
    if end >= 0:
        yield words[start].start(), words[end].end()
