"""What Wagtail's workflow would let happen, and what happens here."""

import json
from datetime import timedelta
from html import unescape

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import PageLogEntry, Task, WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from accounts import roles
from blog.models import ArticlePage
from editorial import review
from editorial.models import SignOff
from home.models import StandardPage
from tests.conftest import make_user
from tests.factories.authors import DisclosureFactory, answers
from tests.factories.pages import AuthorPageFactory
from tests.factories.publishing import announce, excuse
from tests.factories.signing import (
    STATEMENT,
    at_medical_review,
    make_reviewer,
    ready_draft,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def contributor():
    return make_user("contributor", roles.CONTRIBUTOR)


@pytest.fixture
def reviewer():
    return make_reviewer()


@pytest.fixture
def page(contributor):
    return ready_draft(contributor)


@pytest.fixture
def waiting(page, editor):
    """A page at its medical review."""
    at_medical_review(page, editor)
    return ArticlePage.objects.get(pk=page.pk)


def action_url(page, action="approve"):
    task_state = page.current_workflow_task_state
    return f"/admin/pages/workflow/action/{page.pk}/{action}/{task_state.pk}/"


def approve(client, page, user, **changed):
    """Sign as the dialog does; give what was answered."""
    client.force_login(user)
    data = dict.fromkeys(STATEMENT, "on") | changed
    data = {name: value for name, value in data.items() if value}
    return client.post(
        action_url(page), data, headers={"x-requested-with": "XMLHttpRequest"}
    )


def approve_while_editing(client, page, user, extra):
    """Sign as the editor does, whose browser hands on what the dialog answered."""
    client.force_login(user)
    latest = page.get_latest_revision_as_object()
    rows = [
        {"id": row.pk, "author": row.author_id, "ORDER": number}
        for number, row in enumerate(latest.authorships.all(), 1)
    ]
    data = nested_form_data(
        {
            "title": latest.title,
            "slug": latest.slug,
            "summary": latest.summary,
            "body": streamfield([]),
            "authorships": inline_formset(rows, initial=len(rows)),
            "further_reading": inline_formset([]),
            "comments": inline_formset([]),
            "action-workflow-action": "true",
            "workflow-action-name": "approve",
            "workflow-action-extra-data": json.dumps(extra),
        }
    )
    return client.post(f"/admin/pages/{page.pk}/edit/", data, follow=True)


def outcome(page):
    """Give whether readers see a page, and how many signed it."""
    page = ArticlePage.objects.get(pk=page.pk)
    return page.live, page.sign_offs.count()


# Who may sign


def test_a_reviewer_without_the_right_to_publish_signs_and_readers_see_it(
    client, waiting, reviewer
):
    assert not waiting.permissions_for_user(reviewer).can_unpublish()
    assert approve(client, waiting, reviewer).status_code == 200
    assert outcome(waiting) == (True, 1)
    client.logout()
    assert "Reviewed by reviewer" in unescape(client.get(waiting.url).content.decode())


def as_author(page, user):
    author = page.authorships.get().author
    author.user = user
    author.save()


def as_owner(page, user):
    ArticlePage.objects.filter(pk=page.pk).update(owner=user)


def as_last_editor(page, user):
    page.get_latest_revision_as_object().save_revision(user=user)


def as_sharing_an_interest(page, user):
    interest = answers() | {
        next(iter(answers())): [{"entity": "Heron Pharma", "detail": "Fees"}]
    }
    own = AuthorPageFactory(user=user)
    for author in (own, page.authorships.get().author):
        DisclosureFactory(author=author, answers=interest, statement="Fees of Heron.")


CONFLICTS = [as_author, as_owner, as_last_editor, as_sharing_an_interest]


@pytest.mark.parametrize("conflict", CONFLICTS)
@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_signs_in_conflict(client, page, editor, reviewer, conflict, superuser):
    reviewer.is_superuser = superuser
    reviewer.save()
    conflict(page, reviewer)
    page = ArticlePage.objects.get(pk=page.pk)
    at_medical_review(page, editor)
    page = ArticlePage.objects.get(pk=page.pk)
    offered = [
        name for name, *_rest in page.current_workflow_task.get_actions(page, reviewer)
    ]
    assert offered == ["reject"]
    assert approve(client, page, reviewer).status_code == 403
    approve_while_editing(client, page, reviewer, STATEMENT)
    with pytest.raises(PermissionDenied):
        review.sign_off(page, by=reviewer, answers=STATEMENT)
    assert outcome(page) == (False, 0)


def test_a_superuser_who_is_no_reviewer_does_not_sign(client, waiting, admin_user):
    assert waiting.current_workflow_task.get_actions(waiting, admin_user) == []
    assert approve(client, waiting, admin_user).status_code == 403
    approve_while_editing(client, waiting, admin_user, STATEMENT)
    assert outcome(waiting) == (False, 0)


@pytest.mark.parametrize(
    "role", [roles.CONTRIBUTOR, roles.EDITOR, roles.MODERATOR, roles.ADMINISTRATOR]
)
def test_no_other_role_signs(client, waiting, role):
    user = make_user("somebody", role)
    approve(client, waiting, user)
    approve_while_editing(client, waiting, user, STATEMENT)
    assert outcome(waiting) == (False, 0)


# What is stated


@pytest.mark.parametrize("missing", STATEMENT)
def test_every_line_is_ticked_in_the_dialog(client, waiting, reviewer, missing):
    response = approve(client, waiting, reviewer, **{missing: ""})
    assert json.loads(response.content)["step"] == "action"
    assert outcome(waiting) == (False, 0)


@pytest.mark.parametrize(
    "extra",
    [
        {},
        {"comment": "Fine."},
        {"comment": "Fine.", "update": False, "grade": "A"},
        STATEMENT | {"claims": False},
        STATEMENT | {"claims": ""},
        dict.fromkeys(STATEMENT),
    ],
)
def test_what_the_browser_hands_on_is_validated_again(client, waiting, reviewer, extra):
    approve_while_editing(client, waiting, reviewer, extra)
    assert outcome(waiting) == (False, 0)


def test_only_what_the_form_asks_is_kept(waiting, reviewer):
    task_state = waiting.current_workflow_task_state
    task_state.task.specific.on_action(
        task_state.specific, reviewer, "approve", **STATEMENT, update=False, grade="A"
    )
    assert outcome(waiting) == (True, 1)
    assert sorted(SignOff.objects.get().checked) == sorted(STATEMENT)


# What was edited meanwhile


def test_an_edit_during_the_review_never_shows_readers_what_nobody_signed(
    waiting, editor, reviewer
):
    draft = waiting.get_latest_revision_as_object()
    draft.title = "Rest, and sprint"
    draft.save_revision(user=editor)
    task_state = waiting.current_workflow_task_state
    task_state.task.specific.on_action(
        task_state.specific, reviewer, "approve", **STATEMENT
    )
    # What readers see is what was signed, or nothing.
    page = ArticlePage.objects.get(pk=waiting.pk)
    assert page.live is False or review.is_signed(page, page.fingerprint())


def test_a_signature_does_not_outlive_an_edit(client, waiting, editor, reviewer):
    review.sign_off(waiting, by=reviewer, answers=STATEMENT)
    draft = waiting.get_latest_revision_as_object()
    draft.title = "Sprint"
    revision = draft.save_revision(user=editor)
    with pytest.raises(PermissionDenied, match="changed after it was signed off"):
        revision.publish()
    assert outcome(waiting) == (False, 1)


# What the last approval publishes


def test_a_signed_page_with_an_hour_waits_for_it(page, editor, reviewer):
    draft = page.get_latest_revision_as_object()
    hour = timezone.now().replace(microsecond=0) + timedelta(days=2)
    draft.go_live_at = hour
    draft.save_revision(user=page.owner)
    page = ArticlePage.objects.get(pk=page.pk)
    task_state = at_medical_review(page, editor).current_task_state
    task_state.task.specific.on_action(
        task_state.specific, reviewer, "approve", **STATEMENT
    )
    assert outcome(page) == (False, 1)
    latest = ArticlePage.objects.get(pk=page.pk).get_latest_revision()
    assert latest.approved_go_live_at == hour


def test_an_approved_change_without_notice_stays_a_draft_and_signed(
    client, page, editor, reviewer
):
    excuse(page)
    page.get_latest_revision().publish()
    page = ArticlePage.objects.get(pk=page.pk)
    page.title = "Sleep"
    page.save_revision(user=editor)
    at_medical_review(page, editor)
    page = ArticlePage.objects.get(pk=page.pk)
    assert approve(client, page, reviewer).status_code == 200
    page = ArticlePage.objects.get(pk=page.pk)
    assert (page.title, page.sign_offs.count()) == ("Rest", 1)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED
    entry = PageLogEntry.objects.get(page=page, action="editorial.held_back")
    assert "Say what changed" in entry.data["reason"]
    draft = page.get_latest_revision_as_object()
    announce(draft)
    draft.save_revision(user=editor).publish(user=editor)
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.title == "Sleep"
    assert review.is_signed(page, page.fingerprint())


def test_a_step_that_is_switched_off_is_no_signature(page, editor):
    Task.objects.filter(name="Medical review").update(active=False)
    state = page.get_workflow().start(page, editor)
    state.current_task_state.specific.approve(user=editor)
    assert outcome(page) == (False, 0)
    entry = PageLogEntry.objects.get(page=page, action="editorial.held_back")
    assert entry.data["reason"] == "No reviewer has signed this text off."


def test_other_pages_pass_the_workflow_too(client, editor, reviewer):
    home = ArticlePage.get_first_root_node().get_children().first()
    page = home.add_child(
        instance=StandardPage(title="About", slug="about", live=False)
    )
    page.save_revision(user=editor)
    at_medical_review(page, editor)
    page = StandardPage.objects.get(pk=page.pk)
    client.force_login(reviewer)
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    client.post(action_url(page), dict.fromkeys(STATEMENT, "on"))
    assert StandardPage.objects.get(pk=page.pk).live is True


# The author meanwhile


def test_the_author_may_take_it_back_and_nothing_is_lost(waiting, contributor):
    waiting.current_workflow_state.cancel(user=contributor)
    assert outcome(waiting) == (False, 0)
    assert ArticlePage.objects.get(pk=waiting.pk).get_latest_revision() is not None


def test_the_author_may_delete_the_draft_and_no_signature_stays(
    client, waiting, contributor, reviewer
):
    review.sign_off(waiting, by=reviewer, answers=STATEMENT)
    client.force_login(contributor)
    client.post(f"/admin/pages/{waiting.pk}/delete/")
    assert ArticlePage.objects.count() == 0
    assert SignOff.objects.count() == 0


def test_the_author_does_not_edit_what_is_under_review(client, waiting, contributor):
    approve_while_editing(client, waiting, contributor, STATEMENT)
    assert outcome(waiting) == (False, 0)
    assert waiting.revisions.count() == 1
