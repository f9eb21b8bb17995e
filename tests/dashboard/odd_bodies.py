"""Bodies that no page sends: made from those that it does, by a seeded hand that changes, drops, swaps and stuffs."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

from dash import Dash

ODD_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    7.5,
    1e308,
    2**70,
    "",
    "x",
    "x" * 9_000,
    "?q=" + "利" * 200,
    "?sector=%00%ff&from=0000-13",
    "?from=0000-01&to=9999-12",
    "?q=%22%E2%80%9C",
    "?review=right&review=x",
    "\x00",
    "\u202e",
    "\ud800",
    "'; DROP TABLE claims; --",
    "<img src=x onerror=alert(1)>",
    "../../etc/passwd",
    "__proto__",
    [],
    [None],
    ["x"] * 200,
    [[[[[[]]]]]],
    {},
    {"a": {"b": {"c": 1}}},
    {"startRow": 0, "endRow": 5},
    {"startRow": -5, "endRow": 10**12},
    {"startRow": 0, "endRow": 50, "sortModel": [{"colId": "value", "sort": "asc"}, {"colId": [], "sort": {}}]},
    {"startRow": 0, "endRow": 50, "filterModel": {"x": 1}, "sortModel": [None, 3, "x"]},
    {"points": [{"customdata": "x"}]},
)
RAW: tuple[bytes, ...] = (
    b"",
    b"null",
    b"[]",
    b"{",
    b'"x"',
    b"7",
    b"NaN",
    b'{"output": Infinity}',
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"a":' * 2_000,
    b'{"output": "x", "output": "y"}',
    ("{" + ",".join(f'"{n}": {n}' for n in range(30_000)) + "}").encode(),
    b'{"x": ' + b"9" * 5_000 + b"}",
)


def honest_bodies(app: Dash) -> list[dict[str, Any]]:
    """One body for each callback of the server, with every value None."""
    bodies = []
    for output, spec in app.callback_map.items():
        if "callback" not in spec:
            continue
        bodies.append(
            {
                "output": output,
                "outputs": _outputs(output),
                "inputs": [_argument(each) for each in spec["inputs"]],
                "state": [_argument(each) for each in spec["state"]],
                "changedPropIds": [],
            }
        )
    return bodies


def _argument(spec: dict[str, Any]) -> Any:
    if spec["id"].startswith("{"):
        pattern = {key: value if not isinstance(value, list) else "x" for key, value in json.loads(spec["id"]).items()}
        one = {"id": pattern, "property": spec["property"], "value": None}
        return one if ["MATCH"] in json.loads(spec["id"]).values() else [one]
    return {"id": spec["id"], "property": spec["property"], "value": None}


def _outputs(output: str) -> Any:
    several = output.startswith("..")
    names = output[2:-2].split("...") if several else [output]
    listed = []
    for name in names:
        id_, _, property_ = name.rpartition(".")
        listed.append(_argument({"id": id_, "property": property_}))
    for each in listed:
        for one in each if isinstance(each, list) else [each]:
            one.pop("value")
    return listed if several else listed[0]


def odd_bodies(app: Dash, number: int, seed: int = 5) -> Iterator[bytes]:
    """So many bodies; the same seed, the same bodies."""
    rng = random.Random(seed)
    honest = honest_bodies(app)
    for count in range(number):
        if count % 20 == 0:
            yield RAW[count // 20 % len(RAW)]
            continue
        body = copy.deepcopy(rng.choice(honest))
        for _ in range(rng.randint(1, 4)):
            _CHANGES[rng.randrange(len(_CHANGES))](body, honest, rng)
        yield json.dumps(body).encode()


def _value(body: Any, _honest: Any, rng: random.Random) -> None:
    """An odd value where a value belongs: what a careless callback would stumble over."""
    listed = [each for part in ("inputs", "state") for each in _flat(body.get(part))]
    if listed:
        rng.choice(listed)["value"] = _odd(rng)


def _odd(rng: random.Random) -> Any:
    return copy.deepcopy(rng.choice(ODD_VALUES))


def _flat(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, dict):
        return [part]
    return [one for each in part for one in _flat(each)] if isinstance(part, list) else []


def _part(body: Any, _honest: Any, rng: random.Random) -> None:
    body[rng.choice(("output", "outputs", "inputs", "state", "changedPropIds", "x"))] = _odd(rng)


def _drop(body: Any, _honest: Any, rng: random.Random) -> None:
    if body:
        body.pop(rng.choice(sorted(body)))


def _swap(body: Any, honest: Any, rng: random.Random) -> None:
    part = rng.choice(("output", "outputs", "inputs", "state"))
    body[part] = copy.deepcopy(rng.choice(honest)[part])


def _item(body: Any, _honest: Any, rng: random.Random) -> None:
    part = body.get(rng.choice(("inputs", "state", "outputs")))
    if isinstance(part, list) and part:
        part[rng.randrange(len(part))] = _odd(rng)


def _identity(body: Any, _honest: Any, rng: random.Random) -> None:
    listed = [each for part in ("inputs", "state", "outputs") for each in _flat(body.get(part))]
    if listed:
        rng.choice(listed)[rng.choice(("id", "property"))] = _odd(rng)


def _more(body: Any, _honest: Any, rng: random.Random) -> None:
    part = body.get(rng.choice(("inputs", "state")))
    if isinstance(part, list) and part:
        part.append(copy.deepcopy(rng.choice(part)))


def _changed(body: Any, _honest: Any, rng: random.Random) -> None:
    sent = [f"{each.get('id')}.{each.get('property')}" for each in _flat(body.get("inputs"))]
    body["changedPropIds"] = rng.choice([sent, sent[:1], ["x.y"], [1], "x", sent * 50])


_CHANGES = (_value, _value, _value, _value, _changed, _part, _drop, _swap, _item, _identity, _more)
