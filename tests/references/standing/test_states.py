"""Several reports about one work."""

from references.standing import Standing, State, union

NOTICE = "10.5555/notice"


def test_union_takes_the_most_serious_and_completes_its_notice():
    crossref = Standing(State.RETRACTED, None, NOTICE, "", (2020, 2, 6), ("Crossref",))
    pubmed = Standing(State.RETRACTED, None, NOTICE, "5", (2020, 2), ("PubMed",))
    other = Standing(State.CONCERN, None, "10.5555/b", "6", (2021,), ("Other",))
    assert union([other, pubmed, crossref]) == Standing(
        State.RETRACTED, None, NOTICE, "5", (2020, 2, 6), ("PubMed", "Crossref")
    )


def test_union_of_nothing_is_nothing():
    assert union([]) == Standing()
