"""What a sentence states, once questions, instructions, stories and doubts are gone."""

import re

from editorial.claims.wording import NUMBER, any_of, few_words, words

# No sentence that a person reads is longer.
_LONGEST = 1000

_OPENING = r"[\"'“‘(\[\s]*+"
_IMPERATIVES = (
    "accept add aim allow apply ask avoid be begin bend breathe bring buy call change "
    "check choose clean come compare consider contact continue count cover cut discuss "
    "do drink dry eat encourage expect explain find follow gargle get give go hold "
    "imagine insert inform keep know learn leave let lie lift list listen look make "
    "massage mention move never note notify offer open phone plan please practise "
    "practice prepare put raise read relax remember remove repeat replace report rest "
    "return rinse ring say see seek set share show shower sit sleep soak speak stand "
    "start stay step stop store stretch swallow take talk telephone tell think throw "
    "treat try turn use visit wait walk wash watch wear weigh wipe work write"
)
_IMPERATIVE = (
    r"(?:please |always |never |just |also |then )*+"
    rf"(?:(?:do not|don[’']t)|{'|'.join(_IMPERATIVES.split())})"
    r"(?! (?:of|is|are|was|were|has|have|had|can|may|will|does|did|therapy|training|"
    r"loss|rates?)\b)"
)
# Nouns as well, as in "Rest after an injury does not help" and "Sleep apnoea is …".
_NO_NOUN = (
    r"(?!(?:change|contact|report|rest|share|sleep|support|use|visit|walk|work) "
    r"(?:after|and|before|by|during|for|from|in)\b)"
    r"(?!(?:clean|contact|cut|drink|dry|lift|rest|sleep|stay|step|walk|work) [\w-]+ "
    r"(?:are|can|has|have|is|may|was|were)\b)"
)
_INSTRUCTION = re.compile(
    rf"{_OPENING}(?:(?:if|when|before|after|once|to|in|while|until|as|for|on|at|unless)"
    rf"\b[^,.;]{{1,120}}, )?{_NO_NOUN}{_IMPERATIVE}\b"
    rf"|{_OPENING}(?:[\w,’' -]{{0,80}} )?you (?:should|must|need to|ought to|may want|"
    r"may wish|might want|have to|will be asked|can (?:ask|call|choose|report|talk|"
    r"tell))\b",
    re.IGNORECASE,
)
_GROUND = any_of("because", "as (?:it|they|this|these|there)", "which", "since")

_STORY = re.compile(
    # Not the number one, as in "type I diabetes" and "a phase I trial".
    r"(?<!\w)(?:(?<!ype )(?<!hase )(?<!lass )(?<!rade )(?<!tage )I|"
    r"[Mm]y(?:self)?|[Mm]e)(?![\w-])"
    rf"|\A{_OPENING}(?:[Hh]e|[Ss]he|[Ww]e|[Oo]ur|[Mm]r|[Mm]rs|[Mm]s)\b"
    rf"(?! (?:found|show|showed|saw|know that|now know)\b)"
)
_DOUBT = any_of(
    r"only time (?:will|can) tell",
    r"(?:is|are|remains?) (?:less|not so|far from|not quite) (?:clear|certain|sure)",
    r"(?:is|are|remains?|was|were|seems?) (?:still |yet |as yet |largely )?"
    r"(?:unclear|unknown|uncertain|open|disputed|debated|(?:not (?:yet )?"
    r"(?:clear|known|certain|understood|settled)))",
    r"(?:nobody|no one|nothing) (?:yet )?(?:knows?|is known|has (?:yet )?\w+|can say)",
    r"(?:do not|don[’']t|cannot|can[’']t) (?:yet )?(?:know|say|tell)",
    r"have not (?:yet )?(?:answered|looked|been (?:done|studied|tested))",
    r"has not (?:yet )?been (?:studied|tested|looked at)",
    r"more (?:research|studies|trials|evidence) (?:is|are)",
    r"remains? to be seen",
    r"(?:is|are) (?:\w+ )?(?:under way|underway|recruiting|ongoing|planned|expected)",
    r"(?:is|are) (?:still |now )?(?:looking|studying|testing|recruiting|waiting)",
    r"experts? disagree",
    r"doctors disagree",
    r"too (?:early|few \w+) to (?:say|tell|know)",
)
_ABOUT_THE_TEXT = re.compile(
    rf"{_OPENING}(?:(?:in )?this (?:article|leaflet|page|section|chapter|guide|text|"
    r"booklet|table|figure|list)|the (?:following|next|previous) (?:list|section|table|"
    rf"chapter|part|page)|(?:part|step|section|chapter|figure|table) {NUMBER}\b)",
    re.IGNORECASE,
)
_HEADING_QUESTION = re.compile(r"(?:what|how|who|why|when|where|which)\b", re.I)
_TERM = re.compile(
    rf"{_OPENING}(?:an? |the )?(?:side effects?|placebo|randomi[sz]ed(?: controlled)? "
    r"trial|trial|cohort study|meta-analysis|systematic review|confidence interval|"
    r"number needed to (?:treat|harm)|(?:absolute|relative) risk(?: reduction)?|"
    r"p[ -]values?|hazard ratio|odds ratio|risk|contraindication|overdose|"
    r"efficacy|evidence|study)"
    r" (?:is|are|means|says|shows|tells|compares|describes|divides|measures|looks)\b"
    r"(?![^.]*\d)",
    re.IGNORECASE,
)
_WISH = any_of(
    rf"(?:ask|asks|asked|know|decide|explain|explains|talk|wonder|worry|afraid|tell)"
    rf"{few_words(4)}(?:whether|about|which|how|if|of)"
)


def stated(sentence: str) -> str:
    """Give the part of a sentence that states something as a fact, or nothing.

    An instruction states what its reason says: "Do not take it, because it …".
    """
    text = sentence[:_LONGEST].strip()
    if text.rstrip("\"'”’»)]").endswith("?") or not _is_english(text):
        return ""
    if _HEADING_QUESTION.match(text) and not re.search(r"[.!…:;][\"'”’)]*+\Z", text):
        return ""
    if (
        _STORY.search(text)
        or _ABOUT_THE_TEXT.match(text)
        or _DOUBT.search(text)
        or _TERM.match(text)
    ):
        return ""
    if _INSTRUCTION.match(text) or _WISH.search(text):
        ground = _GROUND.search(text)
        return text[ground.end() :] if ground else ""
    return text


_ENGLISH = words(
    "a after an and are as at be by can do does for from has have in is it more not of "
    "on one than that the this to was were who with"
)
_NOT_ENGLISH = words(
    "al aus av bei bij com con da dans das de dei del den der des det die di du een "
    "ein eine el en er est et för för gli het i il ist la las le les los med met "
    "mit más não nel nicht och och og oder os para pas per pour por que qui se sich "
    "sind sont sur um un una und une van von é è är"
)


def _is_english(text: str) -> bool:
    there = re.findall(r"[^\W\d_]++", text.lower())
    if sum(not word.isascii() for word in there) * 2 > len(there):
        return False
    foreign = sum(word in _NOT_ENGLISH for word in there)
    return foreign < 2 or foreign < sum(word in _ENGLISH for word in there)
