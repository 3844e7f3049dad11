"""Differences of two models on the same items of real logs, computed without Acuity.

    python3 paired_logs.py SHARED_LOGS > real-pairs.json

Needs pandas, SciPy and statsmodels, and R (Rscript) for the second opinion. It reads the raw files itself and takes the
score that each log holds. Where scores are 0 or 1 it gives

- the fourfold table (a both right, b only the baseline, c only the candidate, d neither),
- the exact p value of McNemar's test by statsmodels, which must equal R's binom.test,
- intervals of candidate minus baseline at 95 %: Newcombe 1998 (method 10) from statsmodels' Wilson intervals, Tango
  1998 by root finding, Bonett and Price 2012, and BCa (Efron 1987) of the exact bootstrap distribution by convolution;

elsewhere, of the items' means over epochs, R's and SciPy's paired t test, which must be equal, and the interval of the
mean difference by statsmodels; and of all Bonett and Price's interval at the effective size.
"""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pandas
import scipy
import statsmodels
from scipy.optimize import brentq
from scipy.stats import norm, t as student, ttest_rel
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

LEVEL = 0.95
Z = norm.ppf(1 - (1 - LEVEL) / 2)


# Readers: a path to a series of scores by item, epochs averaged.


def lm_eval_summary(path):
    samples = json.loads(path.read_text())["samples"].values()
    return {str(s["doc"]["id"]): float(s["pred_label"] == s["doc"]["Label"]) for s in samples}


def simple_evals(path):
    rows = [json.loads(line) for line in path.open()]
    return {row["id"]: float(row["is_correct"]) for row in rows}


def inspect(path):
    with zipfile.ZipFile(path) as archive:
        samples = [json.loads(archive.read(n)) for n in archive.namelist() if n.startswith("samples/")]
    frame = pandas.DataFrame({"item": str(s["id"]), "score": grade(next(iter(s["scores"].values()))["value"])}
                             for s in samples)
    return frame.groupby("item").score.mean().to_dict()


def grade(value):
    return {"C": 1.0, "I": 0.0}.get(value) if isinstance(value, str) else float(value)


def evalscope(folder):
    rows = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.open()]
    return {row["sample_score"]["sample_metadata"]["question_id"]
            if "question_id" in (row["sample_score"].get("sample_metadata") or {})
            else row["sample_score"]["sample_id"]: float(row["sample_score"]["score"]["value"]["acc"]) for row in rows}


def lm_eval_samples(path):
    rows = [json.loads(line) for line in path.open()]
    return {str(row["doc_id"]): float(row["acc"]) for row in rows}


def vlmevalkit(path):
    frame = pandas.read_excel(path)
    return {str(item): float(hit) for item, hit in zip(frame["index"], frame["hit"])}


def portuguese_csv(path):
    frame = pandas.read_csv(path)
    right = frame.correta.map(lambda value: float(str(value).strip().lower() in ("true", "1", "sim")))
    return dict(zip(frame.arquivo + "/" + frame.idx_local.astype(str), right))


def columns(path):
    table = json.loads(path.read_text())
    return {str(item): float(score) for item, score in zip(table["ids"], table["correct"])}


def repeats(path):
    frame = pandas.read_json(path, lines=True)
    return frame.groupby("questionId").correct.mean().astype(float).to_dict()


READERS = {
    "lm-eval-summary": lm_eval_summary, "simple-evals": simple_evals, "inspect_ai": inspect, "evalscope": evalscope,
    "lm-eval": lm_eval_samples, "vlmevalkit": vlmevalkit, "csv": portuguese_csv, "columns": columns, "repeats": repeats,
}

MEDQA = "lm-eval-derived/araag2--lm-evaluation-harness/outputs/post_revamp_bench_26/multi-turn_CoT/MedQA"
GPQA = "simple-evals-derived/kuk--simple-evals-ru/data/results/gpqa"
EMAILS = "inspect_ai/kevinschaul--llm-evals/logs/2025-09-17T17"
MATH = "evalscope/modenicheng--llm_eval_evalscope/data_process/eval_result/reviews"
MOCK = "generated-with-real-runners"
TRIAL = "lm-eval/three-models-and-dummy"
SHEET = "MedQDemo_exact_matching_result.xlsx"
RAD = "generic/qiujunzhang03-7--GR5293-peft-medical-vqa"
PCDT = "generic/noharm-ai--healthbench-br/test_results"
ENAMED = "generic/Precisa-Saude--medbench-brasil/results/enamed-2025"

