"""The wheel as it is installed. What a test needs beside it and is not there is skipped."""

import datetime
import json
import os
import pickle
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import newsfacts

TEXT = "Exports of cork rose 93% to $830 million in 2024 from $596 million in 2023, the ministry said."
GOOD = "Sales of the bakery rose 10% to $110 million in 2024 from $100 million in 2023."


def test_a_sheet_has_attributes_and_items():
    sheet = newsfacts.analyze(TEXT, date="2025-02-10", id="a1")
    assert sheet["format"] == sheet.format == "newsfacts/1"
    assert sheet.document.id == "a1" and sheet.document.reference_date == datetime.date(2025, 2, 10)
    fact = next(fact for fact in sheet.facts if fact.text == "$830 million")
    assert fact.value == Decimal(830000000) and isinstance(fact.value, Decimal) and fact.unit == "USD"
    assert TEXT[fact.span.start : fact.span.end] == fact.text
    assert sheet.fact(fact.id) is fact and sheet.fact("f99") is None and sheet.entity(None) is None
    period = sheet.period(fact.period)
    assert period.first == datetime.date(2024, 1, 1) and period.to == period["to"] == datetime.date(2024, 12, 31)
    with pytest.raises(AttributeError, match="it has id, kind"):
        fact.nothing


def test_decimals_are_exact():
    sheet = newsfacts.analyze("The fee is $0.1234567890123456789.")
    assert str(sheet.facts[0].value) == "0.1234567890123456789"


def test_findings():
    (finding,) = newsfacts.check(TEXT)
    assert finding.rule == "growth" and finding.suggestion == "39%" and finding.span.start == TEXT.index("93%")
    assert newsfacts.check(TEXT, silence=[finding.fingerprint]) == []
    assert newsfacts.check(TEXT + " <!-- newsfacts: ignore -->") == []
    assert newsfacts.check(GOOD) == []


def test_dates_and_countries():
    for date in ("2021-12-16", datetime.date(2021, 12, 16), datetime.datetime(2021, 12, 16, 8, 30)):
        assert newsfacts.analyze("Sales rose.", date=date).document.reference_date == datetime.date(2021, 12, 16)
    assert newsfacts.analyze("Sales rose.", country="Pakistan").document.fiscal_year_start == "07-01"


@pytest.mark.parametrize(
    "arguments, words",
    [({"date": "yesterday"}, "2025-02-10"), ({"country": "Ruritania"}, "Ruritania"), ({"fiscal_year_start": "13-01"}, "MM-DD")],
)
def test_what_is_wrong_is_said(arguments, words):
    with pytest.raises(ValueError, match=words):
        newsfacts.analyze("Sales rose.", **arguments)


def test_limits():
    with pytest.raises(ValueError, match="2 MB of text"):
        newsfacts.analyze("Sales rose 5%. " * 200_000)
    with pytest.raises(TypeError, match="read"):
        newsfacts.analyze(b"Sales rose.")


def test_a_batch_keeps_its_order():
    articles = [{"text": TEXT, "id": str(number), "date": datetime.date(2025, 1, 1)} for number in range(1200)]
    sheets = list(newsfacts.analyze_batch(iter(articles), jobs=2))
    assert [sheet.document.id for sheet in sheets] == [str(number) for number in range(1200)]
    assert list(newsfacts.analyze_batch([])) == []


def test_a_bad_article_costs_itself():
    articles = [TEXT, {"id": "torn"}, {"text": GOOD, "date": "never"}, GOOD]
    got = list(newsfacts.analyze_batch(articles, errors="return"))
    assert [type(one).__name__ for one in got] == ["FactSheet", "KeyError", "ValueError", "FactSheet"]
    with pytest.raises(KeyError):
        list(newsfacts.analyze_batch(articles))
    with pytest.raises(ValueError, match="errors"):
        newsfacts.analyze_batch([], errors="ignore")


def test_tables():
    pyarrow = pytest.importorskip("pyarrow")
    articles = [{"text": TEXT, "id": "é"}, {"text": GOOD, "id": "b"}]
    table = newsfacts.facts_table(articles, jobs=2)
    table.validate(full=True)
    assert table.num_rows == sum(len(sheet.facts) for sheet in newsfacts.analyze_batch(articles))
    first = table.to_pylist()[1]
    assert (first["article"], first["value"], first["value_double"], first["unit"]) == ("é", "830000000", 8.3e8, "USD")
    assert first["from"] == datetime.date(2024, 1, 1) and first["low"] is None
    checks = newsfacts.checks_table(articles)
    checks.validate(full=True)
    assert checks.column("verdict").to_pylist() == ["inconsistent", "consistent"]
    assert json.loads(checks.column("operands")[0].as_py()).keys() == {"current", "base"}
    empty = newsfacts.facts_table([])
    assert empty.num_rows == 0 and empty.schema == table.schema
    torn = newsfacts.facts_table([{"id": "x", "text": TEXT, "date": "never"}], errors="return").to_pylist()
    assert torn[0]["article"] == "x" and "date" in torn[0]["error"]


