"""What a list of references is called above it, in the languages of medicine."""

import re
import unicodedata

_WORD = re.compile(
    r"\b(?:references|bibliography|sources|literature|further reading|works cited"
    r"|literatur|literaturverzeichnis|quellen|bibliographie|bibliografia|referencias"
    r"|riferimenti|literatuur|bronnen|referenser|referanser|kallor|kilder|lahteet"
    r"|pismiennictwo|kaynaklar|литература|литературы|βιβλιογραφια)\b"
)
_LONGEST_NAME = 12  # words
_NUMBERED = re.compile(r"^\s*(?:[0-9]{1,2}|[ivx]{1,5}|[a-h])\s*[.)]\s*(?=\S)")


def names_a_list(text: str) -> bool:
    """Tell whether a line is what lists of references are called.

    >>> names_a_list("7. Références :")
    True
    """
    return _bare(text) in _NAMES


def may_name_a_list(text: str) -> bool:
    """Tell whether a line speaks of references, as "Some helpful references" does."""
    return len(text.split()) <= _LONGEST_NAME and bool(_WORD.search(_bare(text)))


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    composed = unicodedata.normalize("NFC", kept)
    return " ".join(_NUMBERED.sub("", composed).strip(" \t:.：*_–—-").split())


# Compared folded: without accents, in small letters.
_NAMES = frozenset(
    _bare(name)
    for names in (
        "references, reference, reference list, list of references",
        "references cited, cited references, cited literature, literature",
        "literature cited, bibliography, selected bibliography, sources",
        "source, works cited, citations, further reading, suggested reading",
        "suggested readings, recommended reading, notes and references",
        "references and notes, references and further reading",
        "sources and further reading, literatur, literaturverzeichnis",
        "literaturangaben, quellen, quellenverzeichnis, quellenangaben",
        "referenzen, weiterfuhrende literatur, bibliografie",
        "references bibliographiques, bibliographie, ouvrages cites",
        "pour en savoir plus, referencias, referencias bibliograficas",
        "bibliografia, fuentes, obras citadas, lecturas recomendadas",
        "referencias bibliograficas y lecturas recomendadas, riferimenti",
        "riferimenti bibliografici, fonti, letteratura, opere citate",
        "bibliografia e sitografia, sitografia, letture consigliate, fontes",
        "leituras recomendadas, leitura adicional, referenties, literatuur",
        "literatuurlijst, bronnen, bronvermelding, verder lezen, referenser",
        "referenslista, litteratur, litteraturlista, kallor, kallforteckning",
        "referanser, litteraturliste, kilder, kildeliste, referencer",
        "litteraturhenvisninger, lahteet, lahdeluettelo, kirjallisuus",
        "viitteet, heimildir, kirjandus, pismiennictwo, literatura, zrodla",
        "bibliografia zalacznikowa, prameny, zdroje, pouzita literatura",
        "seznam literatury, zoznam literatury, irodalom, irodalomjegyzek",
        "felhasznalt irodalom, hivatkozasok, bibliografie selectiva, surse",
        "referinte, literatura i izvori, izvori, viri, saltiniai",
        "literaturos sarasas, kaynaklar, kaynakca, referanslar",
        "daftar pustaka, rujukan, tai lieu tham khao, литература",
        "список литературы, источники, библиография, використана література",
        "джерела, список використаної літератури, извори, βιβλιογραφια",
        "αναφορες, παραπομπες, πηγες",
        "参考文献, 参考资料, 参考資料, 引用文献, 文献, 参考書目",
        "참고문헌, 참고 문헌, المراجع, المصادر, مراجع, منابع, מקורות, ביבליוגרפיה",
        "संदर्भ, सन्दर्भ, संदर्भ सूची, เอกสารอ้างอิง, บรรณานุกรม",
    )
    for name in names.split(",")
)