PAIRS = [
    ("lm-eval-summary", f"{MEDQA}/meta-llama_Llama-3.1-8B-Instruct/Summary_2026-02-24T15-18.json",
     f"{MEDQA}/unsloth_Qwen3-8B/Summary_2026-02-24T14-36.json"),
    ("lm-eval-summary", f"{MEDQA}/UbiquantAI_Fleming-R1-7B/Summary_2026-02-24T17-40.json",
     f"{MEDQA}/mistralai_Ministral-8B-Instruct-2410/Summary_2026-02-24T16-50.json"),
    ("simple-evals", f"{GPQA}/06_qwen_2_5_7b.jsonl", f"{GPQA}/15_qwen_2_5_72b.jsonl"),
    ("simple-evals", f"{GPQA}/26_gigachat_pro.jsonl", f"{GPQA}/27_gigachat_max.jsonl"),
    ("inspect_ai",
     f"{EMAILS}-51-09-00-00-political-fundraising-emails-gpt-5-nano-a90ae3de926c4248b0951c.eval",
     f"{EMAILS}-50-37-00-00-political-fundraising-emails-gemini-1-5-flash-002-b8f1253d0beb4444b28fb1.eval"),
    ("evalscope", f"{MATH}/deepseek-reasoner-v3.2", f"{MATH}/qwen-plus"),
    ("lm-eval", f"{MOCK}/{TRIAL}/mock__mock-med-2.0/samples_medq_mc_2026-11-24T02-32-03.217490.jsonl",
     f"{MOCK}/{TRIAL}/mock__mock-med-2.1/samples_medq_mc_2026-11-24T02-32-08.506486.jsonl"),
    ("vlmevalkit", f"{MOCK}/vlmevalkit/xlsx/mock-med-2.0/mock-med-2.0_{SHEET}",
     f"{MOCK}/vlmevalkit/xlsx/mock-med-2.1/mock-med-2.1_{SHEET}"),
    ("csv", f"{PCDT}/GPT_4.1_20251007_144809.csv", f"{PCDT}/GPT_5_20251007_144809.csv"),
    ("columns", f"{RAD}/results/baseline/per_example_scores.json",
     f"{RAD}/checkpoints/lora_rank4/per_example_scores.json"),
    ("repeats", f"{ENAMED}/gpt-5.1.raw.jsonl", f"{ENAMED}/gpt-5.2.raw.jsonl"),
]


# Intervals of candidate minus baseline. a, b, c and d as above, n items.


