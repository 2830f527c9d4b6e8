"""Runs the scorers on the annotated sets and fails where a figure is below its floor or above its ceiling.

usage: scores.py PROGRAM SHARED FLOORS.json [--raise]

The floors only go up and the ceilings only down: a change that does better sets them anew with --raise.
"""

import glob
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

program, shared, floors_path = sys.argv[1:4]
raising = sys.argv[4:] == ["--raise"]


def run(script, *arguments):
    command = [sys.executable, f"{shared}/eval/{script}", "--bin", program, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def annotated():
    """Mentions and relations of the annotated sets; the later ones hold relations only."""
    for prefix, gold, texts in (("", "dev", "texts"), ("varied ", "varied", "texts-varied"), ("excerpts ", "excerpts", "texts-excerpts")):
        output = run("score.py", "--gold", f"{shared}/eval/{gold}.jsonl", "--texts", f"{shared}/eval/{texts}", "--inject", "--json")
        for name, value in json.loads(output).items():
            if prefix and not name.startswith(("relation", "real errors", "injected", "false alarms")):
                continue
            if isinstance(value, dict):
                yield f"{prefix}{name} f1", value["f1"]
                yield f"{prefix}{name} precision", value["precision"]
                if name == "relation":
                    yield f"{prefix}{name} recall", value["recall"]
            elif isinstance(value, list):
                yield f"{prefix}{name}", value[0] / value[1] if value[1] else 1.0
            elif value is not None and name != "documents":
                yield f"{prefix}{name}", value


def facts():
    result = json.loads(run("score_facts.py", "--gold", f"{shared}/eval/facts.jsonl", "--json"))
    yield "facts all right", result["all right"]
    for field in ("measure", "entity", "period", "modality", "attribution"):
        yield f"facts {field} precision", result[field]["precision"]
        yield f"facts {field} recall", result[field]["recall"]


def own_facts():
    """Facts drawn by chance from all corpora in equal parts and annotated from the text alone, before anybody saw what the program says.
    Those of `drawn_facts` were read and tuned on afterwards, the blind ones are for judging alone."""
    for name in ("blind facts", "blind facts 2", "drawn facts"):
        own = os.path.join(os.path.dirname(os.path.abspath(__file__)), name.replace(" ", "_") + ".jsonl")
        with open(own, encoding="utf-8") as file:
            gold = [json.loads(line) for line in file]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as articles:
            for corpus in sorted({article["corpus"] for article in gold}):
                ids = {article["id"] for article in gold if article["corpus"] == corpus}
                with gzip.open(f"{shared}/corpora/{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
                    articles.writelines(line for line in lines if json.loads(line)["id"] in ids)
            articles.flush()
            result = json.loads(run("score_facts.py", "--gold", own, "--articles", articles.name, "--json"))
        yield f"{name} all right", result["all right"]
        for field in ("measure", "entity", "period", "modality", "attribution"):
            yield f"{name} {field} precision", result[field]["precision"]
            yield f"{name} {field} recall", result[field]["recall"]


# The scorer pairs all figures around a stated one, which takes minutes where a table has hundreds: articles with more numbers are left out.
MOST_NUMBERS = 100


def short_articles(corpus, folder):
    """A copy of the corpus without the articles that are mostly tables; told by the text alone, so that it is the same for every program."""
    copy = f"{folder}/{os.path.basename(corpus)}"
    left_out = 0
    with gzip.open(corpus, "rt", encoding="utf-8") as articles, gzip.open(copy, "wt", encoding="utf-8", compresslevel=1) as out:
        for line in articles:
            if len(re.findall(r"\d[\d.,]*", json.loads(line)["text"])) <= MOST_NUMBERS:
                out.write(line)
            else:
                left_out += 1
    return copy, left_out


def links():
    with tempfile.TemporaryDirectory() as folder:
        corpora = [short_articles(corpus, folder) for corpus in sorted(glob.glob(f"{shared}/corpora/*.jsonl.gz"))]
        print(f"links: without {sum(left_out for _, left_out in corpora)} articles of more than {MOST_NUMBERS} numbers")
        # Every link is corrupted: which ones a smaller number draws changes with every figure that is newly read.
        every = "30000"
        command = [sys.executable, f"{shared}/eval/links.py", "--bin", program, *(copy for copy, _ in corpora), "--inject", every]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    recall = output[output.index("\n  all (") : output.index("\nSTATED")]
    yield "links same sentence", float(re.search(r"^    same sentence +\d+ / +\d+ = ([\d.]+)", recall, re.M).group(1))
    # Links that arithmetic makes sure are few for shares and more with every fact that is read: counted, since a share of them falls where more is found.
    linked, all_of_them = re.search(r"^    share +(\d+) / +(\d+) =", recall, re.M).groups()
    print(f"links share: {linked} of {all_of_them}")
    yield "links of shares", float(linked)
    yield "links injected", float(re.search(r"^    all +all +\d+ / +\d+ = ([\d.]+)", output, re.M).group(1))


def cases():
    output = run("score_cases.py", "--cases", f"{shared}/eval/cases.jsonl")
    for part, share in re.findall(r"(checks|figures, periods, names) \d+ of \d+ = ([\d.]+)", output):
        yield f"cases {part}", float(share)


def tables():
    result = json.loads(run("score_tables.py", "--gold", f"{shared}/eval/tables.jsonl", "--documents", f"{shared}/tables", "--json"))
    for kind, rate in result["by_kind"].items():
        yield f"tables {kind}", rate
    yield "false alarms in tables", result["alarms"]


def pages():
    output = run("score_pages.py", "--pages", f"{shared}/documents/web-pages")
    precision, recall = re.search(r"precision ([\d.]+) recall ([\d.]+) f1", output).groups()
    yield "pages precision", float(precision)
    yield "pages recall", float(recall)
    if shutil.which("pdftotext") is None:
        print("SKIPPED: pdftotext is not here (poppler-utils), PDFs are not compared")
        return
    words, numbers, low = re.search(r"pdfs \d+ words ([\d.]+) numbers ([\d.]+) below 0.9: (\d+)", run("score_pages.py", "--pdf", f"{shared}/documents")).groups()
    yield "pdf words", float(words)
    yield "pdf numbers", float(numbers)
    yield "false pdfs below 0.9", float(low)


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
measured = dict([*annotated(), *facts(), *own_facts(), *links(), *cases(), *tables(), *pages(), *names(), *specifications()])
if raising:
    for name, value in measured.items():
        kind, better = ("ceilings", min) if "false " in name else ("floors", max)
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
missing = [name for name in [*limits["floors"], *limits["ceilings"]] if name not in measured and "pdf" not in name]
for name in missing:
    print(f"{name:40} was not measured  FAILED")
sys.exit(1 if failed or missing else 0)
