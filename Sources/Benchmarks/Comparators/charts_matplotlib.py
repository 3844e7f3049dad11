"""Draws the charts of a findings document with matplotlib, as its user would for a paper.

charts_matplotlib.py FINDINGS ORDERS FOLDER FORMATS DPI REPEATS

ORDERS holds the words and the size in inches of each chart. Looks are the library's own with ordinary care: constrained
layout, light grid, no box, a colour and a marker a kind of model, numbers beside the marks. What Acuity's charts have
beyond that is left out: the bars of models that cannot be told apart and the marks of verdicts.

Prints one JSON object a line: the processor time of loading and reading, then for each chart and format the bytes and
the median processor time of REPEATS drawings from data to file after one unmeasured; with REPEATS 0, of the first.
"""

import json
import os
import statistics
import sys
import textwrap
import time

begun = time.process_time()
import matplotlib  # noqa: E402

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

loaded = time.process_time()

KINDS = {"medical": ("#ff7f0e", "D"), "general": ("#1f77b4", "o")}


def kind_of(model):
    return KINDS.get(model["kind"], ("#7f7f7f", "s"))


def figure(order, pad):
    fig, ax = plt.subplots(figsize=(order["width"], order["height"]), layout="constrained")
    fig.suptitle(textwrap.fill(order["title"], 88), x=0.01, ha="left", fontsize=8.5, fontweight="bold")
    ax.set_title(textwrap.fill(order["subtitle"], 92), loc="left", fontsize=6.5, color="dimgray", pad=pad)
    fig.supxlabel(textwrap.fill(order["footnote"], 135), x=0.01, ha="left", fontsize=5.5, color="dimgray")
    ax.tick_params(labelsize=7)
    return fig, ax


def key(ax, study, rows, **place):
    """What the colours of names mean."""
    for kind in dict.fromkeys(study.models[row["model"]]["kind"] for row in rows):
        colour, marker = KINDS.get(kind, ("#7f7f7f", "s"))
        ax.plot([], [], marker, color=colour, markersize=4, label=kind)
    ax.legend(fontsize=6.5, frameon=False, loc="lower left", borderpad=0, handletextpad=0.2, **place)


def rows_axis(ax, labels, title):
    ax.set_yticks(range(len(labels)), labels)
    ax.invert_yaxis()
    ax.set_xlabel(title, fontsize=7)
    ax.grid(axis="x", color="0.9", linewidth=0.6)
    ax.set_axisbelow(True)
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.tick_params(axis="y", length=0)


def beside(ax, x, y, text, **looks):
    """A text right of the axes, at a height of the data."""
    ax.annotate(text, (1, y), xytext=(x, 0), xycoords=("axes fraction", "data"), textcoords="offset points",
                ha="right", va="center", fontsize=6.5, annotation_clip=False, **looks)


def percent(value):
    return f"{100 * value:.1f}".replace("-", "\u2212")


def bracket(interval):
    return f"[{percent(interval['lower'])}, {percent(interval['upper'])}]"


def leaderboard(study, order):
    fig, ax = figure(order, pad=18)
    rows = study.ranked
    for kind in sorted({study.models[row["model"]]["kind"] for row in rows}, reverse=True):
        colour, marker = KINDS.get(kind, ("#7f7f7f", "s"))
        members = [(y, row) for y, row in enumerate(rows) if study.models[row["model"]]["kind"] == kind]
        values = [100 * row["estimate"] for _, row in members]
        errors = [[100 * (row["estimate"] - row["interval"]["lower"]) for _, row in members],
                  [100 * (row["interval"]["upper"] - row["estimate"]) for _, row in members]]
        ax.errorbar(values, [y for y, _ in members], xerr=errors, fmt=marker, color=colour, markersize=4,
                    elinewidth=1.2, label=kind)
    rows_axis(ax, [study.models[row["model"]]["name"] for row in rows], "accuracy, %")
    beside(ax, 24, -0.9, "%", color="dimgray")
    beside(ax, 74, -0.9, "interval", color="dimgray")
    beside(ax, 106, -0.9, "n", color="dimgray")
    for y, row in enumerate(rows):
        beside(ax, 24, y, percent(row["estimate"]), fontweight="bold")
        beside(ax, 74, y, bracket(row["interval"]), color="dimgray")
        beside(ax, 106, y, f"{row['items']:,}", color="dimgray")
    ax.legend(fontsize=6.5, frameon=False, loc="lower left", bbox_to_anchor=(0, 1), borderpad=0, ncol=2)
    return fig