def newcombe(a, b, c, d):
    n = a + b + c + d
    p1, p2 = (a + c) / n, (a + b) / n
    l1, u1 = proportion_confint(a + c, n, 1 - LEVEL, "wilson")
    l2, u2 = proportion_confint(a + b, n, 1 - LEVEL, "wilson")
    product = (a + b) * (c + d) * (a + c) * (b + d)
    phi = (a * d - b * c) / np.sqrt(product) if product else 0
    below = np.sqrt((p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2)
    above = np.sqrt((u1 - p1) ** 2 - 2 * phi * (u1 - p1) * (p2 - l2) + (p2 - l2) ** 2)
    return p1 - p2 - below, p1 - p2 + above


def tango(b, c, n):
    def statistic(delta):
        q = max(np.roots([2 * n, -c - b + (2 * n - c + b) * delta, -b * delta * (1 - delta)]).real)
        return (c - b - n * delta) / np.sqrt(n * (2 * q + delta * (1 - delta)))
    estimate, edge = (c - b) / n, 1 - 1e-9
    return (brentq(lambda delta: statistic(delta) - Z, -edge, estimate, xtol=1e-14, rtol=1e-13),
            brentq(lambda delta: statistic(delta) + Z, estimate, edge, xtol=1e-14, rtol=1e-13))


def bonett_price(b, c, n):
    p, q = (c + 1) / (n + 2), (b + 1) / (n + 2)
    half = Z * np.sqrt((p + q - (p - q) ** 2) / (n + 2))
    return p - q - half, p - q + half


def bonett_price_effective(x):
    """At Korn and Graubard's (1998) effective size with Satterthwaite's degrees of freedom; see docs/statistics.md."""
    n, square = len(x), (x - x.mean()) ** 2
    gains, losses = x[x > 0].sum() / n, -x[x < 0].sum() / n
    variance = gains + losses - x.mean() ** 2
    degrees = max(1, min(n - 1, 2 * (square.sum() ** 2 / (square ** 2).sum() - 1)))
    error = np.sqrt(square.sum() * n / (n - 1)) / n

    def reduction(freedom):
        return (Z / student.ppf(1 - (1 - LEVEL) / 2, freedom)) ** 2
    size = min(n * variance / square.mean(), variance / error ** 2 * reduction(degrees))
    size = max(n * reduction(n - 1), size)
    return bonett_price(losses * size, gains * size, size)


def bca(b, c, n):
    # The sum of n draws of +1, 0 and -1: the n-fold convolution, by squaring.
    step, power, result = np.array([b, n - b - c, c]) / n, n, np.array([1.0])
    while power:
        if power & 1:
            result = np.convolve(result, step)
        step, power = np.convolve(step, step), power >> 1
    sums = np.arange(-n, n + 1)
    cumulative = np.cumsum(result)
    observed = c - b
    z0 = norm.ppf(result[sums < observed].sum() + result[sums == observed].sum() / 2)
    x = np.repeat([1.0, -1.0, 0.0], [c, b, n - b - c])
    deviations = x - x.mean()
    acceleration = (deviations ** 3).sum() / (6 * (deviations ** 2).sum() ** 1.5)

    def quantile(z):
        u = norm.cdf(z0 + (z0 + z) / (1 - acceleration * (z0 + z)))
        return sums[np.argmax(cumulative >= u - 1e-12)] / n
    return quantile(-Z), quantile(Z)


def r(code):
    output = subprocess.run(["Rscript", "-e", f"cat(format({code}, digits = 17))"], capture_output=True, text=True,
                            check=True).stdout
    return float(output)


def numbers(values):
    return "c(" + ",".join(repr(float(value)) for value in values) + ")"


def pair(root, kind, baseline, candidate):
    read = READERS[kind]
    table = pandas.DataFrame({"baseline": read(root / baseline), "candidate": read(root / candidate)}).dropna()
    first, second = table.baseline.to_numpy(), table.candidate.to_numpy()
    n = len(table)
    result = {"kind": kind, "baseline": baseline, "candidate": candidate, "items": n,
              "baselineScore": first.mean(), "candidateScore": second.mean(), "estimate": (second - first).mean(),
              "bonettPriceEffective": bonett_price_effective(second - first)}
    if set(first) | set(second) <= {0.0, 1.0}:
        a, b, c, d = (int(((first == x) & (second == y)).sum()) for x, y in ((1, 1), (1, 0), (0, 1), (0, 0)))
        p = mcnemar([[a, b], [c, d]], exact=True).pvalue
        assert abs(p - r(f"binom.test({b}, {b + c})$p.value")) <= 1e-12 * p, "statsmodels and R differ"
        result |= {"table": [a, b, c, d], "pValue": min(1.0, p), "newcombe": newcombe(a, b, c, d),
                   "tango": tango(b, c, n), "bonettPrice": bonett_price(b, c, n), "bca": bca(b, c, n)}
    else:
        p = ttest_rel(second, first).pvalue
        other = r(f"t.test({numbers(second)}, {numbers(first)}, paired = TRUE)$p.value")
        assert abs(p - other) <= 1e-9 * p, "SciPy and R differ"
        result |= {"pairedT": p, "pairedTInterval": DescrStatsW(second - first).tconfint_mean(1 - LEVEL)}
    return result


def main():
    root = Path(sys.argv[1])
    version = subprocess.run(["Rscript", "-e", "cat(R.version.string)"], capture_output=True, text=True).stdout
    document = {
        "tools": f"SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}, {version}",
        "level": LEVEL, "pairs": [pair(root, *entry) for entry in PAIRS],
    }
    json.dump(document, sys.stdout, indent=1, default=lambda value: value.item() if hasattr(value, "item") else value)
    print()


main()
