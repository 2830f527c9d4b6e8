"""newsfacts.spark on a local Spark; skipped without pyspark or Java."""

import datetime
import shutil
import sys

import pytest

pyspark = pytest.importorskip("pyspark")
pytest.importorskip("pandas")
if not shutil.which("java"):
    pytest.skip("no Java is here", allow_module_level=True)

TEXT = "Exports of cork rose 93% to $830 million in 2024 from $596 million in 2023, the ministry said."


@pytest.fixture(scope="module")
def spark():
    import os

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
