#!/usr/bin/env python3
"""Computes the figures of an emission inventory again, and looks whether a package is what it was.

    python3 recompute.py                 the package in whose folder this file lies
    python3 recompute.py FOLDER          another package that was unpacked
    python3 recompute.py figures.json …  lists of figures by themselves
    --seal HASH   the seal as it was told apart from the package;   --json   the results for a program, a line each

It needs Python 3.8 and nothing else, and shares no code with the program that made the figures. Two ways, each on its own:

1. Step by step: each figure from its operands as they are stated, in decimals of 60 digits, rounded half up after each
   single operation. The result has to be the stated one, to the last digit.
2. As a whole: each figure from its leaves (readings, factors, constants) in exact fractions, with no rounding but the
   one that a rule demands. It has to agree in 50 digits: what is stated was rounded at the sixtieth on its way.

It also looks at the units, at the factors in the document, at the readings behind each leaf (their SHA-256), at the
totals that were frozen and at the lines of the audit trail.

Exit code 0: all agrees. 1: something differs. 2: it could not be read.
"""
import decimal
import hashlib
import json
import os
import sys
from decimal import Decimal
from fractions import Fraction

CONTEXT = decimal.Context(prec=60, rounding=decimal.ROUND_HALF_UP, Emin=-999999, Emax=999999)
MODES = {
    "half-up": decimal.ROUND_HALF_UP,
    "half-even": decimal.ROUND_HALF_EVEN,
    "up": decimal.ROUND_UP,
    "down": decimal.ROUND_DOWN,
}
AGREED_DIGITS = 50
ARITY = {"convert": 1, "interpolate": 5, "round": 1, "power": 2}
LEAVES = ("entered", "lookup", "constant")


class Trouble(Exception):
    """A figure that cannot be computed as it is described."""


def size_of(unit, units):
    """Size of a measure such as `GJ/t` in reference units, as (above, below), each of one unit."""
    parts = unit.split("/")
    if len(parts) > 2 or any(part not in units for part in parts):
        raise Trouble("unknown unit %s" % unit)
    return [units[part]["size"] for part in parts], [units[part]["dimension"] for part in parts]


def powers(above, below=()):
    """Units with their powers; a pure number counts for nothing."""
    found = {}
    for measures, sign in ((above, 1), (below, -1)):
        for measure in measures:
            for part, by in zip(measure.split("/"), (sign, -sign)):
                if part != "ratio":
                    found[part] = found.get(part, 0) + by
    return {unit: power for unit, power in found.items() if power}


def check_units(node, operands, units):
    """Whether the unit of a figure is the one that its operands lead to."""
    kind, unit = node["operation"], node["unit"]
    measures = [each["unit"] for each in operands]
    if kind in LEAVES:
        size_of(unit, units)
        return True
    if kind in ("sum", "difference", "round", "least", "greatest"):
        return all(each == unit for each in measures)
    if kind == "product":
        return powers(measures) == powers([unit])
    if kind == "quotient":
        return powers(measures[:1], measures[1:]) == powers([unit])
    if kind == "convert":
        return size_of(measures[0], units)[1] == size_of(unit, units)[1]
    if kind == "weighted-mean":
        return all(each == (unit if at % 2 == 0 else measures[1]) for at, each in enumerate(measures))
    if kind == "interpolate":
        x, x0, y0, x1, y1 = measures
        return x == x0 == x1 and y0 == y1 == unit
    if kind == "power":
        return unit == "ratio" and all(each == "ratio" for each in measures)
    raise Trouble("unknown operation %s" % kind)


def by_steps(node, values, units_of, units):
    """The value from the operands as stated, one operation after the other, each rounded to 60 digits."""
    add, subtract, multiply, divide = CONTEXT.add, CONTEXT.subtract, CONTEXT.multiply, CONTEXT.divide
    kind = node["operation"]
    if kind == "sum":
        total = Decimal(0)
        for value in values:
            total = add(total, value)
        return total
    if kind == "difference":
        rest = values[0]
        for value in values[1:]:
            rest = subtract(rest, value)
        return rest
    if kind in ("product", "quotient"):
        result = values[0]
        for value in values[1:]:
            result = multiply(result, value) if kind == "product" else divide(result, value)
        return result
    if kind == "convert":
        (source, _), (target, _) = size_of(units_of[0], units), size_of(node["unit"], units)
        rate = divide(Decimal(source[0]), Decimal(target[0]))
        if len(source) == 2:
            rate = divide(rate, divide(Decimal(source[1]), Decimal(target[1])))
        return multiply(values[0], rate)
    if kind == "weighted-mean":
        above = below = Decimal(0)
        for value, weight in zip(values[::2], values[1::2]):
            above = add(above, multiply(value, weight))
            below = add(below, weight)
        return divide(above, below)
    if kind == "interpolate":
        x, x0, y0, x1, y1 = values
        width = subtract(x1, x0)
        rise = multiply(subtract(x, x0), subtract(y1, y0))
        return divide(add(multiply(y0, width), rise), width)
    if kind == "round":
        rule = node["basis"]["rounding"]
        plain = decimal.Context(prec=50, rounding=decimal.ROUND_HALF_EVEN).plus(values[0])
        wide = decimal.Context(prec=120, rounding=MODES[rule["mode"]])
        return plain.quantize(Decimal(1).scaleb(-rule["decimals"]), context=wide)
    if kind == "least":
        return min(values)
    if kind == "greatest":
        return max(values)
    if kind == "power":
        return CONTEXT.plus(decimal.Context(prec=90).power(values[0], values[1]))
    raise Trouble("unknown operation %s" % kind)


