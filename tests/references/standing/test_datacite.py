"""What DataCite records of a work."""

from references.standing import Standing, State, from_datacite


def test_datacite_knows_withdrawals_and_versions():
    withdrawn = {"dates": [{"date": "2023-04-05", "dateType": "Withdrawn"}]}
    newer = {"relatedIdentifiers": [{"relationType": "IsObsoletedBy"}]}
    assert from_datacite(withdrawn) == Standing(
        state=State.WITHDRAWN, date=(2023, 4, 5), sources=("DataCite",)
    )
    assert from_datacite(newer) == Standing(sources=("DataCite",))
