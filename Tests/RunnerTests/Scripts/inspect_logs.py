"""Writes genuine logs of inspect_ai with mock models, and what inspect_ai reports of them, as JSON on standard output.

Usage: inspect_logs.py FOLDER
"""
import json
import sys

from inspect_ai import Task, eval, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.log import read_eval_log
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from inspect_ai.scorer import accuracy, choice, match, mean, scorer, Score, stderr
from inspect_ai.solver import generate, multiple_choice

folder = sys.argv[1]
OPTIONS = ["aspirin", "heparin", "insulin", "warfarin"]


def samples(count):
    return MemoryDataset(
        [
            Sample(
                id=f"case-{i}", input=f"Case {i}: which drug?", choices=OPTIONS, target="ABCD"[i % 4],
                metadata={"modality": "CT" if i % 3 else "MR", "site": {"name": f"ward {i % 2}"}},
            )
            for i in range(count)
        ],
        name="drugs",
    )


def model(name, wrong_every, failing=()):
    """Right but for every n-th case; some cases fail at their first try."""
    seen = {}

    def answer(input, tools, tool_choice, config):
        case = int(input[-1].text.split("Case ")[1].split(":")[0])
        seen[case] = seen.get(case, 0) + 1
        if case in failing and seen[case] == 1:
            raise RuntimeError("the mock server is down")
        letter = "ABCD"[(case + (1 if (case + seen[case]) % wrong_every == 0 else 0)) % 4]
        output = ModelOutput.from_content(model=name, content=f"Thinking about case {case}.\n\nANSWER: {letter}")
        output.usage = ModelUsage(input_tokens=5, output_tokens=5, total_tokens=10)
        return output

    return get_model("mockllm/" + name, custom_outputs=answer, memoize=False)


@scorer(metrics={"letter": [accuracy(), stderr()], "length": [mean()]})
def details():
    async def score(state, target):
        text = state.output.completion
        return Score(value={"letter": int(f"ANSWER: {target.text}" in text), "length": len(text) / 100}, answer=text[-1:])

    return score


def run(name, count, scorers, wrong_every, failing=(), **options):
    @task(name=name)
    def drugs():
        return Task(dataset=samples(count), solver=multiple_choice(), scorer=scorers)

    logs = eval(
        drugs(), model=model("mock-" + name, wrong_every, failing), log_dir=folder + "/" + name, display="none",
        fail_on_error=False, **options,
    )
    log = read_eval_log(logs[0].location)
    figures = {}
    for result in log.results.scores:
        for key, metric in result.metrics.items():
            if key in ("accuracy", "mean"):
                figures[f"{result.name}/{key}"] = {"value": metric.value, "items": result.scored_samples}
    return {"location": logs[0].location, "model": log.eval.model, "task": log.eval.task, "figures": figures}


report = [
    run("plain", 20, [choice()], 5),
    run("epochs", 12, [choice()], 4, epochs=3, log_format="json"),
    run("scorers", 16, [choice(), details()], 3, epochs=2),
    run("failing", 15, [choice()], 6, failing=(3, 9), epochs=2),
    run("limited", 20, [choice()], 7, limit=9),
    run("shuffled", 24, [choice()], 5, sample_shuffle=11),
]
json.dump(report, sys.stdout)
