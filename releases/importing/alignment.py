"""Aligning two sequences: what stands for what, by a score of every pair.

Scores are sums of evidence: about 0 says nothing, and pairs that speak against each other stay apart.
"""

import heapq
import math
from collections.abc import Callable

Pair = tuple[int | None, int | None]
# What speaks so strongly for a pair (an address, a website, a picture) that order does not matter.
DECISIVE = 4.0
# What speaks for a pair so much more than for any other pair of the two.
TELLING, LEAD = 1.5, 1.5
# As many comparisons as no release needs.
LONG = 10_000


def align(
    count: int, other: int, score: Callable[[int, int], float], gap: float = -0.6
) -> list[Pair]:
    """Return the best pairs of two sequences in order: indices, or None where one has no counterpart."""

    def scored(i: int, j: int) -> float:
        # In a long text, what stands far apart is not compared: time is bounded.
        is_far = count * other > LONG and abs(i / count - j / other) > 0.15
        return -math.inf if is_far else score(i, j)

    best = [[0.0] * (other + 1) for _row in range(count + 1)]
    pairing = [[0.0] * (other + 1) for _row in range(count + 1)]
    for i in range(count + 1):
        for j in range(other + 1):
            if i or j:
                pairing[i][j] = best[i - 1][j - 1] + scored(i - 1, j - 1) if i and j else -math.inf
                best[i][j] = max(
                    pairing[i][j],
                    best[i - 1][j] + gap if i else -math.inf,
                    best[i][j - 1] + gap if j else -math.inf,
                )
    pairs: list[Pair] = []
    i, j = count, other
    while i or j:
        if best[i][j] == pairing[i][j] and i and j:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif j and best[i][j] == best[i][j - 1] + gap:
            j -= 1
            pairs.append((None, j))
        else:
            i -= 1
            pairs.append((i, None))
    return pairs[::-1]


def matched(count: int, other: int, score: Callable[[int, int], float]) -> list[Pair]:
    """Return the pairs of two lists, in the order of the first: those that are sure wherever they
    stand, and between the others in order; what has no counterpart follows what stood before it.
    """
    scores = {(i, j): score(i, j) for i in range(count) for j in range(other)}
    rows = [heapq.nlargest(2, (scores[i, j] for j in range(other))) for i in range(count)]
    columns = [heapq.nlargest(2, (scores[i, j] for i in range(count))) for j in range(other)]
    mine: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if i in mine or j in taken:
            continue
        rival = max(_rival(rows[i], scores[i, j]), _rival(columns[j], scores[i, j]))
        if scores[i, j] >= min(DECISIVE, max(TELLING, rival + LEAD)):
            mine[i] = j
            taken.add(j)
    left = [i for i in range(count) if i not in mine]
    right = [j for j in range(other) if j not in taken]
    for a, b in align(
        len(left),
        len(right),
        lambda a, b: scores[left[a], right[b]] + 1 + near(left[a], count, right[b], other),
    ):
        if a is not None and b is not None:
            mine[left[a]] = right[b]
            taken.add(right[b])
    pairs: list[Pair] = [(i, mine.get(i)) for i in range(count)]
    for j in range(other):
        if j not in taken:
            before = next((n for n, p in enumerate(pairs, 1) if j and p[1] == j - 1), 0)
            pairs.insert(before, (None, j))
    return pairs


def _rival(best: list[float], score: float) -> float:
    """The best of the others, among the best two of a row or a column."""
    return next((s for s in (best[1:] if score == best[0] else best)), -math.inf)


def near(i: int, count: int, j: int, other: int) -> float:
    """A little for standing at the same place of both sequences."""
    return 0.5 - abs((i + 0.5) / count - (j + 0.5) / other)
