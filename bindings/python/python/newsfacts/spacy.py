"""A component for spaCy: ``nlp.add_pipe("newsfacts")`` gives ``doc._.facts`` (the fact sheet) and ``doc.spans["facts"]``.

``import newsfacts.spacy`` registers it. Each span has the kind of its figure as label, the id of its fact as id, and the fact itself as
``span._.fact``. A Doc that was stored, or that comes from another process, has them as well. Needs spaCy 3.5 or newer.
"""

from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc, Span

from . import _day, analyze

_NAME = "newsfacts"
_sheets = WeakKeyDictionary()


def _kept(doc):
    """The sheet of a Doc and its facts by id. Of a Doc only what it was analysed with is stored: the same text gives the same sheet."""
    kept = _sheets.get(doc)
    if kept is None and _NAME in doc.user_data:
        sheet = analyze(doc.text, **doc.user_data[_NAME])
        kept = _sheets[doc] = (sheet, {fact.id: fact for fact in sheet.facts})
    return kept or (None, {})


def _extend():
    if not Doc.has_extension("reference_date"):
        Doc.set_extension("reference_date", default=None)
    if not Doc.has_extension("facts"):
        Doc.set_extension("facts", getter=lambda doc: _kept(doc)[0])
    if not Span.has_extension("fact"):
        Span.set_extension("fact", getter=lambda span: _kept(span.doc)[1].get(span.id_))


_extend()


@Language.factory(_NAME, default_config={"country": None})
def create(nlp, name, country):
    """The component; the date of an article may be given before as ``doc._.reference_date``."""

    def component(doc):
        _sheets.pop(doc, None)
        doc.user_data[_NAME] = {"date": _day(doc._.reference_date), "country": country}
        # Figures that begin or end inside a token take the whole of it.
        spans = (
            doc.char_span(fact.span.start, fact.span.end, label=fact.kind, span_id=fact.id, alignment_mode="expand")
            for fact in _kept(doc)[0].facts
        )
        doc.spans["facts"] = [span for span in spans if span is not None]
        return doc

    return component
