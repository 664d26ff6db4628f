"""Services that answer as told, as the library's tests have them."""

from tests.references.conftest import answers, cited, services_server, source

__all__ = ["answers", "cited", "services_server", "source"]
