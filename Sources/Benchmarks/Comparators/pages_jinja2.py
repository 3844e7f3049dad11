"""Renders the leaderboard tables of a findings document with Jinja2.

pages_jinja2.py FINDINGS FOLDER

The leaderboard, a page a model (its benchmarks and their parts), and a page a benchmark (its models), with escaped text. No
charts, no comparisons, no item pages. Prints the leaderboard as JSON: name and percentage.
"""

import json
import pathlib
import sys

from jinja2 import DictLoader, Environment

LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><nav><a href="{{ root }}index.html">Leaderboard</a></nav><h1>{{ title }}</h1>{% block body %}{% endblock %}</body></html>
"""
TABLE = """{% extends "layout" %}{% block body %}<table><thead><tr><th>{{ head }}</th><th>Accuracy</th><th>Interval</th>
<th>n</th><th>clusters</th><th>method</th></tr></thead><tbody>{% for row in rows %}<tr><th scope="row">
<a href="{{ root }}{{ row.link }}">{{ row.name }}</a></th><td>{{ row.estimate | percent }}</td>
<td>[{{ row.interval.lower | percent }}, {{ row.interval.upper | percent }}]</td><td>{{ row["items"] }}</td>
<td>{{ row.clusters }}</td><td>{{ row.interval.method }}</td></tr>{% endfor %}</tbody></table>{% endblock %}
"""


def percent(value):
    return f"{100 * value:.1f}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        findings = json.load(file)
    folder = pathlib.Path(sys.argv[2])
    environment = Environment(loader=DictLoader({"layout": LAYOUT, "table": TABLE}), autoescape=True)
    environment.filters["percent"] = percent
    table = environment.get_template("table")
    models = {model["id"]: model["name"] for model in findings["models"]}
    benchmarks = {benchmark["id"]: benchmark["name"] for benchmark in findings["benchmarks"]}
    estimates = findings["estimates"]

    def write(path, title, head, rows):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            table.render(title=title, head=head, rows=rows, root="../" * path.count("/")), encoding="utf-8")

    ranked = sorted((e for e in estimates if e["scope"] == "macro-average"), key=lambda e: -e["estimate"])
    rows = [e | {"name": models[e["model"]], "link": f"models/{e['model']}.html"} for e in ranked]
    write("index.html", "Leaderboard", "Model", rows)
    for model, name in models.items():
        own = [e for e in estimates if e["model"] == model and "benchmark" in e]
        write(f"models/{model}.html", name, "Benchmark", [
            e | {"link": f"benchmarks/{e['benchmark']}.html", "name": " ".join(filter(None, [
                benchmarks[e["benchmark"]], e.get("capability"), e.get("facet"), e.get("value")]))} for e in own])
    for benchmark, name in benchmarks.items():
        own = [e for e in estimates if e.get("benchmark") == benchmark and e["scope"] == "benchmark"]
        own.sort(key=lambda e: -e["estimate"])
        write(f"benchmarks/{benchmark}.html", name, "Model", [
            e | {"name": models[e["model"]], "link": f"models/{e['model']}.html"} for e in own])
    print(json.dumps([[row["name"], percent(row["estimate"])] for row in rows]))


main()
