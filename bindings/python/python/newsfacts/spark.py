"""Facts of a Spark DataFrame of articles, by mapInArrow: each executor analyses its partitions on its own cores.

>>> from newsfacts.spark import facts, checks
>>> facts(df, text="text", id="id", date="date").write.parquet("facts")

A record that cannot be analysed becomes a row with ``article`` and ``error``. Needs pyspark, pandas and pyarrow.
"""

from . import checks_table, facts_table

_TYPES = {"string": "string", "double": "double", "int64": "bigint", "date32[day]": "date"}


def facts(df, text="text", id=None, date=None, title=None, country=None, jobs=1):
    """A DataFrame with a row for each figure. ``text``, ``id``, ``date`` and ``title`` name columns of ``df``; ``jobs`` is the number of
    threads of a task, to be raised together with spark.task.cpus."""
    return _map(df, facts_table, text, id, date, title, country, jobs)


def checks(df, text="text", id=None, date=None, title=None, country=None, jobs=1):
    """A DataFrame with a row for each check; otherwise like ``facts``."""
    return _map(df, checks_table, text, id, date, title, country, jobs)


def _map(df, table, text, id, date, title, country, jobs):
    columns = {name: column for name, column in (("text", text), ("id", id), ("date", date), ("title", title)) if column}
    schema = ", ".join(f"`{field.name}` {_TYPES[str(field.type)]}" for field in table([]).schema)
    # Dates reach Python as strings, whatever their type: a bad one is an error of its record only.
    selected = df.select(*(df[column].cast("string").alias(name) for name, column in columns.items()))

    def work(batches):
        for batch in batches:
            records = ({**record, "text": record["text"] or ""} for record in batch.to_pylist())
            found = table(records, jobs=jobs, errors="return", country=country)
            yield from found.to_batches(max_chunksize=65536)

    return selected.mapInArrow(work, schema)
