"""Writes genuine logs of lm-evaluation-harness with a mock model, and what it reports of them, as JSON on standard output.

Usage: lm_eval_logs.py FOLDER
"""
import json
import os
import sys

import lm_eval
from lm_eval.api.model import LM
from lm_eval.loggers import EvaluationTracker
from lm_eval.tasks import TaskManager

folder = os.path.abspath(sys.argv[1])
os.makedirs(folder + "/tasks", exist_ok=True)
with open(folder + "/tasks/drugs.jsonl", "w") as file:
    for i in range(30):
        row = {"id": f"case-{i}", "question": f"Case {i}: which drug?", "answer": "ABCD"[i % 4], "gold": i % 4,
               "modality": "CT" if i % 3 else "MR"}
        file.write(json.dumps(row) + "\n")

COMMON = f"""
dataset_path: json
dataset_kwargs: {{data_files: {{test: {folder}/tasks/drugs.jsonl}}}}
test_split: test
metadata: {{version: 1.0}}
"""
TASKS = {
    "drugs_choice": COMMON + """
output_type: multiple_choice
doc_to_text: "{{question}}\\nAnswer:"
doc_to_choice: ["A", "B", "C", "D"]
doc_to_target: gold
metric_list:
  - {metric: acc, aggregation: mean, higher_is_better: true}
  - {metric: acc_norm, aggregation: mean, higher_is_better: true}
""",
    "drugs_text": COMMON + """
output_type: generate_until
doc_to_text: "{{question}}"
doc_to_target: answer
repeats: 3
generation_kwargs: {until: ["###"], do_sample: true, temperature: 0.5}
filter_list:
  - {name: strict, filter: [{function: regex, regex_pattern: "The answer is ([A-D])\\\\."}, {function: take_first}]}
  - {name: loose, filter: [{function: regex, group_select: -1, regex_pattern: "([A-D])"}, {function: take_first}]}
  - {name: maj@3, filter: [{function: regex, regex_pattern: "([A-D])"}, {function: majority_vote}, {function: take_first}]}
metric_list:
  - {metric: exact_match, aggregation: mean, higher_is_better: true}
""",
}
for name, text in TASKS.items():
    with open(f"{folder}/tasks/{name}.yaml", "w") as file:
        file.write(f"task: {name}\n{text}")
with open(f"{folder}/tasks/drugs.yaml", "w") as file:
    file.write("group: drugs\ntask: [drugs_choice, drugs_text]\naggregate_metric_list:\n  - {metric: acc}\nmetadata: {version: 1.0}\n")


class Mock(LM):
    """Right but for every n-th case; its repeats differ."""

    def __init__(self, every):
        super().__init__()
        self.every = every
        self.seen = {}

    def letter(self, text):
        case = int(text.split("Case ")[1].split(":")[0])
        self.seen[case] = self.seen.get(case, 0) + 1
        return "ABCD"[(case + (1 if case % self.every == 0 else 0)) % 4]

    def loglikelihood(self, requests, **kwargs):
        return [(-0.5 if r.args[1].strip() == self.letter(r.args[0]) else -3.0, False) for r in requests]

    def loglikelihood_rolling(self, requests, **kwargs):
        return [-1.0 for _ in requests]

    def generate_until(self, requests, **kwargs):
        texts = []
        for request in requests:
            letter = self.letter(request.args[0])
            case = int(request.args[0].split("Case ")[1].split(":")[0])
            texts.append(f"It may be {letter}" if case % 7 == 0 else f"The answer is {letter}.")
        return texts


report = []
for name, every in (("mock-one", 5), ("mock-two", 4)):
    tracker = EvaluationTracker(output_path=f"{folder}/output/{name}")
    tracker.general_config_tracker.model_source = "mock"
    tracker.general_config_tracker.model_name = name
    tracker.general_config_tracker.model_name_sanitized = name
    result = lm_eval.simple_evaluate(
        model=Mock(every), tasks=["drugs"], task_manager=TaskManager(include_path=folder + "/tasks"), log_samples=True,
        bootstrap_iters=0, evaluation_tracker=None,
    )
    samples = result.pop("samples")
    result["config"]["model"] = "mock"
    tracker.save_results_aggregated(results=result, samples=samples)
    for task, rows in samples.items():
        tracker.save_results_samples(task_name=task, samples=rows)
        figures = {
            key: value for key, value in result["results"][task].items()
            if isinstance(value, float) and "stderr" not in key
        }
        report.append({"model": name, "task": task, "items": result["n-samples"][task]["effective"], "figures": figures})
json.dump(report, sys.stdout)
