"""newsfacts.spark on a local Spark; skipped without pyspark or Java."""

import datetime
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pyspark = pytest.importorskip("pyspark")
pytest.importorskip("pandas")
if not shutil.which("java"):
    pytest.skip("no Java is here", allow_module_level=True)

EXAMPLE = Path(__file__).parent.parent / "examples" / "archive_on_spark.py"
TEXT = "Exports of cork rose 93% to $830 million in 2024 from $596 million in 2023, the ministry said."


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "2").getOrCreate()
    yield session
    session.stop()


def test_facts_and_checks(spark):
    from newsfacts.spark import checks, facts

    rows = [(TEXT, "a", "2025-02-10"), (TEXT, "b", "never"), (None, "c", None), ("Sales rose 5% last year.", "d", "2025-02-10")]
    df = spark.createDataFrame(rows, "text string, id string, date string").repartition(2)
    found = facts(df, text="text", id="id", date="date")
    assert dict(found.dtypes)["value_double"] == "double" and dict(found.dtypes)["from"] == "date"
    got = {(row.article, row.text): row for row in found.collect()}
    assert got["a", "$830 million"].value == "830000000"
    assert got["d", "5%"]["from"] == datetime.date(2024, 1, 1)
    assert "date" in got["b", None].error
    wrong = checks(df, text="text", id="id").where("verdict = 'inconsistent'")
    assert sorted(row.article for row in wrong.collect()) == ["a", "b"]


def run_example(directory, *arguments):
    """The example on three articles, one of which has a bad date."""
    articles = directory / "articles.jsonl"
    records = [{"text": TEXT, "id": "a", "date": "2025-02-10"}, {"text": TEXT, "id": "b", "date": "never"}, {"text": TEXT, "id": "c"}]
    articles.write_text("".join(json.dumps(record) + "\n" for record in records))
    command = [sys.executable, EXAMPLE, *arguments, articles, directory / "facts.parquet"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "7 rows of 3 articles" in done.stdout and "1 errors" in done.stdout, done.stdout
    return directory / "facts.parquet"


def test_the_example_in_one_process(tmp_path):
    import pyarrow.compute
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(run_example(tmp_path, "--master", "local[2]"))
    assert table.filter(pyarrow.compute.equal(table["text"], "$830 million")).num_rows == 2


@pytest.mark.skipif(importlib.util.find_spec("venv_pack") is None, reason="venv-pack is not installed")
@pytest.mark.skipif(not os.environ.get("NEWSFACTS_WHEEL"), reason="NEWSFACTS_WHEEL does not name the wheel that is to be shipped")
def test_the_example_ships_the_wheel_to_executors(tmp_path):
    """Executors of their own, in directories where nothing is installed: what they run is the packed environment."""
    environment, packed = tmp_path / "environment", tmp_path / "newsfacts.tar.gz"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    pip = [environment / "bin" / "pip", "install", "-q"]
    subprocess.run([*pip, "pyarrow", "pandas<3", os.environ["NEWSFACTS_WHEEL"]], check=True)
    subprocess.run([Path(sys.executable).parent / "venv-pack", "-q", "-p", environment, "-o", packed], check=True)
    run_example(tmp_path, "--master", "local-cluster[2,1,1024]", "--environment", packed)
