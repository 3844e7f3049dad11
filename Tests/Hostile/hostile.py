"""Gives the program inputs that are made to harm, each beside a good log, under a limit of memory and time.

Says of each how it ended: the exit code, seconds, the largest memory in MB, and the first words of the refusal. Exits with
1 if one was not refused or read as it should be: another exit code, a signal, too long, a good log that was lost.
"""

import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import inputs  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MEMORY = 4 << 30
SECONDS = 300


def run(program: str, folder: pathlib.Path) -> dict:
    out = folder / "out"
    shown = os.open(folder / "said", os.O_RDWR | os.O_CREAT | os.O_TRUNC)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    started = time.monotonic()
    child = subprocess.Popen(
        [program, "ingest", str(folder / "logs"), "--output", str(out)], stdin=subprocess.DEVNULL, stdout=shown,
        stderr=shown, preexec_fn=limit)
    while True:
        done, status, usage = os.wait4(child.pid, os.WNOHANG)
        if done or time.monotonic() - started > SECONDS:
            break
        time.sleep(0.02)
    if not done:
        child.kill()
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    said = os.pread(shown, 1 << 20, 0).decode("utf-8", "replace")
    os.close(shown)
    return {
        "code": child.returncode, "seconds": time.monotonic() - started, "peak": usage.ru_maxrss // 1024, "said": said,
        "late": not done, "runs": runs(out / "results" / "acuity.sqlite"),
    }


def runs(store: pathlib.Path) -> int:
    import sqlite3

    if not store.exists():
        return 0
    with sqlite3.connect(store) as database:
        return database.execute("SELECT count(*) FROM runs").fetchone()[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / ".build" / "release" / "acuity"))
    parser.add_argument("--only", help="only the inputs whose names hold this")
    parser.add_argument("--verbose", action="store_true", help="all that the program said")
    arguments = parser.parse_args()
    failures = 0
    print(f"{'input':<34}{'exit':>5}{'s':>8}{'MB':>7}  what was said of it", flush=True)
    for name, make, expected in inputs.ALL:
        if arguments.only and arguments.only not in name:
            continue
        folder = pathlib.Path(tempfile.mkdtemp(prefix="acuity-hostile-"))
        try:
            (folder / "logs").mkdir()
            (folder / "logs" / "good.jsonl").write_text(inputs.GOOD)
            make(folder / "logs")
            result = run(arguments.program, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        words = " ".join(result["said"].replace(str(folder), "").split())
        is_well = (
            not result["late"] and result["code"] in (0, 3) and result["runs"] >= 1
            and all(word in words for word in expected))
        failures += not is_well
        mark = "" if is_well else "FAILED: "
        print(f"{name:<34}{result['code']:>5}{result['seconds']:>8.1f}{result['peak']:>7,}  {mark}"
              f"{words if arguments.verbose else words[:150]}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
