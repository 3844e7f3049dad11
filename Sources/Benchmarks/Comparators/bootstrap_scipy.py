"""BCa intervals of the means of columns of scores, by SciPy.

bootstrap_scipy.py SCORES.json

SCORES is a list of lists. 10,000 replicates each, in batches that keep memory small. Prints a list of [lower, upper].
"""

import json
import sys

import numpy as np
from scipy.stats import bootstrap

with open(sys.argv[1], encoding="utf-8") as file:
    columns = [np.array(column, float) for column in json.load(file)]
bounds = []
for column in columns:
    found = bootstrap((column,), np.mean, n_resamples=10_000, batch=1000, confidence_level=0.95, method="BCa",
                      vectorized=True, random_state=1)
    bounds.append([float(found.confidence_interval.low), float(found.confidence_interval.high)])
print(json.dumps(bounds))
