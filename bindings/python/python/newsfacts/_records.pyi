import datetime
from decimal import Decimal
from typing import Any, Dict, List, Literal, Optional

class Record(Dict[str, Any]):
    def __getattr__(self, name: str) -> Any: ...

class Place(Record):
    start: int
    end: int
    line: Optional[int]
    column: Optional[int]

class Dateline(Record):
    place: Optional[str]
    date: Optional[datetime.date]
    span: Place

class Document(Record):
    source: str
    read_as: Optional[str]
    id: Optional[str]
    sha256: str
    title: Optional[str]
    dateline: Optional[Dateline]
    reference_date: Optional[datetime.date]
    fiscal_year_start: Optional[str]

class Entity(Record):
    id: str
    kind: Literal["person", "organization", "place"]
    name: str
    aliases: List[str]
    roles: List[str]
    mentions: List[Record]

class Period(Record):
    id: str
    span: Place
    part: Literal["text", "title"]
    text: str
    first: Optional[datetime.date]
    to: Optional[datetime.date]
    grain: str
    fiscal: bool

class Bounds(Record):
    low: Decimal
    high: Decimal

class Cell(Record):
    table: int
    row: int
    column: Optional[int]
    row_label: Optional[str]
    column_label: Optional[str]

class Fact(Record):
    id: str
    kind: Literal["amount", "percent", "quantity", "ratio"]
    span: Place
    part: Literal["text", "title"]
    text: str
    value: Optional[Decimal]
    low: Optional[Decimal]
    high: Optional[Decimal]
    unit: str
    per: Optional[str]
    rounding: Bounds
    qualifier: str
    measure: Optional[str]
    entity: Optional[str]
    period: Optional[str]
    modality: Literal["actual", "target", "forecast"]
    attribution: Optional[str]

class Computed(Bounds):
    value: Decimal

class Check(Record):
    id: str
    rule: str
    stated: str
    operands: Record
    link: Optional[str]
    computed: Optional[Computed]
    verdict: Literal["consistent", "inconsistent", "unchecked"]
    exactness: Optional[str]
    formula: Optional[str]
    cause: Optional[str]
    suggestion: Optional[str]
    reason: Optional[str]

class FactSheet(Record):
    format: str
    document: Document
    entities: List[Entity]
    periods: List[Period]
    facts: List[Fact]
    checks: List[Check]
    def fact(self, id: Optional[str]) -> Optional[Fact]: ...
    def period(self, id: Optional[str]) -> Optional[Period]: ...
    def entity(self, id: Optional[str]) -> Optional[Entity]: ...
    def _repr_html_(self) -> str: ...
