"""Comparisons of treatments, of groups of people, of risks."""

from editorial.claims.wording import NEARLY, NUMBER, any_of, few_words

_THING = (
    r"(?:advantages?|benefits?|bleeding|chances?|complications?|deaths?|disability|"
    r"(?:side |adverse )effects?|fatigue|infections?|injur(?:y|ies)|interventions?|"
    r"nausea|odds|outcomes?|pain|problems|protection|rates?|recovery|relapses?|relief|"
    r"results?|risks?|scars?|survival|symptoms?|control|quality of life)"
)
_COMPARATIVE = (
    r"(?:more|less|fewer|better|worse|higher|lower|greater|safer|stronger|weaker|faster"
    r"|slower|quicker|longer|shorter|likelier|commoner|rarer|poorer|larger|smaller|"
    r"milder|cheaper|earlier|later|sooner|healthier|riskier|deadlier|richer|gentler)"
)
_ADJECTIVE = (
    r"(?:accurate|addictive|beneficial|common|dangerous|deadly|effective|fast|good|"
    r"harmful|high|likely|long|low|often|painful|potent|protective|quick|reliable|safe|"
    r"severe|strong|toxic|useful|well tolerated)"
)
STATED = any_of(
    rf"{_COMPARATIVE}(?: [\w-]+)?(?:{few_words(6)}|[ ])than"
    rf"(?! {NEARLY}(?:{NUMBER}|half|an?|before|usual|ever|expected)\b)(?<!\bmore than)",
    r"no more than(?! (?:\d|an?\b|one|two|three|four|five|six|eight|ten))",
    rf"(?:as|equally|no more|no less) (?:\w+ )?{_ADJECTIVE} (?:as|than|and)",
    rf"just as {_ADJECTIVE}",
    r"(?:works?|worked|does|did|do|performs?|performed) (?:just |about )?as well as",
    r"no better",
    rf"twice as|(?:{NUMBER}|several|many) times (?:as|more|less|higher|lower)",
    r"compared (?:with|to)|versus|vs\.?",
    r"superior to|inferior to|outperform(?:s|ed)?",
    r"(?:more|less) (?:likely|often|frequent(?:ly)?|common(?:ly)?|effective|harmful|"
    r"dangerous|reliable|probable)(?! (?:you|your))",
    rf"(?:fewer|less|lower|higher|better|more|greater|faster|poorer|quicker|smaller|"
    rf"larger)(?: (?!than\b)[\w-]+){{0,2}} {_THING}",
    r"(?:is|are|was|were) (?:far |much |slightly |a little )?(?:commoner|rarer|poorer|"
    r"better|worse|higher|lower|greater|likelier|milder) (?:among|in|with|after)",
    r"the (?:best|safest|most effective|least harmful) (?:\w+ )?(?:treatment|way|drug|"
    r"medicine|option|protection|test)",
    r"works? best",
    r"(?:die|do|feel|heal|learn|live|recover|sleep|walk|work)(?:s|d|ed)? (?:\w+ )?"
    r"(?:better|earlier|faster|longer|sooner|worse|more quickly)",
    r"the (?:most|least) (?:common|dangerous|effective|frequent|harmful|likely|often)",
    r"more harm than good",
)
