"""Harms, risks and side effects, and that there are none."""

from editorial.claims.wording import any_of, forms

_HARMS = forms(
    "confuse disturb endanger erode impair inflame injure irritate weaken worsen"
)
_DAMAGES = forms("burn damage harm poison scar thin upset", or_nouns=True)
_TRIGGERS = forms("induce provoke trigger")
_RAISES = forms("double increase raise triple")
_CAUSES = forms("cause", or_nouns=True)
STATED = any_of(
    _CAUSES,
    rf"(?:leads?|led) to|results? in|{_TRIGGERS}|{_HARMS}|{_DAMAGES}",
    r"(?:carr(?:y|ies|ied)|higher|greater|small|serious|low|no|at|extra|"
    r"added|later|lifetime|slight)(?: [\w-]+){0,3} (?:risks?|chances?|odds|likelihood)"
    r"(?! factors?\b)",
    r"(?:is|are|was|were|be|considered|remains?|proved|as) (?:\w+ )?(?:un)?safe"
    r"(?! (?:and|place|hands|space))",
    r"(?:is|are|be|becomes?|was|were)(?: [\w-]+){0,4} (?:harmless|harmful|dangerous|"
    r"toxic|poisonous|addictive|fatal|deadly|lethal|life-threatening)",
    r"(?:common|commonest|frequent|rare|usual|main|serious|fewer|more|no|few|has|have"
    r"|cause|causes)(?: [\w-]+)? side effects?",
    r"side effects (?:are|include|occur|affect|happen|range|of \w+ (?:are|include))",
    r"(?<!\bthat )(?:is|are|was|were|been|be) (?:\w+ )?(?:associated|linked) "
    r"(?:to|with)",
    r"makes?(?! (?:it|them|the pain)\b)(?: [\w-]+){1,7} (?:worse|likelier|"
    r"(?:less|more) (?:\w+able|common|dangerous|difficult|effective|likely|severe))",
    r"dr(?:y|ies) (?:out )?(?:the|your)|weight gain|birth defects?",
    r"(?:severe|serious) (?:allergic )?reactions?",
    rf"{_RAISES}(?! (?:(?:the|your|a) )?(?:alarm|bed|concerns?|doses?|hands?|head|"
    r"legs?|money|questions?)\b)",
    r"risks?(?: [\w-]+){0,6} (?:is|are|was|were|remains?) (?:\w+ )?(?:great|greatest|"
    r"high|higher|highest|low|lower|lowest|negligible|small|tiny)",
    r"(?:complications|deaths|infections|problems|reactions|side effects)"
    r"(?: [\w-]+){0,3} (?:is|are|were|was) (?:\w+ )?(?:common|frequent|mild|rare|"
    r"uncommon|unusual)",
    r"makes? (?:you|(?:some |many |most )?(?:people|patients|children)) (?:\w+ )?"
    r"(?:constipated|dizzy|drowsy|ill|sick|sleepy|tired)",
    r"(?:should|must|may) not be (?:combined|given|taken|used)",
    r"levels? (?:drop|fall|rise)s?|(?:is|are) negligible",
    r"well tolerated|contraindicated|interacts? with|habit-forming",
    r"kills? (?!time\b)(?=\w)[\w-]+",
    r"cannot give (?:you|anyone|people)",
    r"wears? through|leaks?",
)
