"""Compares two releases on the same items as one would with pandas, SciPy and statsmodels.

compare_pandas.py BASELINE.jsonl CANDIDATE.jsonl [MARGIN]

Reads both files, joins them by item, and gives what `acuity compare` gives for one benchmark: the difference with its
paired interval at 95 %, McNemar's exact test, equivalence by two one-sided tests, the items that flipped, and the answers'
lengths. No facets, no report files. Prints one JSON object.
"""

import json
import sys

import numpy as np
import pandas
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.weightstats import DescrStatsW


def main():
    baseline, candidate = (pandas.read_json(path, lines=True, dtype={"item": str}) for path in sys.argv[1:3])
    margin = float(sys.argv[3]) if len(sys.argv) > 3 else 0.01
    keys = ["benchmark", "item"]
    both = baseline.merge(candidate, on=keys, suffixes=("_baseline", "_candidate"), validate="one_to_one")
    if (both.target_baseline != both.target_candidate).any():
        sys.exit("the targets differ")
    first, second = both.score_baseline.to_numpy(float), both.score_candidate.to_numpy(float)
    difference = DescrStatsW(second - first)
    table = [[int(((first == x) & (second == y)).sum()) for y in (1, 0)] for x in (1, 0)]
    flips = both[first != second]
    lengths = DescrStatsW((both.prediction_candidate.str.len() - both.prediction_baseline.str.len()).to_numpy(float))
    lower, upper = difference.tconfint_mean(0.1)
    print(json.dumps({
        "items": len(both),
        "unpaired": len(baseline) + len(candidate) - 2 * len(both),
        "estimate": float(np.mean(second) - np.mean(first)),
        "interval": [float(end) for end in difference.tconfint_mean(0.05)],
        "equivalent": bool(lower > -margin and upper < margin),
        "pValue": float(mcnemar(table, exact=True).pvalue),
        "rightToWrong": int((flips.score_candidate < flips.score_baseline).sum()),
        "wrongToRight": int((flips.score_candidate > flips.score_baseline).sum()),
        "length": [float(end) for end in lengths.tconfint_mean(0.05)],
    }))


main()
