"""The only reader of the published table: DuckDB over the prepared snapshot, never writing.

Every value reaches SQL as a parameter; names of columns come from the schema. The database may read its own file and
nothing else. Each call asks the snapshot that answers when it begins (see ``dashboard.prepared``); what is asked
often of one snapshot (choices, counts, facets) is answered once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa

from dashboard import listed
from dashboard.bits import Bits
from dashboard.condition import EVERY, Condition, among, order_by
from dashboard.filter import LISTS, Filter, Offered
from dashboard.fold import fold, terms
from dashboard.mask import Verdicts, reviewed, searched
from dashboard.prepared import Preparation, Prepared, claim_code
from dashboard.record import answered, as_frame
from dashboard.scope import Count, in_order, read_offered, read_scope
from dashboard.scope import Scope as Scope
from dashboard.selection import Selection
from dashboard.window import Window, in_place, read_ahead, windows_of
from etl.schema import BY_NAME, CLAIMS

PAGE_LIMIT = 500
"""The most rows one page of the table may ask for."""
PLOTS_LIMIT = 1_000
"""So many figures are offered to a chart; others are found by typing."""
FACET_LIMIT = 300
"""So many values of each part of the filter are counted, the most frequent."""
BATCH_ROWS = 20_000

COLUMNS = ", ".join(CLAIMS.names)
"""The columns of the table, as SQL lists them."""
_PAGE = "SELECT {columns} FROM claims WHERE position IN (SELECT unnest(CAST($places AS INTEGER[]))) ORDER BY position"
"""A join with few places: DuckDB skips what cannot hold them."""
_BY_VALUE = {order_by([{"colId": "value", "sort": sort}]): sort == "desc" for sort in ("asc", "desc")}
"""The orders in which rows are found without a scan, and whether they fall."""
Judged = Callable[[Prepared], tuple[int, Mapping[str, str]]]
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Claims:
    """The claims of one store.

    ``store`` is the store's root; a store that has published nothing yet reads as empty. ``judged`` says what analysts
    found of single claims: the verdict by claim id, and a number that changes with it. ``at`` is the folder of one
    snapshot, where not the current one is to answer.
    """

    def __init__(self, store: Path, judged: Judged = lambda _prepared: (0, {}), at: Path | None = None) -> None:
        self.store = store.resolve()
        self._preparation = Preparation(store, at)
        self.judged = judged

    def prepared(self) -> Prepared:
        """The snapshot that answers now; handed to several calls, it gives them one state."""
        return self._preparation.current()

    def snapshot(self) -> Path | None:
        """The directory of the snapshot that answers now, or None."""
        return self.prepared().snapshot

    def relation(self, sql: str, values: Mapping[str, object] | None = None, prepared: Prepared | None = None) -> Any:
        """The relation of a query over the tables; ``dashboard.queries`` asks with it and with ``frame``."""
        return (prepared or self.prepared()).database.cursor().sql(sql, params=dict(values or {}))

    def frame(
        self, sql: str, values: Mapping[str, object] | None = None, prepared: Prepared | None = None
    ) -> pd.DataFrame:
        """The answer of a query over the tables claims, sentences and issues; what is missing is None, NaN or NaT."""
        frame: pd.DataFrame = self.relation(sql, values, prepared).df()
        # whole numbers of which one is missing come as pandas' own kind, whose missing value cannot be compared
        nullable = [name for name, kind in frame.dtypes.items() if isinstance(kind, pd.Int32Dtype | pd.Int64Dtype)]
        return frame.astype(dict.fromkeys(nullable, "float64"))

    def rows(
        self, sql: str, values: Mapping[str, object] | None = None, prepared: Prepared | None = None
    ) -> list[dict[str, Any]]:
        """The answer of a query as dicts by column; what is missing is None."""
        cursor = (prepared or self.prepared()).database.cursor().execute(sql, dict(values or {}))
        return answered(cursor)

    def _once(self, question: Callable[Concatenate[Prepared, _P], _T], *parts: _P.args, **named: _P.kwargs) -> _T:
        """The answer to a question about the snapshot that answers now, remembered; its parts have to be hashable."""
        prepared = self.prepared()
        answer: _T = prepared.answered(question, prepared, *parts, **named)
        return answer

    def remembered(self, question: Callable[..., _T], *parts: Hashable, large: bool = False) -> _T:
        """``question(*parts)``, remembered for as long as the snapshot and the verdicts are these.

        Of ``large`` answers few are remembered. The answer is shared: it is not to be changed.
        """
        prepared = self.prepared()
        answers = prepared.kept if large else prepared.answered
        answer: _T = answers(_asked_once, question, self.judged(prepared)[0], *parts)
        return answer

    def selection(self, narrowed: Filter, prepared: Prepared | None = None) -> Selection:
        """The claims that the filter leaves, to be counted; remembered."""
        prepared = prepared or self.prepared()
        found: Selection = prepared.selected(_selected, prepared, narrowed, Verdicts(*self._judged(prepared, narrowed)))
        return found

    def _judged(self, prepared: Prepared, narrowed: Filter) -> tuple[int, Mapping[str, str]]:
        """What analysts found, where the filter asks for that."""
        return self.judged(prepared) if narrowed.review else (0, {})

    def asked(self, narrowed: Filter) -> tuple[Prepared, Condition]:
        """The snapshot that answers now and the condition that the filter puts on its claims."""
        prepared = self.prepared()
        return prepared, _condition(self.selection(narrowed, prepared))

    def state(self, narrowed: Filter) -> tuple[Path | None, int]:
        """What an answer about the filter depends on: the snapshot, and what analysts found where it asks for that."""
        return self.snapshot(), self._version(narrowed)

    def verdicts(self) -> Mapping[str, str]:
        """What analysts found, by claim id."""
        return self.judged(self.prepared())[1]

    def _version(self, narrowed: Filter) -> int:
        """What an answer about the filter depends on beside the snapshot."""
        return self._judged(self.prepared(), narrowed)[0]

    def offered(self) -> Offered:
        """What the filters may choose from; read once a snapshot."""
        return self._once(read_offered)

    def scope(self) -> Scope:
        """How many claims and issues the table holds, and from when to when they were printed; read once a snapshot."""
        return self._once(read_scope)

    def count(self, narrowed: Filter) -> Count:
        """How many claims, sentences and issues the filter leaves; remembered."""
        return self._once(self._count, narrowed, self._version(narrowed))

    def _count(self, prepared: Prepared, narrowed: Filter, _version: int) -> Count:
        return Count(*self.selection(narrowed, prepared).count())

    def facets(self, narrowed: Filter) -> Mapping[str, Mapping[str, int]]:
        """For each part of the filter how many claims each of its values would have, the other parts as they are.

        Values without a claim are left out; a sector's count takes in those below it. The most frequent come first,
        at most ``FACET_LIMIT`` of them with those chosen; sectors stand in the order of their tree. Remembered.
        """
        return self._once(self._facets, narrowed, self._version(narrowed))

    def _facets(self, prepared: Prepared, narrowed: Filter, _version: int) -> Mapping[str, Mapping[str, int]]:
        selection = self.selection(narrowed, prepared)
        found = {**selection.cell_counts(), "indicator": selection.indicator_counts(FACET_LIMIT)}
        return {name: in_order(name, found[name]) for name in LISTS}

    def page(
        self,
        narrowed: Filter,
        first: int,
        last: int,
        sort: Sequence[Mapping[str, object]],
        columns: Sequence[str] = CLAIMS.names,
    ) -> pd.DataFrame:
        """Rows ``first`` (from 0) to ``last``, exclusive, of the filtered claims in the order asked for.

        Only the ``columns`` are read; names that are none of the schema raise ``KeyError``.
        """
        prepared = self.prepared()
        first = max(first, 0)
        rows = min(max(last - first, 0), PAGE_LIMIT)
        order, selection = order_by(sort), self.selection(narrowed, prepared)
        if order in _BY_VALUE:
            places = selection.by_value(first, rows, _BY_VALUE[order])
        elif order == "position":
            places = selection.positions(first, rows)
        else:
            asked = _condition(selection)
            sql = f"SELECT position FROM claims WHERE {asked.sql} ORDER BY {order} LIMIT {rows} OFFSET {first}"
            places = [place for (place,) in self.relation(sql, asked.values, prepared).fetchall()]
        # the page is found first and then read: to carry all columns through the sort takes four times as long
        return self.at_places(places, prepared, columns)

    def plots(self, narrowed: Filter, chosen: Sequence[str] = ()) -> pd.DataFrame:
        """What could be charted: indicator, measure, comparison with the number of claims and of points.

        The ``PLOTS_LIMIT`` with the most points, those with most first, and after them all others of the chosen
        indicators. Remembered, not to be changed.
        """
        return self._once(self._plots, narrowed, self._version(narrowed), tuple(chosen))

    def _plots(self, prepared: Prepared, narrowed: Filter, _version: int, chosen: tuple[str, ...]) -> pd.DataFrame:
        sql = "SELECT code FROM figures WHERE list_contains($chosen, indicator)"
        named = self.relation(sql, {"chosen": list(chosen)}, prepared).fetchall() if chosen else []
        found = self.selection(narrowed, prepared).figures(PLOTS_LIMIT, [code for (code,) in named])
        columns = (list(column) for column in zip(*found, strict=True)) if found else ([], [], [])
        counts = ", ".join(f"unnest(CAST(${name} AS INTEGER[])) AS {name}" for name in ("code", "claims", "points"))
        frame: pd.DataFrame = self.relation(
            "SELECT indicator, measure, comparison, CAST(claims AS BIGINT) claims, CAST(points AS BIGINT) points"
            f" FROM (SELECT {counts}) JOIN figures USING (code) ORDER BY points DESC, indicator, measure, comparison",
            dict(zip(("code", "claims", "points"), columns, strict=True)),
            prepared,
        ).df()
        return frame

    def plot_names(self, narrowed: Filter, typed: str) -> list[str]:
        """At most ``PAGE_LIMIT`` indicators that could be charted and hold the typed text, the commonest first."""
        prepared = self.prepared()
        listed = self.relation(
            "SELECT code, indicator FROM figures WHERE contains(folded, $typed)",
            {"typed": fold(typed.strip())},
            prepared,
        ).df()
        listed["claims"] = self.selection(narrowed, prepared).of_figures(listed["code"].to_numpy())
        sizes = listed.groupby("indicator", sort=True)["claims"].sum()
        sizes = sizes[sizes > 0].sort_values(ascending=False, kind="stable")
        return [str(name) for name in sizes.index[:PAGE_LIMIT]]

    def figure(self, indicator: str, measure: str, comparison: str | None, prepared: Prepared) -> int:
        """The code of a figure, as ``plotted`` has it."""
        told = {"indicator": indicator, "measure": measure, "comparison": comparison}
        parts = ", ".join(f"CAST(${name} AS VARCHAR)" for name in told)
        return int(self.rows(f"SELECT hash({parts}) AS figure", told, prepared)[0]["figure"])

    def claim(self, claim_id: str) -> pd.DataFrame:
        """The claim of that id: one row or none."""
        prepared, position = self.prepared(), self._once(self._position, claim_id)
        return self.frame(f"SELECT {COLUMNS} FROM claims WHERE position = $at", {"at": position}, prepared)

    def _position(self, prepared: Prepared, claim_id: str) -> int:
        """Where the claim stands in the table's order, from 1; 0 if the table has none of that id."""
        sql = f"SELECT position FROM places WHERE code = {claim_code('$claim')}"
        places = [place for (place,) in self.relation(sql, {"claim": claim_id}, prepared).fetchall()]
        sql = "SELECT position FROM claims WHERE list_contains($places, position) AND claim_id = $claim"
        found = self.relation(sql, {"places": places, "claim": claim_id}, prepared).fetchall() if places else []
        return int(found[0][0]) if found else 0

    def holds(self, narrowed: Filter, claim_id: str) -> bool:
        """True if the filter leaves the claim in."""
        prepared, position = self.prepared(), self._once(self._position, claim_id)
        return position - 1 in self.selection(narrowed, prepared).bits()

    def same_figure(self, claim_id: str) -> list[dict[str, Any]]:
        """Every claim, filtered or not, that may state the same figure, as rows of ``plotted``; none for a claim that
        cannot be charted. Observations tell which do."""
        prepared, position = self.prepared(), self._once(self._position, claim_id)
        own = "SELECT figure FROM claims WHERE position = $at"
        figure = self.relation(own, {"at": position}, prepared).fetchall()
        if not figure or figure[0][0] is None:
            return []
        stretch = f"SELECT * FROM plotted WHERE figure = CAST({figure[0][0]} AS UBIGINT)"
        sql = f"WITH f AS ({stretch}) FROM f WHERE observation = (SELECT observation FROM f WHERE position = $at)"
        return self.rows(sql, {"at": position}, prepared)

    def at_places(
        self, positions: Sequence[int], prepared: Prepared | None = None, columns: Sequence[str] = CLAIMS.names
    ) -> pd.DataFrame:
        """The claims at these places of the table's order, as they are listed."""
        prepared = prepared or self.prepared()
        if set(columns) <= set(listed.COLUMNS):
            return as_frame(listed.read(prepared.database.cursor(), positions, columns))
        frame = self.frame(_PAGE.format(columns=_listed(columns)), {"places": list(positions)}, prepared)
        rank = {place: number for number, place in enumerate(sorted(positions))}
        return frame.iloc[[rank[place] for place in positions]].reset_index(drop=True)

    def printed_in(self, issue_ids: Sequence[str]) -> pd.DataFrame:
        """All claims of the issues, in the table's order."""
        return self.frame(
            f"SELECT {COLUMNS} FROM claims WHERE list_contains($issues, issue_id) ORDER BY position",
            {"issues": list(issue_ids)},
        )

    def neighbours(self, claim_id: str, reach: int = 2) -> pd.DataFrame:
        """The sentences of the article around that of a claim, in reading order, the one itself included."""
        prepared, position = self.prepared(), self._once(self._position, claim_id)
        sql = "SELECT place, article_id FROM sentences WHERE key = (SELECT passage FROM claims WHERE position = $at)"
        own = self.relation(sql, {"at": position}, prepared).fetchall()
        place, article = own[0] if own else (0, "")
        return self.frame(
            "SELECT sentence_id, ordinal, paragraph, role, sentence FROM sentences WHERE place BETWEEN $first AND $last"
            " AND article_id = $article ORDER BY ordinal",
            {"first": place - reach, "last": place + reach, "article": article},
            prepared,
        )

    def articles(self, narrowed: Filter, prepared: Prepared | None = None) -> pa.RecordBatchReader:
        """Each article that the filter leaves claims of, once, with their number: a list of citations, by date."""
        prepared = prepared or self.prepared()
        asked = _condition(self.selection(narrowed, prepared))
        found = self.relation(
            "SELECT publication, issue_date, page, article_title, count(*) claims FROM claims"
            f" WHERE {asked.sql} GROUP BY ALL ORDER BY issue_date, publication, page, article_title",
            asked.values,
            prepared,
        )
        reader: pa.RecordBatchReader = found.to_arrow_reader(BATCH_ROWS)
        return reader

    def windows(self, narrowed: Filter, prepared: Prepared | None = None) -> list[Window]:
        """The windows of the table in which filtered claims lie."""
        return windows_of(self.selection(narrowed, prepared or self.prepared()).bits())

    def reader(
        self,
        narrowed: Filter,
        prepared: Prepared | None = None,
        columns: Sequence[str] = CLAIMS.names,
        windows: Sequence[Window] | None = None,
    ) -> pa.RecordBatchReader:
        """All filtered claims, batch by batch, in the table's order; memory stays that of a few windows.

        ``columns`` are columns of the schema, all of it if none are named; others raise ``KeyError``. ``windows`` are
        those that are read: some of ``windows``, all of them if none are named.

        A whole answer would be gathered before its first row is given: so the table, which lies in its order, is read
        window by window, some batches ahead of the one that is being used.
        """
        prepared = prepared or self.prepared()
        selection = self.selection(narrowed, prepared)
        sql = f"SELECT {_listed(columns)}, position FROM claims WHERE position > $after AND position <= $until"

        def read(window: Window) -> Iterator[pa.RecordBatch]:
            within = bits.mask(slice(window.after, window.until))
            asked = EVERY if selection.all else among(Bits.of(within), window.after)
            values = {**asked.values, "after": window.after, "until": window.until}
            found = self.relation(f"{sql} AND {asked.sql}", values, prepared).to_arrow_reader(BATCH_ROWS)
            return in_place(found, window.after + 1 + np.flatnonzero(within))

        bits = selection.bits()
        empty = self.relation(f"SELECT {_listed(columns)} FROM claims LIMIT 0", prepared=prepared).to_arrow_table()
        return pa.RecordBatchReader.from_batches(
            empty.schema, read_ahead(read, windows_of(bits) if windows is None else windows)
        )

    def page_after(self, narrowed: Filter, prepared: Prepared, after: int, rows: int) -> tuple[pa.Table, int | None]:
        """At most so many filtered claims that follow a place in the table's order, and the place of the last.

        The place is None when no claim follows.
        """
        bits = self.selection(narrowed, prepared).bits()
        passed = int(bits.before(np.array([after]))[0])
        places = (bits.members(passed, rows + 1) + 1).tolist()
        table: pa.Table = self.relation(
            _PAGE.format(columns=COLUMNS), {"places": places[:rows]}, prepared
        ).to_arrow_table()
        return table, places[rows - 1] if len(places) > rows else None


def _condition(selection: Selection) -> Condition:
    return EVERY if selection.all else among(selection.bits())


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(BY_NAME[name].name for name in columns)


def _selected(prepared: Prepared, narrowed: Filter, verdicts: Verdicts) -> Selection:
    found = []
    if looked_for := terms(narrowed.text):
        found.append(searched(prepared, looked_for))
    if narrowed.review:
        found.append(reviewed(prepared, narrowed.review, verdicts))
    return Selection(prepared, narrowed, tuple(found))


def _asked_once(question: Callable[..., _T], _version: int, *parts: Hashable) -> _T:
    return question(*parts)
