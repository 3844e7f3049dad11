"""The accuracy of each model over a folder of JSONL logs, by pandas.

scan_pandas.py FOLDER

Prints one JSON object: the mean score by model.
"""

import json
import pathlib
import sys

import pandas

logs = [pandas.read_json(path, lines=True, dtype={"item": str, "image": str})[["model", "score"]]
        for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.jsonl"))]
print(json.dumps(pandas.concat(logs).groupby("model").score.mean().to_dict()))
