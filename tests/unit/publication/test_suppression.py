"""No hidden count can be worked out, and no more is hidden than that takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.publication.reader import Limit, Linked, Reader, Sum, TiesDisagree
from bot.publication.suppression import PUBLIC, exposed, hide


def table(*counts: int) -> Linked[str]:
    parts = {f"rij {number}": count for number, count in enumerate(counts)}
    return Linked({**parts, "totaal": sum(counts)}, [Sum("totaal", tuple(parts))])


def possible(linked: Linked[str], *hidden: str) -> dict[str, tuple[float, float]]:
    reader = Reader(linked, set(hidden))
    return {key: (reader.least(key), reader.most(key)) for key in hidden}


def test_a_table_without_small_counts_is_shown_whole():
    assert hide(table(12, 30, 0), threshold=10) == frozenset()


def test_one_small_count_takes_the_smallest_other_one_along():
    assert hide(table(3, 12, 30), threshold=10) == {"rij 0", "rij 1"}


def test_two_ones_whose_sum_gives_them_away_take_a_third_along():
    assert hide(table(1, 1, 12, 30), threshold=10) == {"rij 0", "rij 1", "rij 2"}


def test_small_counts_whose_sum_is_small_too_take_a_larger_one_along():
    assert hide(table(3, 4, 12, 30), threshold=10) == {"rij 0", "rij 1", "rij 2"}


def provinces() -> tuple[Linked[str], set[str]]:
    """Leuven and Vilvoorde in one province, others elsewhere: what a month of September was like."""
    of_province = {
        "Vlaams-Brabant": {"Leuven": 3, "Vilvoorde": 14},
        "Antwerpen": {"Antwerpen (stad)": 31, "Mechelen": 12},
        "Limburg": {"Hasselt": 11, "Genk": 16},
    }
    towns = {name: count for group in of_province.values() for name, count in group.items()}
    whole = {name: sum(group.values()) for name, group in of_province.items()}
    counts = {**towns, **whole, "totaal": sum(towns.values())}
    sums = [Sum(name, tuple(group)) for name, group in of_province.items()]
    sums += [Sum("totaal", tuple(whole)), Sum("totaal", tuple(towns))]
    return Linked(counts, sums), set(towns)


def test_a_municipality_that_knows_its_own_count_works_out_none_of_its_neighbours():
    linked, towns = provinces()
    hidden = hide(linked, PUBLIC, known=towns)
    assert "Leuven" in hidden
    for insider in towns:
        if insider != "Leuven":
            reader = Reader(linked, hidden - {insider})
            assert reader.least("Leuven") < reader.most("Leuven") >= PUBLIC


def test_in_a_sum_that_is_shown_one_or_two_hidden_parts_are_too_few_where_a_reader_knows_one():
    linked = table(3, 14, 20, 30)
    assert hide(linked, PUBLIC) == {"rij 0", "rij 1"}
    assert hide(linked, PUBLIC, known=set(linked.counts)) == {"rij 0", "rij 1", "rij 2"}


def test_what_was_hidden_on_the_way_and_is_not_needed_is_shown_again():
    rows = {"0,0": 14, "0,1": 4, "1,0": 2, "1,1": 2}
    counts = {**rows, "rij 0": 18, "rij 1": 4, "kolom 0": 16, "kolom 1": 6, "som": 22}
    linked = Linked(
        counts,
        [
            *(Sum(f"rij {row}", (f"{row},0", f"{row},1")) for row in (0, 1)),
            *(Sum(f"kolom {column}", (f"0,{column}", f"1,{column}")) for column in (0, 1)),
            *(Sum("som", (f"{way} 0", f"{way} 1")) for way in ("rij", "kolom")),
        ],
    )
    hidden = hide(linked, threshold=5)
    assert "0,0" not in hidden
    assert exposed(linked, hidden, threshold=5) == []
    for key, count in counts.items():
        assert key not in hidden or count < 5 or exposed(linked, hidden - {key}, threshold=5)


def test_a_zero_is_shown():
    assert hide(table(0, 0, 40), threshold=10) == frozenset()


def test_where_no_other_row_is_left_the_total_is_hidden():
    assert hide(table(3, 0), threshold=2) == frozenset()
    assert hide(table(1, 0), threshold=2) == {"rij 0", "totaal"}


def test_a_reader_subtracts():
    assert possible(table(3, 12, 30), "rij 0") == {"rij 0": (3, 3)}
    assert possible(table(3, 12, 30), "rij 0", "rij 1")["rij 0"] == (1, 14)


def test_a_reader_knows_that_a_part_is_at_most_what_it_is_part_of():
    linked = Linked(
        {"groep": 12, "dienst": 12}, [Limit("dienst", ("groep",)), Limit("groep", ("dienst",))]
    )
    assert possible(linked, "dienst") == {"dienst": (12, 12)}
    assert possible(linked, "dienst", "groep")["groep"] == (1, float("inf"))


def test_the_sums_of_three_pairs_give_all_three_away():
    counts = {"a": 12, "b": 12, "ab": 24, "c": 50, "bc": 62, "ac": 62}
    linked = Linked(counts, [Sum("ab", ("a", "b")), Sum("bc", ("b", "c")), Sum("ac", ("a", "c"))])
    assert exposed(linked, {"a", "b", "c"}, threshold=2) == ["a", "b", "c"]


def test_figures_that_do_not_add_up_are_refused_since_nothing_is_proved_with_them():
    with pytest.raises(TiesDisagree):
        hide(Linked({"a": 3, "totaal": 4}, [Sum("totaal", ("a",))]), threshold=10)


def test_a_count_that_two_tables_share_is_not_worked_out_from_the_other():
    counts = {"a": 3, "b": 20, "c": 30, "d": 40, "ab": 23, "cd": 70, "ac": 33, "bd": 60}
    sums = [
        Sum("ab", ("a", "b")),
        Sum("cd", ("c", "d")),
        Sum("ac", ("a", "c")),
        Sum("bd", ("b", "d")),
    ]
    linked = Linked(counts, sums)
    hidden = hide(linked, threshold=10)
    assert "a" in hidden
    assert all(low < high for low, high in possible(linked, *hidden).values())


@given(
    rows=st.lists(
        st.lists(st.integers(0, 25), min_size=2, max_size=4), min_size=2, max_size=3
    ).filter(lambda rows: len({len(row) for row in rows}) == 1)
)
@settings(max_examples=25, deadline=None, database=None)
def test_in_no_table_of_two_ways_can_a_hidden_count_be_worked_out(rows: list[list[int]]):
    width = range(len(rows[0]))
    counts = {(r, c): rows[r][c] for r in range(len(rows)) for c in width}
    sums = []
    for r in range(len(rows)):
        counts[(r, "som")] = sum(rows[r])
        sums.append(Sum((r, "som"), tuple((r, c) for c in width)))
    for c in width:
        counts[("som", c)] = sum(row[c] for row in rows)
        sums.append(Sum(("som", c), tuple((r, c) for r in range(len(rows)))))
    linked = Linked(counts, sums)
    hidden = hide(linked, PUBLIC)
    assert {key for key, count in counts.items() if 0 < count < PUBLIC} <= hidden
    reader = Reader(linked, hidden)
    for key in hidden:
        assert reader.least(key) <= counts[key] <= reader.most(key)
        assert reader.least(key) < reader.most(key) >= PUBLIC
