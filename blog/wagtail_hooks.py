"""Guards that the admin asks before it deletes, and what it lists to whom."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from blog.models import Authorship
from blog.visibility import findable


def _refuse(request, pages):
    bylines = Authorship.objects.none()
    for page in pages:
        authors = Page.objects.descendant_of(page, inclusive=True).values("pk")
        bylines = bylines | Authorship.objects.filter(author__in=authors)
    titles = sorted(set(bylines.values_list("page__title", flat=True)))
    if not titles:
        return None
    messages.error(
        request,
        _("Not deleted: an author stands in the byline of %(articles)s.")
        % {"articles": "; ".join(titles)},
    )
    return redirect("wagtailadmin_explore_root")


@hooks.register("before_delete_page")
def refuse_deletion(request, page):
    """Refuse to delete an author whose name stands in a byline."""
    return _refuse(request, [page])


@hooks.register("before_bulk_action")
def refuse_bulk_deletion(request, action_type, objects, action):
    """Refuse the same in the explorer's bulk action."""
    if action_type != "delete" or not all(isinstance(item, Page) for item in objects):
        return None
    return _refuse(request, objects)


@hooks.register("construct_page_chooser_queryset")
def narrow_chooser(pages, request):
    """Offer to a contributor no draft of somebody else."""
    return findable(pages, request.user)
