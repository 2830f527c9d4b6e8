"""The records of a fact sheet: dictionaries whose values are attributes as well."""

import html as _html


class Record(dict):
    """A dictionary whose values are attributes as well: ``fact["value"]`` is ``fact.value``."""

    __slots__ = ()

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"{type(self).__name__} has no field {name!r}; it has {', '.join(self)}") from None

    def __setattr__(self, name, value):
        self[name] = value

    def __dir__(self):
        return [*super().__dir__(), *self]

    def __reduce__(self):
        return type(self), (dict(self),)


class Document(Record):
    """The article that a sheet describes."""

    __slots__ = ()


class Dateline(Record):
    """Place and date at the article's head."""

    __slots__ = ()


class Place(Record):
    """A stretch of the text, or of the title where ``part`` says so: ``text[span.start:span.end]``; ``line`` and ``column`` count from 1."""

    __slots__ = ()


class Entity(Record):
    """A person, an organisation or a place."""

    __slots__ = ()


class Period(Record):
    """A date or a stretch of time; ``period["from"]`` and ``period.to`` are its first and last day, both included."""

    __slots__ = ()

    @property
    def first(self):
        """The first day: ``from`` is a word of the language and cannot be an attribute."""
        return self["from"]


class Bounds(Record):
    """Two ends of a closed interval."""

    __slots__ = ()


class Fact(Record):
    """A figure and what the article says of it. ``value``, ``low`` and ``high`` are exact decimals in ``unit``."""

    __slots__ = ()


class Cell(Record):
    """The place of a table's figure."""

    __slots__ = ()


class Check(Record):
    """A stated figure, recomputed."""

    __slots__ = ()


class Operands(Record):
    """Ids of the facts that a check computes from, by their part in it; those that it has not are missing."""

    __slots__ = ()


class Computed(Record):
    """What the operands give, in the unit of the stated figure, and the interval that their rounding allows."""

    __slots__ = ()


class FactSheet(Record):
    """Everything found in one article: ``document``, ``entities``, ``periods``, ``facts``, ``checks``."""

    __slots__ = ()

    def _by_id(self, part, id):
        return next((entry for entry in self[part] if entry["id"] == id), None)

    def fact(self, id):
        """The fact of that id, or None."""
        return self._by_id("facts", id)

    def period(self, id):
        """The period of that id, or None."""
        return self._by_id("periods", id)

    def entity(self, id):
        """The entity of that id, or None."""
        return self._by_id("entities", id)

    def __repr__(self):
        wrong = sum(check["verdict"] == "inconsistent" for check in self["checks"])
        return f"<FactSheet: {len(self['facts'])} facts, {len(self['checks'])} checks, {wrong} wrong>"

    def _repr_html_(self):
        """The sheet in a notebook: its figures, those that do not add up first."""
        escape = lambda value: _html.escape("" if value is None else str(value))
        signs = {"inconsistent": "✗ does not add up", "consistent": "✓ adds up", "unchecked": "○ could not be checked"}
        order = list(signs)
        checks = {}
        for check in self["checks"]:
            known = checks.get(check["stated"])
            if known is None or order.index(check["verdict"]) < order.index(known["verdict"]):
                checks[check["stated"]] = check
        rank = lambda fact: order.index(checks[fact["id"]]["verdict"]) if fact["id"] in checks else len(order)
        names = {entry["id"]: entry.get("name", entry.get("text")) for part in ("entities", "periods") for entry in self[part]}
        rows = []
        for fact in sorted(self["facts"], key=rank):
            check = checks.get(fact["id"])
            said = signs[check["verdict"]] if check else ""
            why = (check["formula"] or check["reason"]) if check else ""
            fits = f"; {check['suggestion']} would fit" if check and check["suggestion"] else ""
            value = fact["value"] if fact["value"] is not None else f"{fact['low']} – {fact['high']}"
            cells = [fact["text"], value, fact["unit"], fact["measure"], names.get(fact["entity"]), names.get(fact["period"]), said, f"{why or ''}{fits}"]
            rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
        heads = ("Figure", "Value", "Unit", "Measure", "Whose", "Period", "Check", "Arithmetic")
        head = "".join(f"<th>{name}</th>" for name in heads)
        title = escape(self["document"]["title"] or self["document"]["id"] or "Figures")
        return f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


RECORDS = {
    record.__name__: record
    for record in (FactSheet, Document, Dateline, Place, Entity, Period, Bounds, Fact, Cell, Check, Operands, Computed)
}
