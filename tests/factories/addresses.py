"""Every address of the admin and its API, and objects that their arguments name."""

from collections.abc import Iterator

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import URLPattern, get_resolver, reverse
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Site, Task, UploadedFile, Workflow

from blog.models import ArticlePage, BlogIndexPage
from comments.models import CannedReply, Kind
from references import merging
from references.models import Paste, SuspectedPair
from tests.factories.authors import CredentialFactory, DisclosureFactory
from tests.factories.comments import show
from tests.factories.editorial import article_of, ask, paragraph
from tests.factories.files import DocumentFactory, ImageFactory
from tests.factories.references import ReferenceFactory
from tests.factories.signing import at_medical_review, ready_draft
from tests.factories.submissions import SubmissionFactory


def routes() -> list[tuple[str, frozenset[str]]]:
    """Give name and arguments of each address below /admin/ that has a name."""
    found = set(_walk(get_resolver(), (), frozenset(), ""))
    return sorted(found, key=lambda route: (route[0], len(route[1])))


def _walk(resolver, spaces, taken, before) -> Iterator[tuple[str, frozenset[str]]]:
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        arguments = taken.union(each.pattern.regex.groupindex)
        if not isinstance(each, URLPattern):
            inner = (*spaces, each.namespace) if each.namespace else spaces
            yield from _walk(each, inner, arguments, path)
        elif path.startswith("admin/") and each.name:
            yield ":".join([*spaces, each.name]), arguments


class World:
    """One of everything that an address may name, made by somebody in particular."""

    def __init__(self, owner):
        article = article_of(paragraph("Rest helps."), title="Rest", owner=owner)
        article.save_revision(user=owner)
        revision = ArticlePage.objects.get(pk=article.pk).get_latest_revision()
        waiting = ready_draft(owner, title="Waiting", slug="waiting")
        state = at_medical_review(waiting, owner)
        alias = article.create_alias(update_slug="alias")
        first, second = ReferenceFactory(), ReferenceFactory()
        kept = first.save_revision(user=owner)
        first.save_revision(user=owner)
        question = show(article, kind=Kind.QUESTION)
        image, document = ImageFactory(), DocumentFactory()
        collection = Collection.get_first_root_node().add_child(name="Pictures")
        merge = merging.merge(ReferenceFactory(), ReferenceFactory())
        pair = SuspectedPair.objects.create(first=first, second=second, score=1)
        paste = Paste.objects.create(owner=owner)
        entry = paste.entries.create(position=1, place="1", raw="A study", item={})
        upload = UploadedFile.objects.create(
            for_content_type=None, file=ContentFile(b"", "x"), uploaded_by_user=owner
        )
        session = EditingSession.objects.create(
            user=owner, content_object=article, last_seen_at=article.last_published_at
        )
        redirect = Redirect.objects.create(old_path="/old", redirect_page=article)
        task, workflow = Task.objects.first(), Workflow.objects.first()
        page = article.pk
        self._values = {
            "action": "publish",
            "action_name": "approve",
            "app_label": "blog",
            "app_name": "home",
            "collection_id": collection.pk,
            "comment_id": question.pk,
            "content_type_app_name": "blog",
            "content_type_model_name": "articlepage",
            "decision": "accept",
            "destination_id": BlogIndexPage.objects.get().pk,
            "doc_id": document.pk,
            "document_id": document.pk,
            "entry_id": entry.pk,
            "filter_spec": "original",
            "first_id": first.pk,
            "image_id": image.pk,
            "merge_id": merge.pk,
            "model_name": "articlepage",
            "object_id": page,
            "page_id": page,
            "page_pk": page,
            "page_to_move_id": page,
            "pair_id": pair.pk,
            "parent_page_id": BlogIndexPage.objects.get().pk,
            "paste_id": paste.pk,
            "pk": page,
            "redirect_id": redirect.pk,
            "reference_id": first.pk,
            "request_id": ask(article, "Rest helps.").pk,
            "revision_id": revision.pk,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "second_id": second.pk,
            "session_id": session.pk,
            "task_id": task.pk,
            "task_state_id": state.current_task_state.pk,
            "token": "set-password",
            "uidb64": "MQ",
            "uploaded_file_id": upload.pk,
            "workflow_pk": workflow.pk,
            "workflow_state_id": state.pk,
        }
        # What an argument names depends on whose address it is in.
        self._own = {
            "comments_canned": {
                "pk": CannedReply.objects.create(title="A", text="A").pk
            },
            "credentials": {"pk": CredentialFactory().pk},
            "disclosures": {"pk": DisclosureFactory().pk},
            "submissions": {"pk": SubmissionFactory().pk},
            "wagtail_bulk_action": {"app_label": "wagtailcore", "model_name": "page"},
            "wagtailadmin_api:documents": {"pk": document.pk},
            "wagtailadmin_api:images": {"pk": image.pk},
            "wagtailadmin_api:pages:action": {"action_name": "unpublish"},
            "wagtailadmin_collections": {"pk": collection.pk},
            "wagtailadmin_editing_sessions": {
                "app_label": "blog",
                "model_name": "articlepage",
            },
            "wagtailadmin_pages:collect_workflow": {"page_id": waiting.pk},
            "wagtailadmin_pages:confirm_workflow": {"page_id": waiting.pk},
            "wagtailadmin_pages:convert_alias": {"page_id": alias.pk},
            "wagtailadmin_pages:workflow": {
                "page_id": waiting.pk,
                "task_id": state.current_task_state.task_id,
            },
            "wagtailadmin_tag": {"app_name": "taggit", "model_name": "tag"},
            "wagtailadmin_workflows": {
                "app_label": "editorial",
                "model_name": "medicalreviewtask",
                "pk": workflow.pk,
            },
            "wagtailadmin_workflows:disable_task": {"pk": task.pk},
            "wagtailadmin_workflows:edit_task": {"pk": task.pk},
            "wagtailadmin_workflows:enable_task": {"pk": task.pk},
            "wagtaildocs_chooser": {"pk": document.pk},
            "wagtailimages_chooser": {"pk": image.pk},
            "wagtailsettings": {
                "model_name": "sitesettings",
                "pk": Site.objects.get().pk,
            },
            "wagtailsites": {"pk": Site.objects.get().pk},
            "wagtailsnippetchoosers": {"pk": first.pk},
            "wagtailsnippets": {"pk": first.pk, "revision_id": kept.pk},
            "wagtailusers_groups": {"pk": Group.objects.first().pk},
            "wagtailusers_users": {"pk": owner.pk},
        }

    def address(self, name: str, arguments: frozenset[str]) -> str:
        """Give an address whose arguments name what exists."""
        values = dict(self._values)
        for start in sorted(self._own, key=len):
            if name.startswith(start):
                values |= self._own[start]
        chosen = {argument: values[argument] for argument in arguments}
        address = reverse(name, kwargs=chosen)
        return f"{address}?id={values['page_id']}" if "bulk" in name else address
