"""Contributors of a reference: people and organisations, in their order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class PersonBlock(blocks.StructBlock):
    """A person by family and given name (or initials)."""

    family = blocks.CharBlock(label=_("Family name"), max_length=200)
    given = blocks.CharBlock(
        label=_("Given name or initials"), max_length=200, required=False
    )

    class Meta:
        icon = "user"
        label = _("Person")
        label_format = "{family} {given}"


class ContributorsBlock(blocks.StreamBlock):
    """People and organisations in the order in which they are printed."""

    person = PersonBlock()
    organisation = blocks.CharBlock(
        label=_("Organisation"), icon="group", max_length=255
    )


def as_csl_names(contributors) -> list[dict[str, str]]:
    """Give a contributors value as a list of CSL-JSON names."""
    names = []
    for child in contributors:
        if child.block_type == "organisation":
            names.append({"literal": child.value})
        else:
            names.append({k: v for k, v in child.value.items() if v})
    return names
