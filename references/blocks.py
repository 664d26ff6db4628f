"""Parts of a reference that are lists: its contributors, and appraisals of it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

ROLES = [
    ("author", _("Author")),
    ("editor", _("Editor")),
    ("translator", _("Translator")),
    ("collection-editor", _("Editor of the series")),
    ("container-author", _("Author of the book")),
    ("chair", _("Chair")),
    ("compiler", _("Compiler")),
    ("composer", _("Composer")),
    ("contributor", _("Contributor")),
    ("curator", _("Curator")),
    ("director", _("Director")),
    ("editor-translator", _("Editor and translator")),
    ("editorial-director", _("Editorial director")),
    ("executive-producer", _("Executive producer")),
    ("guest", _("Guest")),
    ("host", _("Host")),
    ("illustrator", _("Illustrator")),
    ("interviewer", _("Interviewer")),
    ("narrator", _("Narrator")),
    ("organizer", _("Organiser")),
    ("original-author", _("Author of the original")),
    ("performer", _("Performer")),
    ("producer", _("Producer")),
    ("recipient", _("Recipient")),
    ("reviewed-author", _("Author of the work reviewed")),
    ("script-writer", _("Script writer")),
    ("series-creator", _("Creator of the series")),
]

# GRADE handbook, chapter 5: how sure one can be of an effect.
CERTAINTIES = [
    ("high", _("High")),
    ("moderate", _("Moderate")),
    ("low", _("Low")),
    ("very-low", _("Very low")),
]

DESIGNS = [
    ("systematic-review", _("Systematic review")),
    ("randomised-trial", _("Randomised trial")),
    ("non-randomised-trial", _("Trial without randomisation")),
    ("cohort", _("Cohort study")),
    ("case-control", _("Case-control study")),
    ("cross-sectional", _("Cross-sectional study")),
    ("diagnostic-accuracy", _("Study of diagnostic accuracy")),
    ("case-series", _("Case series")),
    ("case-report", _("Case report")),
    ("qualitative", _("Qualitative study")),
    ("laboratory", _("Laboratory or animal study")),
    ("guideline", _("Guideline")),
    ("narrative-review", _("Narrative review")),
    ("opinion", _("Opinion")),
    ("other", _("Other")),
]


def _role():
    return blocks.ChoiceBlock(label=_("Role"), choices=ROLES, default="author")


class PersonBlock(blocks.StructBlock):
    """A person, by the parts of a name that CSL tells apart."""

    family = blocks.CharBlock(label=_("Family name"), max_length=200, required=False)
    given = blocks.CharBlock(
        label=_("Given name or initials"), max_length=200, required=False
    )
    role = _role()
    suffix = blocks.CharBlock(
        label=_("Suffix"), max_length=50, required=False, help_text=_("Such as “Jr”.")
    )
    non_dropping_particle = blocks.CharBlock(
        label=_("Particle kept with the family name"),
        max_length=50,
        required=False,
        help_text=_("Such as “van” in “van Gogh”."),
    )
    dropping_particle = blocks.CharBlock(
        label=_("Particle kept with the given name"),
        max_length=50,
        required=False,
        help_text=_("Such as “de” in “Musset, Alfred de”."),
    )

    class Meta:
        icon = "user"
        label = _("Person")
        label_format = "{family} {given}"
        form_layout = blocks.BlockGroup(
            children=["family", "given"],
            settings=["role", "suffix", "non_dropping_particle", "dropping_particle"],
        )


class OrganisationBlock(blocks.StructBlock):
    """An organisation, printed as it is written."""

    name = blocks.CharBlock(label=_("Name"), max_length=1000)
    role = _role()

    class Meta:
        icon = "group"
        label = _("Organisation")
        label_format = "{name}"
        form_layout = blocks.BlockGroup(children=["name"], settings=["role"])


class ContributorsBlock(blocks.StreamBlock):
    """People and organisations in the order in which they are printed."""

    person = PersonBlock()
    organisation = OrganisationBlock()


class AppraisalBlock(blocks.StructBlock):
    """What a source found, in whom, and how far to believe it."""

    design = blocks.ChoiceBlock(label=_("Design"), choices=DESIGNS, required=False)
    population = blocks.CharBlock(label=_("Population"), max_length=255, required=False)
    participants = blocks.IntegerBlock(
        label=_("Number of participants"), min_value=0, required=False
    )
    finding = blocks.CharBlock(
        label=_("Finding"),
        max_length=300,
        required=False,
        help_text=_("In one sentence that a patient understands."),
    )
    certainty = blocks.ChoiceBlock(
        label=_("Certainty"),
        choices=CERTAINTIES,
        required=False,
        help_text=_("How sure one can be of this finding, as GRADE puts it."),
    )
    comment = blocks.TextBlock(label=_("Comment"), required=False)

    class Meta:
        icon = "tick-inverse"
        label = _("Appraisal")
        label_format = "{design}: {finding}"
        template = "blocks/appraisal.html"

    def get_context(self, value, parent_context=None):
        """Add the choices in words."""
        context = super().get_context(value, parent_context=parent_context)
        for name in ("design", "certainty"):
            words = dict(self.child_blocks[name].field.choices)
            context[f"{name}_label"] = words.get(value.get(name), "")
        return context


class AppraisalsBlock(blocks.StreamBlock):
    """Appraisals of a source, one for each finding that articles use."""

    appraisal = AppraisalBlock()
