"""Numbers: shares, frequencies, averages, statistics, doses."""

from editorial.claims.wording import (
    FRACTION,
    NEARLY,
    NUMBER,
    PEOPLE,
    TIME,
    any_of,
    few_words,
)

_UNIT = r"(?:mmHg|mm Hg|points?|kg|kilos?|pounds?|mg(?:/dl)?|mmol(?:/l)?|g|grams?)"
_PREPARATION = (
    r"(?:cream|gel|solution|ointment|lotion|spray|drops|alcohol|sure|certain)"
)
STATED = any_of(
    rf"{NUMBER} ?(?:%|per ?cent|percent|percentage points)"
    rf"(?! \w{{0,20}} ?{_PREPARATION})",
    rf"{NUMBER}(?: to {NUMBER})?(?: [\w-]+){{0,3}} (?:in|out of|per) (?:every |each )?"
    rf"(?!(?:19|20)\d\d\b){NUMBER}(?! ?{TIME})(?! [\w-]+ {TIME})",
    rf"{NUMBER} of (?:every |each )?\d{{2,}}",
    rf"(?<!the ){FRACTION} (?:of|are|is|have|has|as|the|do|does|did|were|was)",
    rf"by {NEARLY}{FRACTION}",
    rf"{FRACTION} (?:all )?{PEOPLE}",
    rf"{NUMBER} (?:\w+ )?(?:deaths|cases|strokes|heart attacks|infections|fractures|"
    r"suicides|relapses|miscarriages|births)",
    rf"in (?:almost|nearly) (?:all|every) {PEOPLE}",
    r"(?:cases|deaths|numbers|rates?)(?: [\w-]+){0,4} (?:has|have) (?:almost |nearly |"
    r"more than )?(?:declined|doubled|dropped|fallen|halved|increased|risen|tripled)",
    rf"(?:acts?|protects?|works?) for {NEARLY}{NUMBER} {TIME}",
    r"p ?[<>=≤] ?0?\.\d+",
    r"(?:hazard|odds|risk|rate) ratios? (?:is|was|were|of)",
    r"number needed to (?:treat|harm) (?:is|was|of)",
    rf"(?:increase|decrease|reduce|improve|drop|fall|rise|gain|grow|shorten|climb)"
    rf"(?:s|d|ed|ped)?{few_words(6)}(?:by|from) {NEARLY}{NUMBER}",
    rf"(?:fell|rose|cut|lost|grew|went (?:up|down)){few_words(6)}(?:by|from) "
    rf"{NEARLY}{NUMBER}",
    rf"{NUMBER} {_UNIT} (?:on average|lower|higher|more|less)",
    rf"{NUMBER}(?: to {NUMBER})? {TIME} (?:earlier|fewer|later|less|longer|more|"
    r"shorter|sooner) (?:than|per)",
    r"(?:\d++(?:[.,]\d++)*+|several|many|hundreds of) (?:thousand|million|billion)s?"
    r"(?! (?:pounds|dollars|euros))",
    r"(?:thousands|millions|billions) of (?!pounds|dollars|euros)",
    rf"\d{{1,3}}(?:,\d{{3}})+ (?:\w+ )?{PEOPLE}",
    rf"(?:affect|kill|strike)(?:s|ed)? {NEARLY}(?:{NUMBER}|millions|thousands)",
    rf"(?:most|nearly all|almost all|virtually all|the majority of|the average|"
    rf"nearly|almost) (?:of the |new |older |young |healthy )?{PEOPLE}",
    r"(?:median|mean|average|prevalence|incidence|mortality|survival|life expectancy)"
    rf"{few_words(8)}{NUMBER}",
    r"(?:leading|main|commonest|biggest|most common|most frequent) "
    r"(?:causes? of|reasons? for)",
    rf"(?:die|live)[sd]? {NEARLY}{NUMBER} {TIME} (?:younger|older|longer|less|more)",
    r"(?:is|are|was|were) (?:\w+ )?(?:common|frequent|rare|uncommon) (?:after|among|"
    r"in)",
    rf"(?:dose|dosage){few_words(4)}{NUMBER} ?(?:mg|mcg|micrograms?|g|ml|units)",
    rf"takes? {NEARLY}{NUMBER}(?: (?:to|or) {NUMBER})? {TIME} to (?:act|heal|help|lift|"
    r"show|start|take effect|work|reach|settle)",
    rf"lasts? (?:for )?{NEARLY}{NUMBER} years",
)
