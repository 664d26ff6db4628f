"""Effects of treatments, and that there are none."""

import re

from editorial.claims.wording import NUMBER, any_of, forms

_NO = r"(?:(?:does|do|did|will) not |cannot |never |don[’']t |doesn[’']t |didn[’']t )"
_IMPROVES = forms(
    "alleviate diminish eliminate enhance eradicate extend halve heal improve lessen "
    "postpone prevent prolong protect reduce relieve restore shorten shrink soothe "
    "stabilise stabilize strengthen suppress treat"
)
_HELPS = forms(
    "aid benefit boost calm clear control cure cut decrease delay double ease help "
    "lift limit lower reverse settle slow speed stop triple",
    or_nouns=True,
)
_NO_MATTER_OF_HEALTH = (
    r"(?! (?:(?:the|your|this) )?(?:doses?|costs?|prices?|bill|bed|voice|head|noise)\b)"
    r"(?! (?:you|us)\b)(?! to (?:count|find|plan|prepare|see|tell)\b)"
)
_AGENT = (
    r"(?:you|they|doctors?|nurses?|gps?|surgeons?|midwi(?:fe|ves)|pharmacists?|teams?|"
    r"dietitians?|therapists?|physiotherapists?|psychologists?|workers?|charit(?:y|ies)|"
    r"clinics?|hospitals?|friends?|famil(?:y|ies)|relatives|page|cookies|diary|parents|"
    r"interpreter|minister|government|law|others|somebody|list|letter|form)"
)
# Somebody who helps, not something that works.
HELPED_BY_SOMEBODY = re.compile(
    rf"(?:[\w’'-]+ ){{0,4}}?{_AGENT} (?:can |may |will |might |could |also |often )*+"
    r"(?:helps?|improves?|treats?|stops?|clears?|lowers?|reduces?)\b",
    re.IGNORECASE,
)
STATED = any_of(
    rf"(?:{_IMPROVES}|{_HELPS}){_NO_MATTER_OF_HEALTH}",
    rf"(?<!\bthat ){_NO}(?:affect|change|help|rebuild|regenerate|regrow|remove|repair|"
    r"treat|work)",
    r"(?:works?|worked) (?:well|better|best|for|against|in (?:most|some|many)|within)",
    r"(?:no|little|small|modest|large|clear|some|any|proven) (?:\w+ )?"
    r"(?:effects?|benefits?|advantage) (?:on|over|from|in|for|beyond|of)",
    r"(?:has|have|had|offers?|brings?|gives?) (?:no|little|a small|some) "
    r"(?:\w+ )?(?:effect|benefit|advantage|relief)",
    r"(?:is|are|was|were|be|proved|proven) (?:\w+ )?(?:in)?effective",
    r"(?:is|are|was|were) (?:\w+ )?(?:beneficial|helpful|successful|useful|useless) "
    r"(?:against|for|in)",
    rf"(?:succeeds?|succeeded|fails?|failed) in (?:most|many|some|{NUMBER})",
    r"(?:clear|get|go|goe|heal|resolve|settle)s? (?:\w+ )?(?:by (?:itself|themselves)|"
    r"on (?:its|their) own|without (?:any )?treatment)",
    r"(?:does|do|did) (?:nothing|little) (?:for|to|against)",
    r"loses? (?:its|their|some of its|some of their) effect",
    r"no (?:lasting )?(?:benefit|effect|gain|improvement) (?:for|in|on)",
    r"brings? (?:\w+ )?relief",
    r"(?:into|in) (?:\w+ )?remission|saves? lives|wiped out|wipes? out",
    r"respond(?:s|ed)? to|helps (?:against|with)",
    r"(?:were|was|are|is) (?:enough|sufficient)",
)