def heat_map(study, order):
    fig, ax = figure(order, pad=6)
    benchmarks = study.benchmarks_by_mean
    values = [[study.cells[row["model"], benchmark]["estimate"] for benchmark in benchmarks] for row in study.ranked]
    image = ax.imshow([[100 * value for value in row] for row in values], cmap="Blues", aspect="auto", vmin=20, vmax=90)
    for y, row in enumerate(study.ranked):
        for x, benchmark in enumerate(benchmarks):
            cell = study.cells[row["model"], benchmark]
            colour = "white" if cell["estimate"] > 0.65 else "black"
            ax.text(x, y - 0.18, percent(cell["estimate"]), ha="center", va="center", fontsize=7, color=colour)
            ax.text(x, y + 0.22, f"{percent(cell['interval']['lower'])}\u2013{percent(cell['interval']['upper'])}",
                    ha="center", va="center", fontsize=5.5, color=colour)
        beside(ax, 24, y, percent(row["estimate"]), fontweight="bold")
    for x, benchmark in enumerate(benchmarks):
        ax.text(x, len(values) - 0.2, percent(study.means[benchmark]), ha="center", va="center", fontsize=6.5,
                fontweight="bold")
    beside(ax, 24, -0.8, "mean", color="dimgray")
    ax.set_yticks(range(len(values)), [study.models[row["model"]]["name"] for row in study.ranked])
    for label, row in zip(ax.get_yticklabels(), study.ranked):
        label.set_color(kind_of(study.models[row["model"]])[0])
    ax.set_xticks(range(len(benchmarks)), [study.benchmarks[benchmark]["name"] for benchmark in benchmarks])
    ax.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0, labelsize=6)
    ax.spines[:].set_visible(False)
    key(ax, study, study.ranked, bbox_to_anchor=(-0.2, 1), ncol=1)
    ax.set_xticks([x - 0.5 for x in range(1, len(benchmarks))], minor=True)
    ax.set_yticks([y - 0.5 for y in range(1, len(values))], minor=True)
    ax.grid(which="minor", color="white", linewidth=1)
    ax.tick_params(which="minor", length=0, top=False, labeltop=False)
    bar = fig.colorbar(image, ax=ax, pad=0.06, aspect=30)
    bar.set_label("accuracy, %", fontsize=6.5)
    bar.ax.tick_params(labelsize=6)
    bar.outline.set_visible(False)
    return fig


def gap(study, order):
    fig, ax = figure(order, pad=18)
    rows = study.gaps
    height = range(len(rows))
    reasoning = [100 * row["reasoning"] for row in rows]
    understanding = [100 * row["understanding"] for row in rows]
    ax.hlines(height, reasoning, understanding, color="darkgray", linewidth=1.5, zorder=1)
    ax.scatter(understanding, height, s=20, facecolor="white", edgecolor="tab:green", label="understanding", zorder=2)
    ax.scatter(reasoning, height, s=20, color="tab:purple", label="reasoning", zorder=2)
    rows_axis(ax, [study.models[row["model"]]["name"] for row in rows], "accuracy, %")
    for label, row in zip(ax.get_yticklabels(), rows):
        label.set_color(kind_of(study.models[row["model"]])[0])
    beside(ax, 30, -0.9, "gap", color="dimgray")
    beside(ax, 90, -0.9, "interval", color="dimgray")
    for y, row in enumerate(rows):
        beside(ax, 30, y, ("+" if row["estimate"] > 0 else "") + percent(row["estimate"]), fontweight="bold")
        beside(ax, 90, y, bracket(row["interval"]), color="dimgray")
    key(ax, study, rows, bbox_to_anchor=(0, 1), ncol=4)
    return fig


CHARTS = {"leaderboard": leaderboard, "heat-map": heat_map, "gap": gap}


class Study:
    """What the charts need of a findings document."""

    def __init__(self, document):
        self.models = {model["id"]: model for model in document["models"]}
        self.benchmarks = {benchmark["id"]: benchmark for benchmark in document["benchmarks"]}
        estimates = document["estimates"]
        self.ranked = sorted((e for e in estimates if e["scope"] == "macro-average"), key=lambda e: -e["estimate"])
        self.cells = {(e["model"], e["benchmark"]): e for e in estimates if e["scope"] == "benchmark"}
        self.means = {
            benchmark: statistics.fmean(e["estimate"] for (_, on), e in self.cells.items() if on == benchmark)
            for benchmark in self.benchmarks}
        self.benchmarks_by_mean = sorted(self.benchmarks, key=lambda benchmark: -self.means[benchmark])
        self.gaps = sorted((g for g in document["gaps"] if "benchmark" not in g and g["form"] == "standardised"),
                           key=lambda g: -g["estimate"])


def main(findings, orders, folder, formats, dpi, repeats):
    with open(orders, encoding="utf-8") as file:
        orders = json.load(file)
    start = time.process_time()
    with open(findings, encoding="utf-8") as file:
        study = Study(json.load(file))
    print(json.dumps({"library": f"matplotlib {matplotlib.__version__}", "importSeconds": loaded - begun,
                      "readSeconds": time.process_time() - start}))
    for name, draw in CHARTS.items():
        if name not in orders:
            continue
        for form in formats.split(","):
            path = os.path.join(folder, f"{name}.{form}")
            times = []
            for _ in range(int(repeats) + 1):
                start = time.process_time()
                fig = draw(study, orders[name])
                fig.savefig(path, dpi=float(dpi))
                plt.close(fig)
                times.append(time.process_time() - start)
            print(json.dumps({"chart": name, "format": form, "bytes": os.path.getsize(path),
                              "seconds": statistics.median_low(times[1:] or times)}))


main(*sys.argv[1:])
