#!/usr/bin/env python3
"""Runs the example for Spark in a cluster of two workers, kills one while it maps, and compares the findings with those
that `acuity build` makes: they must be the same bytes. The exit code is 1 if they are not, or if nothing was killed.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyspark

from processes import ancestors, command, parents

ROOT = Path(__file__).resolve().parents[2]
ACUITY = ROOT / ".build/release/acuity"
STUDY = "results/study.toml"
LOGS = "results/logs"
# Two workers with a core and 1024 MB each, in processes of their own.
MASTER = "local-cluster[2,1,1024]"
EXECUTOR = "CoarseGrainedExecutorBackend"


def job(output, events):
    """Starts the example."""
    settings = {
        "spark.eventLog.enabled": "true", "spark.eventLog.dir": events.as_uri(), "spark.eventLog.compress": "false",
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
    }
    arguments = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    environment = os.environ | {
        "SPARK_HOME": str(Path(pyspark.__file__).parent), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_SUBMIT_ARGS": " ".join(["--master", MASTER, *arguments, "pyspark-shell"]),
    }
    command_line = [sys.executable, ROOT / "examples/spark/findings.py", LOGS, "--study", STUDY, "--output", output,
                    "--acuity", ACUITY]
    return subprocess.Popen(command_line, cwd=ROOT, env=environment)


def kill_a_worker(driver):
    """Kills the executor above the first `acuity summarize` of the job, and returns whether there was one."""
    while driver.poll() is None:
        known = parents()
        for process in known:
            if "summarize" not in command(process) or str(ACUITY) not in command(process):
                continue
            above = list(ancestors(process, known))
            executors = [each for each in above if EXECUTOR in command(each)]
            if driver.pid in above and executors:
                os.kill(executors[0], signal.SIGKILL)
                print(f"Killed the worker {executors[0]} while it was at: acuity summarize", flush=True)
                return True
        time.sleep(0.005)
    return False


def lost_tasks(events):
    """How many tasks Spark says it lost with their executor."""
    lines = [line for path in events.rglob("*") if path.is_file() and "events" in path.name or path.suffix == ""
             for line in (path.read_text().splitlines() if path.is_file() else [])]
    ends = [json.loads(line) for line in lines if '"SparkListenerTaskEnd"' in line]
    return sum(end["Task End Reason"]["Reason"] == "ExecutorLostFailure" for end in ends)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        one, cluster, events = (Path(scratch, name) for name in ("one", "cluster", "events"))
        events.mkdir()
        subprocess.run([ACUITY, "build", STUDY, "--output", one, "--quiet"], cwd=ROOT, check=True)
        started = time.monotonic()
        driver = job(cluster, events)
        is_killed = kill_a_worker(driver)
        code = driver.wait()
        print(f"The job ended with {code} after {time.monotonic() - started:.0f} s.")
        lost = lost_tasks(events)
        print(f"Spark lost {lost} task(s) with the worker and ran them again.")
        results = [folder / "results/findings.json" for folder in (one, cluster)]
        same = code == 0 and results[0].read_bytes() == results[1].read_bytes()
        print("The findings are the same bytes." if same else "The findings DIFFER.")
        return 0 if is_killed and lost > 0 and same else 1


if __name__ == "__main__":
    sys.exit(main())
