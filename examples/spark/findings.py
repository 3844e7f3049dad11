#!/usr/bin/env python3
"""Findings from logs with Apache Spark: the files are the dataset, Acuity is the mapper and the reducer.

Run it in the folder from which the logs' paths are to be shown; all workers must see that folder under the same path:

    spark-submit examples/spark/findings.py logs --study study.toml --output out
    acuity site --output out
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pyspark.sql import SparkSession

# A log or a part of one could not be read. `acuity merge` tells which, so that a task that meets it is no failed task.
BAD_INPUT = 3


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("logs", help="the folder with the logs, relative to the current folder")
    parser.add_argument("--study", help="the study file; without one, all logs in the folder are taken")
    parser.add_argument("--output", required=True, help="the folder for results/")
    parser.add_argument("--tasks", type=int, default=16, help="how many parts the files are dealt into [16]")
    parser.add_argument("--acuity", default=shutil.which("acuity"), help="the program, by a path that all workers see")
    return parser.parse_args()


def dealt(folder, count):
    """All files below a folder in parts of about the same size: the largest first, one to each part in turn."""
    files = [Path(at, name) for at, _, names in os.walk(folder) for name in names]
    files.sort(key=lambda file: (-file.stat().st_size, str(file)))
    return [part for part in (files[start::count] for start in range(count)) if part]


class Acuity:
    """The program as the two functions that Spark asks for. It is sent to the workers, so it holds nothing but texts."""

    def __init__(self, program, study, logs):
        self.program, self.source, self.folder = program, study or logs, os.getcwd()

    def _summary(self, *arguments, text=b""):
        """The summary that a command writes to its standard output."""
        done = subprocess.run([self.program, *arguments, "-", "--quiet"], input=text, cwd=self.folder, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode not in (0, BAD_INPUT) or not done.stdout:
            raise RuntimeError(f"acuity ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    def summarize(self, files):
        """The mapper: files to a summary of the logs that begin with one of them."""
        names = "".join(f"{file}\n" for file in files).encode()
        return self._summary("summarize", self.source, "--threads", "1", "--files", "-", "--out", text=names)

    def merge(self, one, other):
        """The reducer: two summaries to one; the order does not matter."""
        with tempfile.TemporaryDirectory() as scratch:
            paths = [Path(scratch, "one.summary"), Path(scratch, "other.summary")]
            for path, summary in zip(paths, (one, other)):
                path.write_bytes(summary)
            return self._summary("merge", *paths, "--summary")


def main():
    chosen = options()
    acuity = Acuity(chosen.acuity, chosen.study, chosen.logs)
    spark = SparkSession.builder.appName("acuity").getOrCreate()
    parts = dealt(chosen.logs, chosen.tasks)
    summary = spark.sparkContext.parallelize(parts, len(parts)).map(acuity.summarize).treeReduce(acuity.merge)
    spark.stop()
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "all.summary")
        path.write_bytes(summary)
        study = ["--study", chosen.study] if chosen.study else []
        return subprocess.run([chosen.acuity, "merge", path, *study, "--output", chosen.output], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
