"""The closed lists that a reference chooses from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from references.standing import State


class CslType(models.TextChoices):
    """Kinds of source by their names in CSL 1.0.2 (Appendix III), the usual first."""

    ARTICLE_JOURNAL = "article-journal", _("Journal article")
    ARTICLE = "article", _("Preprint")
    BOOK = "book", _("Book")
    CHAPTER = "chapter", _("Chapter")
    REPORT = "report", _("Report or guideline")
    WEBPAGE = "webpage", _("Web page")
    THESIS = "thesis", _("Thesis")
    DATASET = "dataset", _("Dataset")
    ARTICLE_NEWSPAPER = "article-newspaper", _("Newspaper article")
    ARTICLE_MAGAZINE = "article-magazine", _("Magazine article")
    PAPER_CONFERENCE = "paper-conference", _("Conference paper")
    STANDARD = "standard", _("Standard")
    DOCUMENT = "document", _("Other document")
    BILL = "bill", _("Bill")
    BROADCAST = "broadcast", _("Broadcast")
    CLASSIC = "classic", _("Classic work")
    COLLECTION = "collection", _("Collection")
    ENTRY = "entry", _("Entry of a database")
    ENTRY_DICTIONARY = "entry-dictionary", _("Entry of a dictionary")
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia", _("Entry of an encyclopedia")
    EVENT = "event", _("Event")
    FIGURE = "figure", _("Figure")
    GRAPHIC = "graphic", _("Picture")
    HEARING = "hearing", _("Hearing")
    INTERVIEW = "interview", _("Interview")
    LEGAL_CASE = "legal_case", _("Legal case")
    LEGISLATION = "legislation", _("Legislation")
    MANUSCRIPT = "manuscript", _("Manuscript")
    MAP = "map", _("Map")
    MOTION_PICTURE = "motion_picture", _("Film or video")
    MUSICAL_SCORE = "musical_score", _("Musical score")
    PAMPHLET = "pamphlet", _("Pamphlet")
    PATENT = "patent", _("Patent")
    PERFORMANCE = "performance", _("Performance")
    PERIODICAL = "periodical", _("Periodical")
    PERSONAL_COMMUNICATION = "personal_communication", _("Personal communication")
    POST = "post", _("Post")
    POST_WEBLOG = "post-weblog", _("Blog post")
    REGULATION = "regulation", _("Regulation")
    REVIEW = "review", _("Review of a work")
    REVIEW_BOOK = "review-book", _("Review of a book")
    SOFTWARE = "software", _("Software")
    SONG = "song", _("Recording")
    SPEECH = "speech", _("Talk")
    TREATY = "treaty", _("Treaty")


class StandingState(models.TextChoices):
    """What became of a published work, as `references.standing.State` orders it."""

    CURRENT = State.CURRENT.value, _("Current")
    CORRECTED = State.CORRECTED.value, _("Corrected")
    CONCERN = State.CONCERN.value, _("Expression of concern")
    PARTLY_RETRACTED = State.PARTLY_RETRACTED.value, _("Partly retracted")
    WITHDRAWN = State.WITHDRAWN.value, _("Withdrawn")
    RETRACTED = State.RETRACTED.value, _("Retracted")


class LinkState(models.TextChoices):
    """Whether the address of a source still answers."""

    UNKNOWN = "unknown", _("Not known")
    ALIVE = "alive", _("Answers")
    SUSPECT = "suspect", _("Did not answer once")
    DEAD = "dead", _("Dead")
