"""Appeals to studies, evidence, experts and guidelines."""

from editorial.claims.wording import any_of, few_words

_SOURCES = (
    r"(?:studies|study|research|trials?|evidence|data|reviews?|meta-analys[ei]s|surveys?"
    r"|scientists?|researchers?|experts?|guidelines?|experiments?|investigators?|"
    r"reports?|analys[ei]s|literature|registr(?:y|ies))"
)
_REPORT = (
    r"(?:shows?|showed|shown|suggests?|suggested|finds?|found|indicates?|indicated|"
    r"concludes?|concluded|proves?|proved|proven|demonstrates?|demonstrated|reports?|"
    r"reported|confirms?|confirmed|reveals?|revealed|links?|linked|fail(?:s|ed)? to|"
    r"agrees?|agreed|recommends?|recommended|supports?|supported|points? to|observed|"
    r"established|looked (?:for|at)|discovered|compared|tested|estimates?|estimated)"
)
STATED = any_of(
    rf"{_SOURCES}{few_words(9)}{_REPORT}",
    r"(?:no|little|good|strong|weak|some|growing|solid|clear|limited|enough|scientific)"
    r"(?: [\w-]+)? (?:evidence|proof) (?:that|for|of|to)",
    r"it (?:has been|is|was) (?:\w+ )?(?:proven|proved|shown|demonstrated|established)",
    r"(?:been|is|are|was|were) (?:\w+ )?(?:found|known|proved|proven|shown) to",
    r"(?:is|are) (?:not )?(?:now )?recommended (?:against|by|for|in|to)",
    r"known for (?:\w+ )?(?:years|decades|centuries)",
    r"(?:clinically|scientifically) (?:proven|shown|tested)",
    rf"according to (?:\w+ ){{0,4}}{_SOURCES}",
    r"in (?:an?|one|two|several|many|most|another|the) (?:[\w-]+ ){0,4}"
    r"(?:trials?|stud(?:y|ies)|meta-analys[ei]s|reviews?|surveys?)(?! of life)",
    rf"(?:team|colleagues|et al\.?|group) (?:\w+ ){{0,2}}(?:{_REPORT})",
)
