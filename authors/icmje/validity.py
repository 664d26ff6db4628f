"""How long a disclosure holds: twelve months."""

from datetime import date


def asked_again_on(declared_on: date) -> date:
    """Give the day, twelve months on, from which a disclosure holds no more."""
    try:
        return declared_on.replace(year=declared_on.year + 1)
    except ValueError:
        return date(declared_on.year + 1, 3, 1)


def outdated_since(on: date) -> date:
    """Give the last day on which a disclosure that holds no more can be from."""
    try:
        return on.replace(year=on.year - 1)
    except ValueError:
        return date(on.year - 1, 2, 28)
