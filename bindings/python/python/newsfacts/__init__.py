"""Reads news text, turns its figures and names into structured facts, and recomputes every stated percentage.

>>> import newsfacts
>>> sheet = newsfacts.analyze("Exports rose 93% to $830 million from $596 million.")
>>> sheet.facts[1].value, sheet.facts[1].unit
(Decimal('830000000'), 'USD')
>>> sheet.checks[0].verdict, sheet.checks[0].suggestion
('inconsistent', '39%')

It reads English, works offline, and gives the same answer every time. Values are exact ``decimal.Decimal``, days ``datetime.date``,
places in the text code points: ``text[fact.span.start:fact.span.end] == fact.text``.
"""

from __future__ import annotations

import datetime as _datetime
import os as _os
from typing import Any as _Any, Iterable as _Iterable, Iterator as _Iterator, Literal as _Literal, Mapping as _Mapping, Optional as _Optional
from typing import Sequence as _Sequence, Union as _Union

from . import _newsfacts, _records
from ._newsfacts import Fault, __version__
from ._records import Check, Document, Entity, Fact, FactSheet, Period, Record

__all__ = [
    "analyze", "analyze_batch", "check", "checks_table", "facts_table", "read", "report",
    "Check", "Document", "Entity", "Fact", "FactSheet", "Fault", "Period", "Record", "__version__",
]

_Date = _Union[str, _datetime.date, None]
_Words = _Optional[str]
_Articles = _Iterable[_Union[str, _Mapping[str, _Any]]]
_Errors = _Literal["raise", "return"]


def _day(date):
    """An ISO date of a date, a datetime (pandas' as well) or a string."""
    if date is None or isinstance(date, str):
        return date
    if isinstance(date, _datetime.datetime):
        return None if date != date else date.date().isoformat()  # NaT is no day
    return date.isoformat() if isinstance(date, _datetime.date) else str(date)


def _text(text):
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}; read(path) reads files")
    return text


def analyze(
    text: str, date: _Date = None, country: _Words = None, id: _Words = None, title: _Words = None, fiscal_year_start: _Words = None,
) -> FactSheet:
    """The fact sheet of one article.

    ``date`` is the day that "last year" counts from, as ``datetime.date`` or "2025-02-10"; a dateline in the text is read without it.
    ``country`` names whose "$" and fiscal year it is, where the text does not tell; ``fiscal_year_start`` is "MM-DD".

    Raises ValueError for a date, country or fiscal year that is none and for a text of more than 2 MB, ``newsfacts.Fault`` for a
    fault in newsfacts itself.
    """
    return _newsfacts.analyze(_text(text), _day(date), country, id, title, fiscal_year_start)


def check(
    text: str, date: _Date = None, country: _Words = None, id: _Words = None, title: _Words = None, fiscal_year_start: _Words = None,
    silence: _Sequence[str] = (),
) -> list[Record]:
    """What does not add up in one article: a list of findings, empty where all is well.

    A finding has ``rule``, ``message``, ``text``, ``span``, ``sentence``, ``operands``, ``computed``, ``formula``, ``cause``,
    ``suggestion`` and ``fingerprint``. Remarks in the text, ``<!-- newsfacts: ignore -->``, and the fingerprints in ``silence`` leave
    findings out. Arguments and errors are those of ``analyze``.
    """
    return _newsfacts.check(_text(text), _day(date), country, id, title, fiscal_year_start, list(silence))


def report(
    text: str, date: _Date = None, country: _Words = None, id: _Words = None, title: _Words = None, fiscal_year_start: _Words = None,
) -> str:
    """One self-contained page in HTML that shows an article with its figures and what came of checking them."""
    return _newsfacts.report(_text(text), _day(date), country, id, title, fiscal_year_start)


def _articles(articles):
    for article in articles:
        if isinstance(article, dict) and article.get("date") is not None and not isinstance(article["date"], str):
            article = {**article, "date": _day(article["date"])}
        yield article


def analyze_batch(
    articles: _Articles, jobs: _Optional[int] = None, errors: _Errors = "raise", country: _Words = None, fiscal_year_start: _Words = None,
) -> _Iterator[_Any]:
    """Fact sheets of many articles, in their order, analysed in parallel while Python's lock is free.

    ``articles`` is any iterable of strings, or of dicts with ``text`` and perhaps ``id``, ``title`` and ``date``; it is read a few
    hundred at a time. ``jobs`` is the number of threads, all cores without it. With ``errors="return"`` an article that cannot be
    analysed gives its exception in its place; with "raise" it ends the iteration.
    """
    return _newsfacts.Batch(_articles(articles), jobs, _give(errors), country, fiscal_year_start)


def facts_table(
    articles: _Articles, jobs: _Optional[int] = None, errors: _Errors = "raise", country: _Words = None, fiscal_year_start: _Words = None,
) -> _Any:
    """The facts of many articles as a ``pyarrow.Table``, which pandas, polars and DuckDB read. Needs pyarrow.

    One row a fact, with the columns of ``newsfacts extract --format parquet`` (docs/tables.md). With ``errors="return"`` an article that cannot be
    analysed gives one row with ``article`` and ``error``. Arguments are those of ``analyze_batch``.
    """
    return _table(articles, False, jobs, errors, country, fiscal_year_start)


def checks_table(
    articles: _Articles, jobs: _Optional[int] = None, errors: _Errors = "raise", country: _Words = None, fiscal_year_start: _Words = None,
) -> _Any:
    """The checks of many articles as a ``pyarrow.Table``, one row a check; otherwise like ``facts_table``."""
    return _table(articles, True, jobs, errors, country, fiscal_year_start)


def _give(errors):
    if errors not in ("raise", "return"):
        raise ValueError(f"errors must be 'raise' or 'return', not {errors!r}")
    return errors == "return"


def _table(articles, checks, jobs, errors, country, fiscal_year_start):
    try:
        import pyarrow
    except ImportError:
        raise ImportError("tables need pyarrow: pip install pyarrow") from None
    types = {"text": pyarrow.string(), "double": pyarrow.float64(), "integer": pyarrow.int64(), "date": pyarrow.date32()}
    chunks = _newsfacts.columns(_articles(articles), checks, jobs, _give(errors), country, fiscal_year_start)
    batches = []
    for columns in chunks:
        arrays, names = [], []
        for name, kind, rows, missing, valid, offsets, values in columns:
            buffers = [pyarrow.py_buffer(part) for part in (valid, offsets, values) if part is not None]
            arrays.append(pyarrow.Array.from_buffers(types[kind], rows, buffers, null_count=missing))
            names.append(name)
        batches.append(pyarrow.RecordBatch.from_arrays(arrays, names=names))
    return pyarrow.Table.from_batches(batches)


def read(path: _Union[str, _os.PathLike[str]]) -> list[Record]:
    """The articles of a file, each a record with ``text``, ``title``, ``date``, ``id``, ``source`` and ``read_as``.

    Reads text, Markdown, HTML, PDF, Word documents, mail, feeds and JSON Lines; give the records to ``analyze_batch``. Raises OSError for
    a file that cannot be opened and ValueError for one that is no article. What had to be guessed is given as a warning.
    """
    import warnings

    path = _os.fspath(path)
    with open(path, "rb") as file:
        articles, guessed = _newsfacts.read(path, file.read())
    for words in guessed:
        warnings.warn(words, stacklevel=2)
    return articles
