"""The check digits of numbers that are given to people, accounts and cards.

Each function takes the number without spaces and punctuation, letters in capitals.
"""

from collections import Counter
from itertools import cycle


def luhn(number: str) -> bool:
    """Payment cards, the Canadian and the Swedish number."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def iban(number: str) -> bool:
    """Bank accounts: ISO 7064, mod 97-10."""
    turned = number[4:] + number[:4]
    return int("".join(str(int(each, 36)) for each in turned)) % 97 == 1


def _weighted(number: str, weights: tuple[int, ...]) -> int:
    return sum(int(a) * b for a, b in zip(number, weights, strict=False))


def nhs(number: str) -> bool:
    """England and Wales: NHS number; Scotland: CHI number."""
    rest = 11 - _weighted(number, (10, 9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return rest != 10 and rest % 11 == int(number[9]) and len(set(number)) > 1


def ssn(number: str) -> bool:
    """United States: no area 000 or 666, no part of zeros; 9xx are tax numbers."""
    area, group, serial = number[:3], number[3:5], number[5:]
    return area not in ("000", "666") and group != "00" and serial != "0000"


def sin(number: str) -> bool:
    """Canada: social insurance number."""
    return number[0] not in "08" and luhn(number)


def bsn(number: str) -> bool:
    """Netherlands: burgerservicenummer, the test of eleven."""
    padded = number.zfill(9)
    return (
        _weighted(padded, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0
        and len(set(padded)) > 1
    )


def steuer_id(number: str) -> bool:
    """Germany: Steuer-ID. Of its first ten digits one stands twice or thrice."""
    if number[0] == "0" or max(Counter(number[:10]).values()) not in (2, 3):
        return False
    product = 10
    for digit in number[:10]:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == int(number[10])


def german_insured(number: str) -> bool:
    """Germany: Krankenversichertennummer, a letter and nine digits."""
    digits = f"{ord(number[0]) - 64:02}{number[1:]}"
    total = sum(
        sum(divmod(int(digit) * weight, 10))
        for digit, weight in zip(digits[:10], cycle((1, 2)), strict=False)
    )
    return total % 10 == int(digits[10])


def german_pension(number: str) -> bool:
    """Germany: Rentenversicherungsnummer, eight digits, a letter, three digits."""
    digits = f"{number[:8]}{ord(number[8]) - 64:02}{number[9:]}"
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    total = sum(
        sum(divmod(int(digit) * weight, 10))
        for digit, weight in zip(digits[:12], weights, strict=True)
    )
    return total % 10 == int(digits[12])


def nir(number: str) -> bool:
    """France: numéro de sécurité sociale; Corsica writes 2A and 2B."""
    digits = number.replace("2A", "19").replace("2B", "18")
    return digits.isdigit() and 97 - int(digits[:13]) % 97 == int(digits[13:])


def dni(number: str) -> bool:
    """Spain: DNI, and NIE with its first letter."""
    digits = number[:-1].translate(str.maketrans("XYZ", "012"))
    return "TRWAGMYFPDXBNJZSQVHLCKE"[int(digits) % 23] == number[-1]


_ODD = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (
            *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21),
            *(2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23),
        ),
        strict=True,
    )
)


def codice_fiscale(number: str) -> bool:
    """Italy: codice fiscale."""
    total = 0
    for place, each in enumerate(number[:15]):
        even = int(each) if each.isdigit() else ord(each) - 65
        total += even if place % 2 else _ODD[each]
    return chr(65 + total % 26) == number[15]


def belgian(number: str) -> bool:
    """Belgium: national number; those born from 2000 on count with a 2 before it."""
    base, check = int(number[:9]), int(number[9:])
    return check in (97 - base % 97, 97 - (2_000_000_000 + base) % 97)


def ahv(number: str) -> bool:
    """Switzerland: AHV number, an EAN-13."""
    total = _weighted(number[:12], (1, 3) * 6)
    return -total % 10 == int(number[12])


def pesel(number: str) -> bool:
    """Poland: PESEL."""
    total = _weighted(number[:10], (1, 3, 7, 9, 1, 3, 7, 9, 1, 3))
    return -total % 10 == int(number[10])


def cpf(number: str) -> bool:
    """Brazil: CPF."""
    for length in (9, 10):
        weights = tuple(range(length + 1, 1, -1))
        if _weighted(number, weights) * 10 % 11 % 10 != int(number[length]):
            return False
    return len(set(number)) > 1


def personnummer(number: str) -> bool:
    """Sweden: personnummer, of which the last ten digits are checked."""
    return luhn(number[-10:])


def norwegian(number: str) -> bool:
    """Norway: fødselsnummer, with two check digits."""
    return (
        _weighted(number[:10], (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)) % 11 == 0
        and _weighted(number, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0
    )


def hetu(number: str) -> bool:
    """Finland: henkilötunnus."""
    digits = int(number[:6] + number[-4:-1])
    return "0123456789ABCDEFHJKLMNPRSTUVWXY"[digits % 31] == number[-1]


def pps(number: str) -> bool:
    """Ireland: PPS number; a second letter counts as well."""
    extra = ord(number[8]) - 64 if len(number) > 8 and number[8] != "W" else 0
    total = _weighted(number[:7], (8, 7, 6, 5, 4, 3, 2)) + 9 * extra
    return "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] == number[7]


def nif(number: str) -> bool:
    """Portugal: NIF."""
    rest = 11 - _weighted(number[:8], (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return (0 if rest > 9 else rest) == int(number[8])


def austrian(number: str) -> bool:
    """Austria: Sozialversicherungsnummer, whose fourth digit checks the others."""
    weights = (3, 7, 9, 0, 5, 8, 4, 2, 1, 6)
    return number[0] != "0" and _weighted(number, weights) % 11 == int(number[3])


def medicare(number: str) -> bool:
    """Australia: Medicare number, with or without the place on the card."""
    return _weighted(number[:8], (1, 3, 7, 9, 1, 3, 7, 9)) % 10 == int(number[8])


def tfn(number: str) -> bool:
    """Australia: tax file number."""
    return _weighted(number, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


# The products of two digits in the group of a pentagon's symmetries, by rows of ten;
# and what each place makes of a digit.
_PRODUCTS = (
    "0123456789123406789523401789563401289567401239567859876043216598710432"
    "765982104387659321049876543210"
)
_PLACES = (
    "01234567891576283094580379614289160435279453126870428657390127938064157046913258"
)


def verhoeff(number: str) -> bool:
    """India: Aadhaar."""
    check = 0
    for place, digit in enumerate(reversed(number)):
        turned = int(_PLACES[place % 8 * 10 + int(digit)])
        check = int(_PRODUCTS[check * 10 + turned])
    return check == 0
