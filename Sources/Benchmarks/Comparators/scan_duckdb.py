"""The accuracy of each model over a folder of JSONL logs, by DuckDB.

scan_duckdb.py FOLDER

Prints one JSON object: the mean score by model.
"""

import json
import sys

import duckdb

rows = duckdb.execute(
    "SELECT model, avg(score) FROM read_json(?, format = 'newline_delimited') GROUP BY model ORDER BY model",
    [sys.argv[1] + "/**/*.jsonl"]).fetchall()
print(json.dumps(dict(rows)))
