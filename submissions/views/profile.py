"""Who a guest is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from submissions import keeping, profiles
from submissions.access import guest_required
from submissions.forms import ProfileForm
from submissions.models import Guest

NAME = "profile"


@require_http_methods(["GET", "HEAD", "POST"])
@guest_required
def profile(request: HttpRequest, guest: Guest) -> HttpResponse:
    """Show what is known of a guest, and keep what they say of themselves."""
    page = profiles.latest(guest)
    if request.method != "POST":
        return _show(request, guest, _form(guest))
    keeping.keep(guest, NAME, request.POST)
    form = _form(guest, request)
    is_whole = form.is_valid()
    if form.files and "portrait" not in form.errors:
        profiles.keep_portrait(guest, form.cleaned_data["portrait"])
    if "later" in request.POST and "portrait" not in form.errors:
        return redirect("contribute:index")
    if not is_whole:
        return _show(request, guest, form, status=400)
    profiles.write(guest, form.cleaned_data)
    keeping.forget(guest, NAME)
    return redirect("contribute:index" if page else "contribute:interests")


def _form(guest: Guest, request: HttpRequest | None = None) -> ProfileForm:
    page = profiles.latest(guest)
    has_portrait = bool(guest.portrait_id or (page and page.portrait_id))
    if request is not None:
        return ProfileForm(request.POST, request.FILES, has_portrait=has_portrait)
    form = ProfileForm(initial=profiles.known(guest), has_portrait=has_portrait)
    unsent = keeping.kept(guest, NAME)
    if unsent is not None:
        for name, field in form.fields.items():
            form.initial[name] = field.widget.value_from_datadict(unsent, {}, name)
    return form


def _show(
    request: HttpRequest, guest: Guest, form: ProfileForm, status: int = 200
) -> HttpResponse:
    page = profiles.latest(guest)
    context = {
        "credentials": list(page.credentials.all()) if page else [],
        "form": form,
        "guest": guest,
        "is_unsent": NAME in guest.drafts,
        "page_is_live": bool(page and page.live),
        "portrait": guest.portrait or (page and page.portrait),
        "stamp": keeping.stamp(guest, NAME),
    }
    return render(request, "submissions/profile.html", context, status=status)
