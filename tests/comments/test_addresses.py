"""Hashes of addresses: the same for one place in one month, and no way back."""

from datetime import date

from django.test import RequestFactory

from comments import addresses

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 1)


def hashed(address, **headers):
    return addresses.hashed(RequestFactory().get("/", REMOTE_ADDR=address, **headers))


def test_one_place_has_one_hash_and_another_place_another():
    assert hashed("192.0.2.7") == hashed("192.0.2.7")
    assert hashed("192.0.2.7") != hashed("192.0.2.8")
    assert "192.0.2.7" not in hashed("192.0.2.7")


def test_readers_behind_one_proxy_are_told_apart():
    one = hashed("10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.7")
    other = hashed("10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.8")
    assert one != other


def test_a_household_is_one_place_whatever_the_end_of_its_address():
    assert hashed("2001:db8:1:2::3") == hashed("2001:db8:1:2:aaaa::9")
    assert hashed("2001:db8:1:2::3") != hashed("2001:db8:1:3::3")


def test_what_is_no_address_breaks_nothing():
    assert len(hashed("x" * 5000, HTTP_X_FORWARDED_FOR="\x00, ,é")) == 64


def test_the_key_changes_with_the_month_and_with_the_site(settings):
    may = addresses.hash_of("192.0.2.7", MAY)
    assert may != addresses.hash_of("192.0.2.7", JUNE)
    settings.SECRET_KEY = "another-key-" * 8
    assert may != addresses.hash_of("192.0.2.7", MAY)
