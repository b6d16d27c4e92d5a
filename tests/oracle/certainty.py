"""An independent computation of what quiz/calibration, discernment and certainty-marks compute.

Written from the definitions, not from the code: exact fractions wherever the figures are rational,
Wilson's interval as the roots of its quadratic. Prints the generated answers with what they come to.
"""

import json
import math
import random
from fractions import Fraction
from statistics import NormalDist

CERTAINTIES = ["guessing", 60, 75, 90, 99]
LABELS = ["supported", "refuted", "not-stated", "conflicting"]
Z = NormalDist().inv_cdf(0.975)


def claimed(answer):
    certainty = answer["certainty"]
    if certainty == "guessing":
        return Fraction(answer["chance"])
    return Fraction(certainty, 100)


def wilson(right, n):
    """The two p with (right/n - p)^2 = z^2 p (1 - p) / n."""
    p = right / n
    a, b, c = 1 + Z * Z / n, -(2 * p + Z * Z / n), p * p
    root = math.sqrt(b * b - 4 * a * c)
    return {"share": p, "low": (-b - root) / (2 * a), "high": (-b + root) / (2 * a)}


def bins(answers):
    order = sorted(answers, key=lambda answer: CERTAINTIES.index(answer["certainty"]))
    levels = [[a for a in order if a["certainty"] == level] for level in CERTAINTIES]
    levels = [level for level in levels if level]
    merged = []
    current = []
    for level in levels:
        current = current + level
        if len(current) >= 5:
            merged.append(current)
            current = []
    if current:
        if merged:
            merged[-1] = merged[-1] + current
        else:
            merged.append(current)
    return [
        {
            "from": group[0]["certainty"],
            "to": group[-1]["certainty"],
            "n": len(group),
            "right": sum(a["correct"] for a in group),
            "claimed": float(sum(map(claimed, group)) / len(group)),
            "accuracy": wilson(sum(a["correct"] for a in group), len(group)),
        }
        for group in merged
    ]


def side(bias, within, names):
    over, under, even = names
    if -within <= bias <= within:
        return even
    return over if bias > 0 else under


def calibration(answers):
    n = len(answers)
    errors = [claimed(a) - int(a["correct"]) for a in answers]
    return {
        "n": n,
        "brier": float(sum(e * e for e in errors) / n),
        "bias": float(sum(errors) / n),
        "side": side(sum(errors) / n, Fraction(5, 100), ("over", "under", "even")),
        "bins": bins(answers),
    }


def discernment(judgements):
    kinds = {True: [0, 0], False: [0, 0]}
    for judgement in judgements:
        kind = kinds[judgement["key"] == "supported"]
        kind[0] += judgement["given"] == "supported"
        kind[1] += 1
    (hits, supported), (believed, unsupported) = kinds[True], kinds[False]
    both = supported > 0 and unsupported > 0
    bias = Fraction(hits, supported) + Fraction(believed, unsupported) - 1 if both else None
    is_enough = supported >= 5 and unsupported >= 5
    return {
        "accepted": {"hits": hits, "n": supported},
        "believed": {"hits": believed, "n": unsupported},
        "rejected": {"hits": unsupported - believed, "n": unsupported},
        "discernment": float(Fraction(hits, supported) - Fraction(believed, unsupported))
        if both
        else None,
        "bias": float(bias) if both else None,
        "lean": side(bias, Fraction(15, 100), ("believing", "doubting", "even"))
        if is_enough
        else None,
    }


def mark(points, maximum, certainty):
    right, wrong = {None: (1, 0), "guessing": (1, 0), 60: (1, 0), 75: (2, -2)}.get(
        certainty, (3, -6)
    )
    return float(Fraction(right) * Fraction(points) / maximum) if points > 0 else float(wrong)


def at_the_bounds():
    """Biases of just as much as is still none, and by one answer more; three claims of a kind, and two."""
    sure = [{"certainty": 75, "chance": 0.25, "correct": i < 14} for i in range(20)]
    unsure = [{"certainty": 75, "chance": 0.25, "correct": i < 16} for i in range(20)]
    surer = [{"certainty": 75, "chance": 0.25, "correct": i < 13} for i in range(20)]

    def claims(hits, supported, believed, unsupported):
        return [
            {"key": key, "given": "supported" if i < accepted else "refuted"}
            for key, accepted, n in [
                ("supported", hits, supported),
                ("refuted", believed, unsupported),
            ]
            for i in range(n)
        ]

    return [
        (sure, claims(1, 4, 3, 5)),
        (unsure, claims(3, 4, 2, 5)),
        (surer, claims(3, 4, 3, 5)),
        (sure, claims(2, 2, 3, 3)),
        (sure, claims(3, 3, 2, 2)),
    ]


def main():
    chance = random.Random(20260320)
    sets = []
    for size in [1, 2, 4, 5, 6, 9, 12, 20, 21, 50, 200]:
        # A share of the certainties may be missing, as it is in a short quiz.
        levels = chance.sample(CERTAINTIES, chance.randint(1, 5)) if size < 30 else CERTAINTIES
        answers = [
            {
                "certainty": chance.choice(levels),
                "chance": chance.choice([0.0, 0.25, 0.5, 0.125]),
                "correct": chance.random() < 0.6,
            }
            for _ in range(size)
        ]
        judgements = [
            {"key": chance.choice(LABELS), "given": chance.choice(LABELS)} for _ in range(size)
        ]
        sets.append((answers, judgements))
    marks = [
        {
            "points": points,
            "maxPoints": maximum,
            "certainty": certainty,
            "mark": mark(points, maximum, certainty),
        }
        for points, maximum in [(0, 1), (1, 1), (0.5, 1), (0.25, 1), (1, 2), (2, 2), (0, 2)]
        for certainty in [None, *CERTAINTIES]
    ]
    computed = [
        {
            "answers": answers,
            "calibration": calibration(answers),
            "judgements": judgements,
            "discernment": discernment(judgements),
        }
        for answers, judgements in [*sets, *at_the_bounds()]
    ]
    print(json.dumps({"sets": computed, "marks": marks}, separators=(",", ":")))


main()