def round_fraction(value, decimals, mode):
    """Rounds an exact fraction to so many decimals."""
    scaled = abs(value) * 10**decimals
    down, rest = scaled.numerator // scaled.denominator, scaled % 1
    up = {
        "up": rest > 0,
        "down": False,
        "half-up": rest >= Fraction(1, 2),
        "half-even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and down % 2 == 1),
    }[mode]
    result = Fraction(down + (1 if up else 0), 10**decimals)
    return -result if value < 0 else result


def exactly(node, values, units_of, units):
    """The value from the exact values of the operands, with no rounding of its own."""
    kind = node["operation"]
    if kind == "sum":
        return sum(values, Fraction(0))
    if kind == "difference":
        return values[0] - sum(values[1:], Fraction(0))
    if kind in ("product", "quotient"):
        result = values[0]
        for value in values[1:]:
            result = result * value if kind == "product" else result / value
        return result
    if kind == "convert":
        (source, _), (target, _) = size_of(units_of[0], units), size_of(node["unit"], units)
        rate = Fraction(source[0]) / Fraction(target[0])
        if len(source) == 2:
            rate /= Fraction(source[1]) / Fraction(target[1])
        return values[0] * rate
    if kind == "weighted-mean":
        pairs = list(zip(values[::2], values[1::2]))
        return sum((value * weight for value, weight in pairs), Fraction(0)) / sum(weight for _, weight in pairs)
    if kind == "interpolate":
        x, x0, y0, x1, y1 = values
        return y0 + (x - x0) * (y1 - y0) / (x1 - x0)
    if kind == "round":
        rule = node["basis"]["rounding"]
        return round_fraction(values[0], rule["decimals"], rule["mode"])
    if kind == "least":
        return min(values)
    if kind == "greatest":
        return max(values)
    if kind == "power":
        wide = decimal.Context(prec=90)
        base, exponent = (wide.divide(Decimal(v.numerator), Decimal(v.denominator)) for v in values)
        return Fraction(wide.power(base, exponent))
    raise Trouble("unknown operation %s" % kind)


def check_figures(graph):
    """Every figure that is not what its operands give, as texts."""
    nodes, units, troubles = graph["nodes"], graph["units"], []
    stated, exact = [], []
    for at, node in enumerate(nodes):
        say = lambda what: troubles.append("figure %d (%s): %s" % (at, node["code"], what))
        value = Decimal(node["value"])
        stated.append(value)
        exact.append(Fraction(node["value"]))
        places, kind = node["operands"], node["operation"]
        if any(place >= at or place < 0 for place in places):
            say("an operand does not stand before it")
            continue
        operands = [nodes[place] for place in places]
        if (kind in LEAVES) != (not places) and kind != "sum":
            say("%s with %d operands" % (kind, len(places)))
            continue
        if ARITY.get(kind, len(places)) != len(places) or (kind == "weighted-mean" and len(places) % 2):
            say("%s with %d operands" % (kind, len(places)))
            continue
        try:
            if not check_units(node, operands, units):
                say("the unit %s does not follow from %s" % (node["unit"], [each["unit"] for each in operands]))
            if kind in LEAVES:
                continue
            units_of = [each["unit"] for each in operands]
            again = by_steps(node, [stated[place] for place in places], units_of, units)
            if again != value:
                say("stated %s, computed %s" % (node["value"], again))
            terms = [exact[place] for place in places]
            whole = exactly(node, terms, units_of, units)
            # Where terms cancel, a lost digit is one of the largest of them.
            size = max([abs(whole)] + ([abs(t) for t in terms] if kind in ("sum", "difference") else []))
            if abs(exact[at] - whole) * 10**AGREED_DIGITS > size:
                say("stated %s, from its leaves %s" % (node["value"], float(whole)))
            exact[at] = whole
        except (Trouble, KeyError, IndexError, ZeroDivisionError, ValueError, decimal.DecimalException) as trouble:
            say("cannot be computed: %s" % (trouble or type(trouble).__name__))
    return troubles


def check_totals(graph, account):
    """Whether the totals that were frozen are those that the figures lead to."""
    troubles = []
    for path, value in account["totals"].items():
        place = graph["roots"].get(path)
        shown = "" if place is None else graph["nodes"][place]["value"]
        if shown != value:
            troubles.append("total %s: frozen %s, figure %s" % (path, value or "-", shown or "-"))
    return troubles


