#!/usr/bin/env python3
"""Draws a sample of the lines of an inventory; equal method, size and seed draw the same one, here and anywhere.

    python3 sample.py random|stratified|size COUNT SEED [figures.json]

Lines are the roots `source/<id>/<month>`; strata are the sources; the size is the amount of the emission. Every line,
ordered by its path, gets a draw of 64 bits from Philox4x32-10 (Salmon and others, SC 2011) with the counter (its place,
0, 0, 0) and the key (seed, 0): the first two of four words. Only whole numbers are used.

random      the lines with the smallest draws
stratified  the same within each source; each gets its share of COUNT by the number of its lines (largest remainders),
            and at least one
size        by size, as in monetary-unit sampling: sizes in whole millionths, I = total // COUNT, start = (first word of
            line 0 * I) >> 32; the lines that hold start, start + I, start + 2 I and so on
"""
import json
import os
import sys
from decimal import ROUND_DOWN, Decimal

WORD = 0xFFFFFFFF


def philox(counter, key):
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        high0, low0 = divmod(0xD2511F53 * c0, 1 << 32)
        high1, low1 = divmod(0xCD9E8D57 * c2, 1 << 32)
        c0, c1, c2, c3 = high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0
        k0, k1 = (k0 + 0x9E3779B9) & WORD, (k1 + 0xBB67AE85) & WORD
    return c0, c1, c2, c3


def draw(seed, place):
    first, second, _, _ = philox((place, 0, 0, 0), (seed, 0))
    return (first << 32) | second


def smallest(drawn, count):
    return sorted(drawn, key=lambda each: (each["draw"], each["place"]))[:count]


def stratified(drawn, count):
    strata = {}
    for each in drawn:
        strata.setdefault(each["stratum"], []).append(each)
    names = sorted(strata)
    wanted = max(count, len(names))
    shares = {name: max(1, wanted * len(strata[name]) // len(drawn)) for name in names}
    left = wanted - sum(shares.values())
    order = sorted(range(len(names)), key=lambda at: (-(wanted * len(strata[names[at]]) % len(drawn)), at))
    for at in order[: max(0, left)]:
        shares[names[at]] += 1
    return [each for name in names for each in smallest(strata[name], shares[name])]


def by_size(drawn, count, seed):
    units = [int((abs(Decimal(each["size"])) * 1000000).to_integral_value(rounding=ROUND_DOWN)) for each in drawn]
    interval = sum(units) // count
    if interval == 0:
        return smallest(drawn, count)
    wanted, end, chosen = ((draw(seed, 0) >> 32) * interval) >> 32, 0, []
    for each, size in zip(drawn, units):
        end += size
        if wanted < end:
            chosen.append(each)
            while wanted < end:
                wanted += interval
    return chosen


def sample(items, method, count, seed):
    """Keys of the chosen items, in order; each item is {"key", "stratum", "size"}."""
    drawn = [
        dict(item, place=place, draw=draw(seed, place))
        for place, item in enumerate(sorted(items, key=lambda each: each["key"]))
    ]
    ways = {
        "random": lambda: smallest(drawn, count),
        "stratified": lambda: stratified(drawn, count),
        "size": lambda: by_size(drawn, count, seed),
    }
    return [each["key"] for each in sorted(ways[method](), key=lambda each: each["place"])]


def lines_of(graph):
    for path, place in graph["roots"].items():
        parts = path.split("/")
        if parts[0] == "source" and len(parts) == 3:
            yield {"key": path, "stratum": parts[1], "size": graph["nodes"][place]["value"]}


def main(arguments):
    if len(arguments) < 3 or arguments[0] not in ("random", "stratified", "size"):
        print(__doc__)
        return 2
    place = arguments[3] if len(arguments) > 3 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "json", "figures.json")
    with open(place, encoding="utf-8") as file:
        held = json.load(file)
    items = held if isinstance(held, list) else list(lines_of(held))
    for key in sample(items, arguments[0], int(arguments[1]), int(arguments[2])):
        print(key)
    return 0


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
