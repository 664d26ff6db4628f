"""Who a guest is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField

from authors.identifiers import parse_orcid
from images.models import Licence

MOST_BYTES_OF_PORTRAIT = 10 * 1024 * 1024
MOST_PIXELS_OF_PORTRAIT = 50_000_000
_TOO_MANY_PIXELS = gettext_lazy(
    "This picture has more than 50 million pixels. Please send a smaller one."
)
_CREDENTIAL = ("credential_title", "credential_issuer", "credential_number")


class PortraitField(WagtailImageField):
    """A picture that can be decoded, not too large in bytes and in pixels."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.max_upload_size = MOST_BYTES_OF_PORTRAIT
        self.max_image_pixels = MOST_PIXELS_OF_PORTRAIT

    def to_python(self, data):
        """Refuse what is too large before it is decoded, and what cannot be decoded."""
        if data and data.size <= self.max_upload_size:
            self._decode(data)
        return super().to_python(data)

    def _decode(self, file):
        try:
            with Image.open(file) as picture:
                if picture.width * picture.height > self.max_image_pixels:
                    raise ValidationError(_TOO_MANY_PIXELS)
                picture.load()
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise ValidationError(_TOO_MANY_PIXELS) from error
        except UnidentifiedImageError:
            # Wagtail's field says what it takes.
            pass
        except (OSError, SyntaxError, ValueError) as error:
            raise ValidationError(
                _("This picture is damaged. Please save it again, or send another.")
            ) from error
        finally:
            file.seek(0)


class ProfileForm(forms.Form):
    """Name, work, licence, portrait and a short biography."""

    given_name = forms.CharField(
        label=gettext_lazy("Given name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    family_name = forms.CharField(
        label=gettext_lazy("Family name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    post_nominals = forms.CharField(
        label=gettext_lazy("Letters after your name (optional)"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("Such as “MD, FRCA”."),
    )
    role = forms.CharField(
        label=gettext_lazy("What you are (optional)"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Such as “Consultant in pain medicine”."),
    )
    specialties = forms.CharField(
        label=gettext_lazy("Specialty"),
        max_length=255,
        help_text=gettext_lazy("With commas between, if there are several."),
    )
    organisation = forms.CharField(
        label=gettext_lazy("Where you work"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        help_text=gettext_lazy("A practice, hospital or university."),
    )
    place = forms.CharField(
        label=gettext_lazy("Place (optional)"), required=False, max_length=200
    )
    orcid = forms.CharField(
        label=gettext_lazy("ORCID iD (optional)"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Such as 0000-0002-1825-0097."),
    )
    biography = forms.CharField(
        label=gettext_lazy("About you"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy(
            "Two or three sentences for patients: what you do, and for whom."
        ),
    )
    credential_title = forms.CharField(
        label=gettext_lazy("Licence or title"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Such as “Licensed physician”."),
    )
    credential_issuer = forms.CharField(
        label=gettext_lazy("Who gave it"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("The council or board that keeps the register."),
    )
    credential_number = forms.CharField(
        label=gettext_lazy("Its number"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    portrait = PortraitField(label=gettext_lazy("Picture (optional)"), required=False)
    portrait_credit = forms.CharField(
        label=gettext_lazy("Who took the picture"), required=False, max_length=255
    )
    portrait_licence = forms.ChoiceField(
        label=gettext_lazy("How may we show it?"),
        required=False,
        choices=[("", "—"), *Licence.choices],
    )
    portrait_consent = forms.BooleanField(
        label=gettext_lazy("It shows me alone, and I agree that it is published"),
        required=False,
    )

    def __init__(self, *args, has_portrait: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.has_portrait = has_portrait
        self.fields["portrait"].help_text = _("JPEG, PNG or WebP, up to 10 MB.")

    def clean_orcid(self) -> str:
        """Give the ORCID iD in its one printed form."""
        orcid = self.cleaned_data["orcid"]
        if not orcid:
            return ""
        try:
            return parse_orcid(orcid)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """Ask for a whole licence, and for all about a picture where there is one."""
        data = super().clean() or {}
        if any(data.get(name) for name in _CREDENTIAL):
            for name in _CREDENTIAL:
                if name in data and not data[name]:
                    self.add_error(name, _("Fill in all three, or none of them."))
        if data.get("portrait") or self.has_portrait:
            self._ask_about_portrait(data)
        return data

    def _ask_about_portrait(self, data: dict[str, Any]) -> None:
        asked = {
            "portrait_credit": _("Say who took it: the name stands below it."),
            "portrait_licence": _("Say how we may show it."),
            "portrait_consent": _("Without your consent we cannot show it."),
        }
        for name, message in asked.items():
            if not data.get(name):
                self.add_error(name, message)