def check_factors(graph, document):
    """Whether each factor that was used is the one that the document states."""
    known = {}
    for row in document["factors"]:
        known.setdefault((row["urn"], row["ref"]), set()).add(Decimal(row["value"]))
    troubles = []
    for at, node in enumerate(graph["nodes"]):
        origin = node["origin"]
        if node["operation"] != "lookup" or not origin or (origin["urn"], origin["ref"]) not in known:
            continue
        if Decimal(node["value"]) not in known[(origin["urn"], origin["ref"])]:
            troubles.append("figure %d (%s): no such value of %s#%s" % (at, node["code"], origin["urn"], origin["ref"]))
    return troubles


def check_readings(graph, readings):
    """Whether the readings behind each leaf are those that were frozen, by the SHA-256 over their lines."""
    lines = {}
    for row in readings:
        lines.setdefault((row["parameter"], row["month"]), []).append(row["line"])
    troubles, checked = [], 0
    for at, node in enumerate(graph["nodes"]):
        origin = node["origin"]
        if not origin or origin["kind"] != "readings" or not origin["digest"]:
            continue
        checked += 1
        own = lines.get((origin["parameter"], origin["month"]), [])
        if hashlib.sha256("\n".join(own).encode()).hexdigest() != origin["digest"]:
            troubles.append("figure %d (%s): its readings are not those that were frozen" % (at, node["code"]))
    return troubles, checked


def check_trail(trail):
    """Whether each line of the audit trail has its own hash, and neighbours are chained."""
    troubles, before = [], None
    for line in sorted(trail, key=lambda each: each["seq"]):
        content = {key: line[key] for key in ("actor", "at", "detail", "outcome", "previous", "procedure", "seq")}
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        if hashlib.sha256(text.encode()).hexdigest() != line["hash"]:
            troubles.append("trail line %d: its hash does not fit" % line["seq"])
        if before and before["seq"] + 1 == line["seq"] and before["hash"] != line["previous"]:
            troubles.append("trail line %d: does not follow on the one before" % line["seq"])
        before = line
    return troubles


def hash_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for piece in iter(lambda: file.read(1 << 20), b""):
            digest.update(piece)
    return digest.hexdigest()


# The manifest itself and its copy for the reader, which it cannot name.
UNNAMED = {"manifest.json", "data/manifest.js"}


def check_files(folder, manifest):
    """Files that are gone, altered or did not come with the package."""
    troubles, named = [], {row["path"]: row["sha256"] for row in manifest["files"]}
    for path, wanted in named.items():
        place = os.path.join(folder, *path.split("/"))
        if not os.path.isfile(place):
            troubles.append("%s: missing" % path)
        elif hash_of(place) != wanted:
            troubles.append("%s: altered" % path)
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            path = os.path.relpath(os.path.join(root, name), folder).replace(os.sep, "/")
            if path not in named and path not in UNNAMED:
                troubles.append("%s: does not belong to the package" % path)
    return troubles


def load(folder, path):
    with open(os.path.join(folder, path), encoding="utf-8") as file:
        return json.load(file)


def check_package(folder, seal):
    manifest = load(folder, "manifest.json")
    own = hash_of(os.path.join(folder, "manifest.json"))
    troubles = check_files(folder, manifest)
    if seal and seal.lower() != own:
        troubles.append("the seal is %s, not %s" % (own, seal))
    graph = load(folder, "json/figures.json")
    leaves, checked = check_readings(graph, load(folder, "json/readings.json"))
    trail = load(folder, "json/trail.json")
    troubles += (
        check_figures(graph)
        + check_totals(graph, load(folder, "json/account.json"))
        + check_factors(graph, load(folder, "json/document.json"))
        + leaves
        + check_trail(trail)
    )
    counts = {"files": len(manifest["files"]), "leaves": checked, "trail": len(trail), "seal": own}
    return graph, troubles, counts


def result_of(place, seal):
    """What was computed of one package or list of figures, and all that differs."""
    if os.path.isdir(place):
        graph, troubles, counts = check_package(place, seal)
    else:
        graph = load("", place)
        troubles, counts = check_figures(graph), {}
    total = graph["roots"].get("total")
    node = None if total is None else graph["nodes"][total]
    return dict(
        counts,
        figures=len(graph["nodes"]),
        totals=len(graph["roots"]),
        total=node and node["value"],
        unit=node and node["unit"],
        troubles=troubles,
    )


def tell(result):
    for key, value in result.items():
        if key != "troubles":
            print("%-8s %s" % (key, value))
    for trouble in result["troubles"]:
        print("DIFFERS  %s" % trouble)
    print("%d differences" % len(result["troubles"]) if result["troubles"] else "all agrees")


def main(arguments):
    as_json = "--json" in arguments
    seal = arguments[arguments.index("--seal") + 1] if "--seal" in arguments[:-1] else ""
    places = [each for each in arguments if not each.startswith("--") and each != seal]
    differs = False
    for place in places or [os.path.dirname(os.path.abspath(__file__))]:
        try:
            result = result_of(place, seal)
        except (OSError, ValueError, KeyError, TypeError) as trouble:
            print("%s cannot be read: %r" % (place, trouble), file=sys.stderr)
            return 2
        differs = differs or bool(result["troubles"])
        if as_json:
            print(json.dumps(result, ensure_ascii=False))
        else:
            tell(result)
    return 1 if differs else 0


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
