"""Articles on their way through the review, and who signs them off."""

from django.utils import timezone

from accounts import roles
from blog.models import ArticlePage
from editorial import review
from editorial.review_form import SignOffForm
from tests.conftest import make_user
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory

STATEMENT = dict.fromkeys(SignOffForm.lines(), True)


def make_reviewer(name="reviewer"):
    """Make somebody who may sign pages off."""
    return make_user(name, roles.MEDICAL_REVIEWER)


def ready_draft(owner=None, **fields):
    """Give a draft that has all that reviewers must find, begun by `owner`."""
    author = AuthorPageFactory()
    DisclosureFactory(author=author)
    fields = {"title": "Rest", "summary": "Rest helps."} | fields
    page = ArticlePageFactory(live=False, owner=owner, **fields)
    page.authorships.create(author=author)
    page.save()
    page.save_revision(user=owner)
    return ArticlePage.objects.get(pk=page.pk)


def signed(page, reviewer):
    """Let somebody sign the newest draft of a page; give the draft."""
    draft = page.get_latest_revision_as_object()
    draft.keep_disclosures()
    review.record(draft, reviewer=reviewer, checked=[], at=timezone.now())
    return draft


def at_medical_review(page, by):
    """Send a page to its review, let the editorial check pass, and give the state."""
    state = page.get_workflow().start(page, by)
    state.current_task_state.specific.approve(user=by)
    state.refresh_from_db()
    return state
