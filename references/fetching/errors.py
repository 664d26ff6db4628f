"""Why an address could not be read, in words for an editor."""

from django.utils.translation import gettext as _


class FetchError(Exception):
    """An address could not be read; `str()` of it says why in plain words."""


class AddressRefused(FetchError):
    """The address, or one it redirects to, is not on the public web."""


class HostNotFound(FetchError):
    """No server goes by this name; `is_gone` where that is certain."""

    def __init__(self, host: str, *, is_gone: bool) -> None:
        super().__init__(_("There is no server named “%(host)s”.") % {"host": host})
        self.is_gone = is_gone


class TimedOut(FetchError):
    """The server took too long."""

    def __init__(self) -> None:
        super().__init__(_("The server took too long to answer."))


class TooLarge(FetchError):
    """The answer is larger than is accepted."""

    def __init__(self) -> None:
        super().__init__(_("What the server sent is too large."))


class TooManyRedirects(FetchError):
    """The address redirects on and on."""

    def __init__(self) -> None:
        super().__init__(_("The address redirects too often."))


class Unreachable(FetchError):
    """The server does not answer, or not in a way that can be understood."""

    def __init__(self) -> None:
        super().__init__(_("The server could not be reached."))
