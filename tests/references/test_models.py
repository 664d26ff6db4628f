"""Records of the library."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from blog.models import FurtherReading
from references.models import Reference
from tests.factories.references import ReferenceFactory


def test_clean_brings_identifiers_to_one_form():
    reference = Reference(
        title="T",
        doi="https://doi.org/10.1000/ABC.",
        pmid="PMID: 123",
        pmcid="10435804",
    )
    reference.clean()
    assert (reference.doi, reference.pmid, reference.pmcid) == (
        "10.1000/abc",
        "123",
        "PMC10435804",
    )


def test_clean_says_what_is_wrong_in_words():
    with pytest.raises(ValidationError) as error:
        Reference(title="T", doi="abc").clean()
    assert error.value.message_dict == {
        "doi": ["A DOI starts with “10.”, such as 10.1000/182."]
    }


def test_doi_is_unique_in_the_database(db):
    ReferenceFactory(doi="10.1000/x")
    with pytest.raises(IntegrityError):
        ReferenceFactory(doi="10.1000/x")


def test_a_reference_in_use_is_not_deleted(client, editor, article):
    reference = ReferenceFactory()
    FurtherReading.objects.create(page=article, reference=reference)
    article.save()
    client.force_login(editor)
    url = f"/admin/snippets/references/reference/delete/{reference.pk}/"
    response = client.post(url, follow=True)
    assert Reference.objects.filter(pk=reference.pk).count() == 1
    assert "is in use and was not deleted" in response.content.decode()


def test_an_unused_reference_is_deleted(client, editor):
    reference = ReferenceFactory()
    client.force_login(editor)
    client.post(f"/admin/snippets/references/reference/delete/{reference.pk}/")
    assert Reference.objects.filter(pk=reference.pk).count() == 0
