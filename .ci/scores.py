"""Runs the scorers on the annotated sets and fails where a figure is below its floor or above its ceiling.

usage: scores.py PROGRAM SHARED FLOORS.json [--raise]

The floors only go up and the ceilings only down: a change that does better sets them anew with --raise.
"""

import json
import re
import subprocess
import sys

program, shared, floors_path = sys.argv[1:4]
raising = sys.argv[4:] == ["--raise"]


def run(script, *arguments):
    command = [sys.executable, f"{shared}/eval/{script}", "--bin", program, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def dev_set():
    texts = f"{shared}/eval/texts"
    result = json.loads(run("score.py", "--gold", f"{shared}/eval/dev.jsonl", "--texts", texts, "--inject", "--json"))
    for name, value in result.items():
        if isinstance(value, dict):
            yield f"{name} f1", value["f1"]
            yield f"{name} precision", value["precision"]
        elif isinstance(value, list):
            yield name, value[0] / value[1] if value[1] else 1.0
        elif value is not None and name != "documents":
            yield name, value


def names():
    for corpus in ("finer_ord_val", "conll2003_testa"):
        output = run("score_entities.py", "--gold", f"{shared}/ner/{corpus}.jsonl")
        yield f"names {corpus} f1", float(re.search(r"^all .* f1 ([\d.]+)", output, re.M).group(1))


def specifications():
    kinds = [("recognizers-currency", "currency"), ("recognizers-percent", "percent"), ("recognizers-dateperiod-parse", "period")]
    for file, kind in kinds:
        output = run("score_specs.py", "--spec", f"{shared}/specs/{file}.json", "--kind", kind)
        yield f"specification {file}", float(re.search(r"= ([\d.]+)", output).group(1))


with open(floors_path, encoding="utf-8") as file:
    limits = json.load(file)
measured = dict([*dev_set(), *names(), *specifications()])
if raising:
    for name, value in measured.items():
        kind, better = ("ceilings", min) if name.startswith("false alarms") else ("floors", max)
        limits[kind][name] = better(round(value, 4), limits[kind].get(name, round(value, 4)))
    with open(floors_path, "w", encoding="utf-8") as file:
        json.dump(limits, file, indent=2)
        file.write("\n")
failed = 0
for name, value in measured.items():
    floor, ceiling = limits["floors"].get(name), limits["ceilings"].get(name)
    low = floor is not None and value < floor
    high = ceiling is not None and value > ceiling
    limit = f"floor {floor}" if floor is not None else f"ceiling {ceiling}" if ceiling is not None else ""
    print(f"{name:40} {value:8.4f}  {limit}{'  FAILED' if low or high else ''}")
    failed += low or high
missing = [name for name in [*limits["floors"], *limits["ceilings"]] if name not in measured]
for name in missing:
    print(f"{name:40} was not measured  FAILED")
sys.exit(1 if failed or missing else 0)
