"""Personal data: what is found, and what is left alone."""

import pytest

from comments.checks import personal
from comments.checks.plain import plain


def found(text):
    return [
        (each.kind.value, text[slice(*plain(text).written(each.start, each.end))])
        for each in personal.find(plain(text).text)
    ]


@pytest.mark.parametrize(
    "address",
    [
        "ada@example.org",
        "ada.quill+pain@mail.example.co.uk",
        "ADA_QUILL@EXAMPLE.ORG",
        "o'brien@example.org",
        "ada@bücher.example",
        "ada (at) example (dot) org",
        "ada[at]example[dot]org",
        "ada at example dot org",
        "ada @ example.org",
    ],
)
def test_an_email_address_is_found_to_the_letter(address):
    assert found(f"Write to {address}, please.") == [("email", address)]


@pytest.mark.parametrize(
    "number",
    [
        "+44 20 7946 0018",
        "+1-984-182-0190",
        "+41 (0)62 585 51 90",
        "0049 30 1234567",
        "(541) 714-1388",
        "541.714.1388x769",
        "1-541-714-1388",
        "07700 900123",
        "07700900123",
        "020 7946 0018",
        "01.84.17.61.18",
        "030/1234567",
        "0490 75 40 81",
        "(08) 8747 6301",
        "71-33-52-22",
    ],
)
def test_a_phone_number_is_found_by_its_shape(number):
    assert found(f"It is {number}.") == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "Please call me on {}.",
        "Mobile: {}",
        "Phone:\n{}\nThanks",
        "{} (office)",
        "Meine Nummer ist {}",
        "Mon téléphone : {}",
    ],
)
@pytest.mark.parametrize(
    "number", ["467 3395", "9472 7916", "374 780 163", "5403926876"]
)
def test_a_number_of_any_shape_is_a_phone_number_where_it_is_called_so(text, number):
    assert found(text.format(number)) == [("phone", number)]


@pytest.mark.parametrize(
    "number",
    [
        "943 476 5919",
        "AB 12 34 56 C",
        "219-09-9999",
        "130 692 544",
        "111222333",
        "1112.22.333",
        "86 095 742 719",
        "86095742719",
        "2 95 10 99 126 111 93",
        "12345678Z",
        "12.345.678-Z",
        "X1234567L",
        "RCCMNL83S18D969H",
        "85.07.30-033.28",
        "756.9217.0769.85",
        "44051401359",
        "390.533.447-05",
        "880320-0016",
        "131052-308T",
        "211062-5629",
        "15108695088",
        "6433435F",
        "1237 010180",
        "2341 2341 2346",
        "1EG4-TE5-MK73",
        "123 456 789",
    ],
)
def test_a_national_number_is_found_without_being_named(number):
    assert found(f"It is {number}, they said.") == [("identity", number)]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("SSN:", "219-09-9999"),
        ("My social security number is", "219099998"),
        ("NHS number", "943 476 5918"),
        ("BSN", "111222334"),
        ("Meine Steuer-ID lautet", "86 095 742 710"),
        ("Mon numéro de sécurité sociale est le", "2 95 10 99 126 111 94"),
        ("mi DNI es", "12345678A"),
        ("codice fiscale", "RCCMNL83S18D969X"),
        ("My passport number is", "C01X00T47"),
        ("my driver's license number is", "F162823540116"),
        ("PESEL", "44051401358"),
    ],
)
def test_a_number_that_is_named_counts_with_a_wrong_check_digit(name, number):
    assert found(f"{name} {number}.") == [("identity", number)]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "account",
            "IBAN DE89 3704 0044 0532 0130 00 please",
            "DE89 3704 0044 0532 0130 00",
        ),
        ("account", "gb82west12345698765432", "gb82west12345698765432"),
        ("account", "my iban is GB00WEST12345698765432", "GB00WEST12345698765432"),
        ("card", "It is 4111 1111 1111 1111.", "4111 1111 1111 1111"),
        ("card", "It is 378282246310005.", "378282246310005"),
        ("card", "My card 4111 1111 1111 1112 is lost", "4111 1111 1111 1112"),
        ("record", "MRN: 00452-981", "00452-981"),
        ("record", "my hospital number is K482913", "K482913"),
        ("birth", "DOB 12/03/1984", "12/03/1984"),
        ("birth", "I was born on 3rd March 1984.", "3rd March 1984"),
        ("birth", "geboren am 3. März 1984", "3. März 1984"),
        ("address", "I live at 14 Crown Street, come by", "14 Crown Street"),
        ("address", "Ich wohne Hauptstraße 5.", "Hauptstraße 5."),
        ("address", "au 12 rue de la Paix", "12 rue de la Paix"),
        ("address", "Write to PO Box 1234", "PO Box 1234"),
        ("address", "My postcode is SW1A 1AA", "SW1A 1AA"),
        ("computer", "Blocked: 86.121.97.248", "86.121.97.248"),
    ],
)
def test_other_personal_data_is_found_to_the_letter(kind, text, expected):
    assert found(text) == [(kind, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2016, 12 of 4,500 patients had 1.5-2.5 mg/kg over 40 minutes.",
        "BMJ (2016) 353-360; Pain 2019;160(1):45-52.",
        "https://doi.org/10.1056/NEJMoa1234567 and PMID 28446629, PMC5431234",
        "ISBN 978-3-16-148410-0, NCT01234567, ISRCTN12345678",
        "ORCID 0000-0002-1825-0097",
        "The dose went from 0.5 to 1.2.3.4 steps, version 10.20.30.40",
        "I have had 12 000 000 thoughts since 2010-2015.",
        "On 12/03/1984 the trial began; on 2000-04-16 11:34:35 it ended.",
        "My score is 8/10, 120/80, 37.5 C, 98 %.",
        "It costs $5,403,926 or 1 200 000 euros for 340 000 000 people.",
        "St John's wort 300 mg and vitamin B12",
        "See section 4.2.1 and table 3-4.",
        "@ada wrote at example dot",
        "During 2017 and in Spring 2019 I felt better",
    ],
)
def test_numbers_of_research_and_everyday_life_are_left_alone(text):
    assert found(text) == []


def test_the_surer_kind_has_the_characters():
    text = "Call 07700 900123, NHS number 943 476 5919, ada@example.org"
    assert found(text) == [
        ("phone", "07700 900123"),
        ("identity", "943 476 5919"),
        ("email", "ada@example.org"),
    ]
