"""Runs libFuzzer on every target for a bounded time and says what came of it.

Starts from the committed corpus; what the fuzzer adds stays in the build folder and is started from the next time. Exits
with 1 if a target crashed, hung, grew too large or broke a promise: the bytes that did it lie in the folder that is named.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parent.parent / ".build" / "fuzz"


def run(target: str, seconds: int, options: list[str]) -> dict:
    grown = BUILD / "corpus" / target
    crashes = BUILD / "crashes" / target
    for folder in (grown, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(crashes.iterdir())
    words = HERE / "words.txt"
    command = [
        str(BUILD / "release" / "Fuzz"), str(grown), str(HERE / "Corpus" / target), f"-max_total_time={seconds}",
        f"-artifact_prefix={crashes}/", f"-dict={words}", "-rss_limit_mb=3072", "-timeout=20", "-max_len=16384",
        "-print_final_stats=1", *options,
    ]
    # Swift's own report of a crash takes seconds and reads memory that the sanitizer forbids.
    environment = {**os.environ, "ACUITY_FUZZ_TARGET": target, "SWIFT_BACKTRACE": "enable=no",
                   "ASAN_OPTIONS": "detect_leaks=0"}
    ran = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, env=environment)
    said = ran.stderr.decode("utf-8", "replace")
    (crashes.parent / f"{target}.log").write_text(said)
    executions = re.findall(r"number_of_executed_units: (\d+)", said) or re.findall(r"^#(\d+)", said, re.M)
    edges = re.findall(r"cov: (\d+)", said)
    peak = re.findall(r"peak_rss_mb: +(\d+)", said)
    found = sorted(set(crashes.iterdir()) - before)
    return {
        "executions": int(executions[-1]) if executions else 0, "edges": int(edges[-1]) if edges else 0,
        "peak": int(peak[-1]) if peak else 0, "found": found, "failed": ran.returncode != 0,
    }


def main() -> int:
    known = sorted(folder.name for folder in (HERE / "Corpus").iterdir() if folder.is_dir())
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=15, help="how long each target runs (default: 15)")
    parser.add_argument("--target", action="append", choices=known, help="only this one; may be given several times")
    parser.add_argument("options", nargs="*", help="options for libFuzzer, after --")
    arguments = parser.parse_args()
    failed = 0
    print(f"{'target':<24}{'executions':>12}{'edges':>8}{'peak MB':>9}  outcome", flush=True)
    for target in arguments.target or known:
        result = run(target, arguments.seconds, arguments.options)
        outcome = "no crash"
        if result["failed"]:
            failed += 1
            outcome = ", ".join(str(path.relative_to(BUILD)) for path in result["found"]) or "failed without an input"
        print(f"{target:<24}{result['executions']:>12,}{result['edges']:>8,}{result['peak']:>9,}  {outcome}", flush=True)
    if failed:
        print(f"{failed} targets failed; what was said is in {BUILD / 'crashes'}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
