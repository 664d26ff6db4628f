"""Relative risks that stand alone: “half the risk” says little without “of what”."""

import re
from collections.abc import Iterator
from itertools import groupby

from editorial.checklist.draft import Draft
from editorial.checklist.finding import Found
from editorial.claims.wording import FRACTION, NUMBER, PEOPLE, any_of, few_words

_PERCENT = (
    r"\d++(?:[.,]\d++)*+(?:\s?(?:–|-|to)\s?\d++(?:[.,]\d++)*+)?\s?(?:%|per ?cent)"
)
_SHARE = rf"(?:{_PERCENT}|{FRACTION}|(?:a|one) half)"
_LESS = (
    r"(?:less|lower|fewer|smaller|rarer|reduced|decreased|more|higher|greater|increased|"
    r"raised|elevated|reduction|decrease|decline|drop|fall|increase|rise)"
)
_RISK = (
    r"(?:risks?|chances?|odds|likelihood|probability|hazards?|incidence|mortality|"
    r"rates?|deaths?|likely|cases|strokes|heart attacks|infections|relapses|fractures|"
    r"admissions|events|falls)"
)
_CHANGES = (
    r"(?:lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|cut(?:s|ting)?|decreas(?:e|es|ed|ing)|"
    r"increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|r[io]se[sn]?|f[ae]ll(?:s|en)?|"
    r"drop(?:s|ped)?|declin(?:e|es|ed)|go(?:es)? (?:up|down)|went (?:up|down))"
)
_MULTIPLIES = (
    r"(?:doubl(?:e|es|ed|ing)|halv(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|"
    r"trebl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing))"
)
_TIMES = rf"(?:twice|{NUMBER}[- ]times|(?:{NUMBER}[- ]?|two|three|four|five|ten)fold)"
_RATIO = r"(?:hazard|odds|risk|rate|incidence rate|relative risk|prevalence) ratio"

_RELATIVE = [
    any_of(rf"{_SHARE}{few_words(2)}{_LESS}{few_words(4)}{_RISK}"),
    any_of(rf"{_CHANGES}{few_words(8)}{_RISK}{few_words(7)}by{few_words(3)}{_SHARE}"),
    any_of(rf"{_RISK}{few_words(7)}{_CHANGES}{few_words(2)}by{few_words(3)}{_SHARE}"),
    any_of(
        rf"{_LESS}{few_words(2)}(?:in|of){few_words(4)}{_RISK}{few_words(5)}{_SHARE}"
    ),
    any_of(rf"{_MULTIPLIES}{few_words(4)}{_RISK}"),
    any_of(rf"{_RISK}{few_words(6)}{_MULTIPLIES}"),
    any_of(rf"{_TIMES}{few_words(4)}{_RISK}"),
    any_of(rf"{_RISK}{few_words(4)}{_TIMES}{few_words(1)}{_LESS}"),
    any_of(rf"half(?: as|(?: of)? the){few_words(2)}{_RISK}"),
]
# What defines a ratio has no number.
_RATIOS = [
    re.compile(
        rf"\b(?:{_RATIO}s?|relative risks?(?: reductions?)?)\b(?=[^\d]{{0,60}}\d)",
        re.IGNORECASE,
    ),
    re.compile(r"\ba?(?:HR|OR|RR|IRR|RRR)\b\s*+(?:of|was|is|=|:|,|\()?\s*+\d"),
]
_INTERVAL = re.compile(
    rf"(?:9\d(?:\.\d)?\s?%|{NUMBER} percent)\s?(?:CI|confidence interval|credible "
    r"interval)[^);.]{0,40}(?:\.\d++[^);.]{0,20}){0,2}",
    re.IGNORECASE,
)
_ABSOLUTE = [
    # “4 of 100”, “one woman in ten”, “2 out of every 1,000 people”, “3 per 1,000”.
    re.compile(
        rf"\b{NUMBER}(?!\s?%|\s?per ?cent)"
        rf"(?: (?:{PEOPLE}|more|fewer|extra|[a-z]{{1,30}}s)){{0,3}}"
        r" (?:in|of|out of|per|for)(?: (?:every|each|about|around))?"
        rf" {NUMBER}\b(?! ?%)(?! (?:trials?|studies|reviews|years?|months?|days?)\b)",
        re.IGNORECASE,
    ),
    any_of(
        r"percentage points?",
        r"numbers? needed to (?:treat|harm)",
        r"absolute (?:risks?|numbers?|terms|differences?|reductions?|increases?)",
    ),
]
_ANY_PERCENT = re.compile(_PERCENT, re.IGNORECASE)


def is_relative(sentence: str) -> bool:
    """Whether a sentence states how many times a risk is larger or smaller."""
    if sentence.rstrip("\"'”’»)]").endswith("?"):
        return False
    return any(pattern.search(sentence) for pattern in (*_RELATIVE, *_RATIOS))


def is_absolute(passage: str) -> bool:
    """Whether a passage says of how many people something happens to how many.

    Two percentages that are no part of a relative risk count as well: “from 4% to 2%”.
    """
    if any(pattern.search(passage) for pattern in _ABSOLUTE):
        return True
    rest = _INTERVAL.sub(" ", passage)
    for pattern in _RELATIVE:
        rest = pattern.sub(" ", rest)
    return len(_ANY_PERCENT.findall(rest)) > 1


def relative_risk_alone(draft: Draft) -> Iterator[Found]:
    """Find relative risks in paragraphs that give no absolute numbers."""
    for text in draft.texts:
        for _number, group in groupby(text.sentences, lambda each: each.passage):
            passage = [each.text for each in group if not each.is_heading]
            relative = [sentence for sentence in passage if is_relative(sentence)]
            if relative and not is_absolute(" ".join(passage)):
                for sentence in relative:
                    yield Found(sentence, text.path)
