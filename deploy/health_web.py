"""Health check of the web service: does it say that it is alive?"""

import os
from urllib.request import Request, urlopen


def main() -> None:
    """Ask as a visitor of the first allowed host would; fail on anything but 200."""
    host = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".")
    request = Request(
        "http://127.0.0.1:8000/healthz",
        headers={"Host": host if host not in ("", "*") else "localhost"},
    )
    with urlopen(request, timeout=4) as response:  # noqa: S310  (a fixed address)
        if response.status != 200:
            raise SystemExit(f"/healthz answered {response.status}")


if __name__ == "__main__":
    main()