def test_tables_are_read_by_pandas():
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    frame = newsfacts.facts_table([TEXT]).to_pandas()
    assert frame.loc[frame.unit == "USD", "value_double"].sum() == 1426e6


@pytest.mark.skipif(not os.environ.get("NEWSFACTS"), reason="NEWSFACTS does not name the program")
@pytest.mark.parametrize("command, table", [("extract", newsfacts.facts_table), ("check", newsfacts.checks_table)])
def test_the_program_writes_the_same_table_as_parquet(tmp_path, command, table):
    parquet = pytest.importorskip("pyarrow.parquet")
    articles = [{"text": GOOD if number % 3 else TEXT, "id": f"é{number}", "date": "2025-02-10"} for number in range(300)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles))
    (tmp_path / "none.jsonl").write_text('{"text": "Nothing is counted here."}\n')
    for name, expected in (("a", table(articles)), ("none", table([]))):
        arguments = [os.environ["NEWSFACTS"], command, "--format", "parquet", "-o", tmp_path / f"{name}.parquet", tmp_path / f"{name}.jsonl"]
        assert subprocess.run(arguments).returncode == (1 if command == "check" and name == "a" else 0)
        read = parquet.read_table(tmp_path / f"{name}.parquet")
        read.validate(full=True)
        assert read.to_pylist() == expected.to_pylist() and read.schema.equals(expected.schema)
    duckdb = pytest.importorskip("duckdb")
    (counted,) = duckdb.sql(f"select count(*), count(distinct article) from '{tmp_path / 'a.parquet'}'").fetchall()
    assert counted == (table(articles).num_rows, 300)


def test_files(tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: Cork\ndate: 2025-02-10\n---\n\n" + TEXT.replace("93%", "**93%**"))
    (article,) = newsfacts.read(tmp_path / "a.md")
    assert article.title == "Cork" and article.date in ("2025-02-10", datetime.date(2025, 2, 10)) and "93%" in article.text
    (sheet,) = newsfacts.analyze_batch([article])
    assert sheet.checks[0].suggestion == "39%"
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"text": "Two.", "id": "b"}\n')
    assert [article.id for article in newsfacts.read(tmp_path / "a.jsonl")] == [None, "b"]
    with pytest.raises(OSError):
        newsfacts.read(tmp_path / "none.txt")
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n0000")
    with pytest.raises(ValueError, match="picture"):
        newsfacts.read(tmp_path / "a.png")


def test_a_notebook_shows_it():
    page = newsfacts.analyze(TEXT + " <b>")._repr_html_()
    assert "✗ does not add up" in page and "39% would fit" in page and page.startswith("<table>")
    assert "1 wrong" in repr(newsfacts.analyze(TEXT))
    assert newsfacts.report(TEXT).startswith("<!DOCTYPE html>")


def test_records_can_be_sent_to_other_processes():
    sheet = newsfacts.analyze(TEXT)
    again = pickle.loads(pickle.dumps(sheet))
    assert again == sheet and type(again.facts[0]) is type(sheet.facts[0])


def test_spacy():
    spacy = pytest.importorskip("spacy")
    import newsfacts.spacy  # noqa: F401

    nlp = spacy.blank("en")
    nlp.add_pipe("newsfacts")
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["facts"]] == [fact.text for fact in doc._.facts.facts]
    assert doc.spans["facts"][0].label_ == "percent" and doc.spans["facts"][0]._.fact.value == 93
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.facts == doc._.facts and again.spans["facts"][1]._.fact.unit == "USD"
    assert nlp.make_doc(TEXT)._.facts is None


def test_mcp():
    pytest.importorskip("mcp")
    anyio = pytest.importorskip("anyio")
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def ask():
        async with stdio_client(StdioServerParameters(command=sys.executable, args=["-m", "newsfacts.mcp"])) as (read, write):
            async with ClientSession(read, write) as session:
                await session.initialize()
                tools = {tool.name for tool in (await session.list_tools()).tools}
                findings = await session.call_tool("check_text", {"text": TEXT})
                facts = await session.call_tool("extract_facts", {"text": TEXT})
                return tools, json.loads(findings.content[0].text), json.loads(facts.content[0].text)

    tools, findings, sheet = anyio.run(ask)
    assert tools == {"check_text", "extract_facts"}
    assert findings[0]["suggestion"] == "39%" and sheet["facts"][1]["value"] == "830000000"


def test_the_docstring_is_true():
    import doctest

    assert doctest.testmod(newsfacts).failed == 0
