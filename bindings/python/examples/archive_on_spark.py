"""Facts of an archive by Spark: JSON Lines in, Parquet out.

    python archive_on_spark.py --master "local[2]" articles.jsonl facts.parquet
    python archive_on_spark.py --master "local-cluster[2,1,1024]" --environment newsfacts.tar.gz articles.jsonl facts.parquet

The second form ships an environment with the wheel to each executor; any cluster takes it. Make it by

    python -m venv env && env/bin/pip install pyarrow pandas venv-pack newsfacts-*.whl && env/bin/venv-pack -p env -o newsfacts.tar.gz
"""

import argparse
import os
import sys
import time

from pyspark.sql import SparkSession
from pyspark.sql.types import StringType, StructField, StructType

from newsfacts.spark import checks, facts

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--master", default="local[2]")
parser.add_argument("--environment", help="a packed environment that is shipped to the executors")
parser.add_argument("--checks", action="store_true", help="the checks instead of the facts")
parser.add_argument("articles")
parser.add_argument("output")
arguments = parser.parse_args()

builder = SparkSession.builder.master(arguments.master).appName("newsfacts").config("spark.ui.enabled", "false")
if arguments.environment:
    builder = builder.config("spark.archives", arguments.environment + "#environment")
    os.environ["PYSPARK_PYTHON"] = "./environment/bin/python"
    os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
else:
    os.environ["PYSPARK_PYTHON"] = sys.executable
spark = builder.getOrCreate()
spark.sparkContext.setLogLevel("ERROR")

schema = StructType([StructField(name, StringType()) for name in ("text", "id", "title", "date")])
articles = spark.read.schema(schema).json(arguments.articles)
began = time.time()
found = (checks if arguments.checks else facts)(articles, text="text", id="id", date="date", title="title")
found.write.mode("overwrite").parquet(arguments.output)
took = time.time() - began
written = spark.read.parquet(arguments.output)
print(f"{written.count()} rows of {written.select('article').distinct().count()} articles in {took:.1f} s, {written.where('error is not null').count()} errors")
spark.stop()
