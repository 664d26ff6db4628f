"""Pictures and documents."""

from django.core.files.base import ContentFile
from factory import LazyFunction, Sequence
from factory.django import DjangoModelFactory, ImageField
from wagtail.documents import get_document_model

from images.models import Licence, SiteImage


class ImageFactory(DjangoModelFactory):
    """A small picture that may be printed."""

    class Meta:
        model = SiteImage

    title = Sequence(lambda n: f"Picture {n}")
    file = ImageField(width=32, height=24, color="teal")
    credit = "Heron"
    licence = Licence.OWN


class DocumentFactory(DjangoModelFactory):
    """A leaflet."""

    class Meta:
        model = get_document_model()

    title = Sequence(lambda n: f"Leaflet {n}")
    file = LazyFunction(lambda: ContentFile(b"A leaflet", name="leaflet.txt"))
