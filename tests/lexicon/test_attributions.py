import pytest

from etl.characters import normalise
from etl.lexicon import attributions, terms
from etl.lexicon.attributions import ATTRIBUTIONS, KINDS, SURFACES, Attribution, find_attributions
from etl.lexicon.cells import Cells


@pytest.mark.parametrize("source", ATTRIBUTIONS, ids=lambda source: source.name)
def test_every_row_is_found_in_its_example(source: Attribution) -> None:
    assert source in [found.entry for found in find_attributions(normalise(source.example))]


def test_every_surface_stands_for_its_own_row() -> None:
    read = {surface: [(found.text, found.entry) for found in find_attributions(surface)] for surface in SURFACES}
    assert read == {surface: [(surface, entry)] for surface, entry in SURFACES.items()}


def test_there_are_enough_sources_of_every_kind() -> None:
    assert len(ATTRIBUTIONS) >= 80
    assert {source.kind for source in ATTRIBUTIONS} == set(KINDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工信部、国家发展改革委联合发布", ["工业和信息化部", "国家发展和改革委员会"]),
        ("环保部公布的数据显示", ["生态环境部"]),
        ("据中国网络电视台报道", []),
        ("人行道改造", []),
        ("OECDX指数", []),
    ],
)
def test_sources_are_found_under_every_name(text: str, expected: list[str]) -> None:
    assert [found.entry.name for found in find_attributions(text)] == expected


def test_a_bad_cell_is_named() -> None:
    row = next(terms.read_rows(attributions.FILE)) | {"kind": "bank"}
    with pytest.raises(ValueError, match=r"attributions\.csv row 5, column kind: 'bank' is none of"):
        attributions._attribution(Cells(attributions.FILE, 5, row))
