"""Any web page, by what it says of itself."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from references.fetching import PUBLIC, FetchError, HostNotFound, Policy, fetch
from references.identifiers import Identifier
from references.lookup import sources
from references.lookup.mapping import webpage
from references.lookup.outcomes import Found
from references.lookup.services import NoSuchRecord, ServiceFailed

_HTML = {"text/html", "application/xhtml+xml", ""}
_GONE = {404, 410}
_LARGEST_PAGE = 4_000_000


@dataclass(frozen=True)
class WebPages:
    """The source for addresses that name no record elsewhere."""

    policy: Policy = PUBLIC
    name: str = "Web page"

    def find(self, identifier: Identifier) -> Found:
        """Give what the page at an address says of itself, read today."""
        url = identifier.value
        try:
            page = fetch(url, policy=self.policy, max_bytes=_LARGEST_PAGE)
        except HostNotFound as error:
            if error.is_gone:
                raise NoSuchRecord from error
            raise ServiceFailed(str(error)) from error
        except FetchError as error:
            raise ServiceFailed(str(error)) from error
        if page.status in _GONE:
            raise NoSuchRecord
        if page.status != 200:
            raise ServiceFailed(
                _("The site does not let programs read this page (status %(status)d).")
                % {"status": page.status}
            )
        if page.media_type not in _HTML:
            raise ServiceFailed(_("The address holds a file, not a web page."))
        item = webpage.item(page.body, url)
        if not item.get("title"):
            raise ServiceFailed(_("The page does not say what its title is."))
        today = timezone.localdate()
        item["accessed"] = {"date-parts": [[today.year, today.month, today.day]]}
        return sources.found(item, self.name, page.url)
