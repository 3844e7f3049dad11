#!/bin/bash
# Findings with GNU parallel: `examples/parallel.sh STUDY OUTPUT [SHARES]`, in the folder from which the logs' paths are
# to be shown. A share whose process was killed is run again, up to three times.
set -euo pipefail
study=$1 output=$2 shares=${3:-$(nproc)}
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
# A log that cannot be read (exit code 3) is no reason to try again: `acuity merge` tells of it.
seq "$shares" | parallel --retries 3 "acuity summarize $study --shard {}/$shares --threads 1 --quiet --out $parts/{}.summary; code=\$?; [ \$code = 3 ] || exit \$code"
acuity merge "$parts" --study "$study" --output "$output"
