"""Building blocks of the rules: numbers, people, and the forms of verbs.

Every repetition is bounded or possessive, so that no text takes long to search.
"""

import re

NUMBER = (
    r"(?:\d++(?:[.,]\d++)*+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
)
FRACTION = r"(?:half|(?:a|one|two|three|four)[ -](?:third|quarter|fifth|sixth|tenth)s?)"
NEARLY = (
    r"(?:(?:about|around|roughly|nearly|almost|some|up to|at least|more than|less than|"
    r"fewer than|over|under|only|an estimated|approximately|between) ){0,2}"
)
PEOPLE = (
    r"(?:people|persons?|adults?|patients?|children|child|bab(?:y|ies)|infants?|"
    r"wom[ae]n|m[ae]n|mothers?|fathers?|teenagers?|adolescents?|boys|girls|smokers|"
    r"users|survivors|volunteers|participants|everyone|everybody)"
)
TIME = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)"


def words(spaced: str) -> frozenset[str]:
    """Give the words of a list that is written with spaces."""
    return frozenset(spaced.split())


def few_words(most: int) -> str:
    """Give a pattern for at most so many words, with the spaces around them."""
    return rf"(?:[ ]++[^\s.;:?!]++){{0,{most}}}?[ ]++"


# What stands before a verb where it states something: a plural, a helping verb.
_SUBJECT = (
    r"(?!(?:is|was|has|as|its|this|his|us|less|does|always|perhaps|across|various)\b)"
    r"(?:[\w’-]*[a-z]s|[\w’-]+ly|can|may|might|could|will|would|not|never|also|often|"
    r"they|which|that|who|people|children|wom[ae]n|m[ae]n|bacteria|data|both|all|"
    r"(?:shown|found|proven|proved|likely|tends?|known|seems?|appears?) to)"
)
# The third person looks like a plural, the past like an adjective or a passive.
_NO_PLURAL = (
    r"(?<!\bthe )(?<!\bfew )(?<!\bno )(?<!\bof )(?<!\bsome )(?<!\bany )(?<!\btwo )"
    r"(?<!\bthese )(?<!\bfor )(?<!\bits )(?<!\bmany )"
)
_NO_PASSIVE = (
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\band )"
    r"(?<!\bor )(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bof )(?<!\bfrom )(?<!\bwith )"
)
_OBJECT = (
    r"(?= [\w“\"‘'(])(?! (?:and|as|at|because|by|if|in|into|is|are|of|off|on|once|or|"
    r"slowly|than|up|down|when|while|with|within|without)\b)"
)


def forms(verbs: str, *, or_nouns: bool = False) -> str:
    """Give a pattern for verbs that state something of an object.

    With `or_nouns`, the base form of each is a noun or an adjective as well, and counts
    only where a subject or a helping verb stands before it.
    """
    each = verbs.split()
    base, third = "|".join(each), "|".join(map(_third, each))
    past = "|".join(verb + ("d" if verb.endswith("e") else "ed") for verb in each)
    before = rf"{_SUBJECT} " if or_nouns else r"(?<=\w )(?<!\bto )(?<!\bto help )"
    return (
        rf"(?:{before}(?:{base})|{_NO_PLURAL}(?:{third})|{_NO_PASSIVE}(?:{past}))"
        rf"(?!\w){_OBJECT}"
    )


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x")):
        return f"{verb}es"
    return f"{verb}s"


def any_of(*alternatives: str) -> re.Pattern[str]:
    """Compile alternatives that begin and end with a word, whatever its capitals."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)
