"""What editors are told about sources in trouble, and how often."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from accounts.roles import CONTRIBUTOR, EDITOR
from blog.models import FurtherReading
from references import alerts, checking
from references.checking import Event
from references.models import Reference
from tests.conftest import make_user
from tests.factories.references import ReferenceFactory
from tests.references.lookup.server import Answer
from tests.references.sources import NOTICE, crossref


@pytest.fixture
def told(editor):
    """An editor who has an address, a contributor who has one, an editor without."""
    editor.email = "editor@example.org"
    editor.save()
    contributor = make_user("contributor", CONTRIBUTOR)
    contributor.email = "contributor@example.org"
    contributor.save()
    make_user("second", EDITOR)
    return editor


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    """Run the command with everything due, and carry out what follows the commit."""

    def run():
        Reference.objects.update(standing_asked_at=None)
        with django_capture_on_commit_callbacks(execute=True):
            call_command("check_references", verbosity=0)

    return run


def alerted():
    """Give the alerts; that a review was brought forward is told beside them."""
    return [each for each in mail.outbox if "that articles cite" in each.subject]


def test_editors_are_told_once_what_happened_and_where(
    answers, cited, article, told, run, settings
):
    answers(crossref("retraction"))
    run()
    run()
    [message] = alerted()
    assert message.to == ["editor@example.org"]
    assert message.subject == "A source that articles cite is in trouble"
    edit = f"{settings.WAGTAILADMIN_BASE_URL}/admin/pages/{article.pk}/edit/"
    assert message.body.splitlines() == [
        "2020. Herons",
        "Retracted (1 March 2024)",
        f"Notice: https://doi.org/{NOTICE}",
        "Used by:",
        f"- {article.title}: {edit}",
    ]


def test_something_worse_is_told_again_and_something_better_is_not(
    answers, cited, told, run
):
    for kinds in (["expression_of_concern"], ["retraction"], ["expression_of_concern"]):
        answers(crossref(*kinds))
        run()
    assert len(alerted()) == 2


@pytest.mark.parametrize("kinds", [[], ["correction"]])
def test_a_correction_mails_nobody(answers, cited, told, run, kinds):
    answers(crossref(*kinds))
    run()
    assert mail.outbox == []


def test_a_source_that_no_published_page_uses_mails_nobody(answers, source, told, run):
    answers(crossref("retraction"))
    run()
    assert mail.outbox == []


def test_a_service_that_fails_mails_nobody(answers, cited, told, run):
    answers(Answer("down", status=500))
    run()
    assert mail.outbox == []


def test_several_sources_and_a_dead_address_make_one_mail(
    cited, article, told, django_capture_on_commit_callbacks
):
    gone = ReferenceFactory(title="Gone", doi=None, url="https://example.org/gone")
    FurtherReading.objects.create(page=article, reference=gone)
    article.save()
    gone.link_state = "dead"
    gone.link_checked_at = timezone.now() - timedelta(days=1)
    cited.standing = "withdrawn"
    with django_capture_on_commit_callbacks(execute=True):
        alerts.tell_editors(
            [
                Event(cited, "standing", "current", "withdrawn"),
                Event(gone, "link_state", "suspect", "dead"),
            ]
        )
    [message] = mail.outbox
    assert message.subject == "2 sources that articles cite are in trouble"
    assert "Withdrawn" in message.body
    assert "Its address is dead: https://example.org/gone" in message.body


class RefusingBackend(EmailBackend):
    """Refuses one address, as a mail server may."""

    def send_messages(self, messages):
        if any("refused@example.org" in message.to for message in messages):
            raise SMTPRecipientsRefused({})
        return super().send_messages(messages)


def test_a_refused_address_does_not_keep_the_others_from_knowing(
    answers, cited, told, run, settings
):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    refused = make_user("refused", EDITOR)
    refused.email = "refused@example.org"
    refused.save()
    answers(crossref("retraction"))
    run()
    assert [message.to for message in alerted()] == [["editor@example.org"]]


def test_who_left_is_not_told(answers, cited, told, run):
    told.is_active = False
    told.save()
    answers(crossref("retraction"))
    run()
    assert mail.outbox == []


def test_only_what_got_worse_is_bad(cited):
    cited.standing = "concern"
    assert Event(cited, "standing", "current", "concern").is_bad is True
    assert Event(cited, "standing", "retracted", "concern").is_bad is False
    assert checking.Event(cited, "link_state", "dead", "alive").is_bad is False
