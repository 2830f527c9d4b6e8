"""A server for the Model Context Protocol, on standard input and output: ``python -m newsfacts.mcp``. Needs ``pip install mcp``."""

import json
import sys
from datetime import date as _date
from decimal import Decimal as _Decimal

from . import analyze, check


def _plain(value):
    """A record as JSON would have it; decimals keep their digits as strings."""
    if isinstance(value, dict):
        return {name: _plain(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    if isinstance(value, _Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, _date) else value


def server():
    """The server with its two tools."""
    try:
        from mcp.server.mcpserver import MCPServer
    except ModuleNotFoundError:  # before version 2 of the SDK
        from mcp.server.fastmcp import FastMCP as MCPServer

    made = MCPServer("newsfacts")

    @made.tool()
    def check_text(text: str, date: str = "", country: str = "") -> str:
        """Recompute the percentages, changes, shares and totals that an English news text states from the amounts that it states.

        Gives a JSON list of what does not add up, each with message, formula and suggestion; an empty list means that nothing wrong was
        found. date (YYYY-MM-DD) is the day that relative periods count from, country whose "$" and fiscal year it is; both may be empty.
        """
        return json.dumps(_plain(check(text, date=date or None, country=country or None)), ensure_ascii=False)

    @made.tool()
    def extract_facts(text: str, date: str = "", country: str = "") -> str:
        """Every amount, percentage, quantity and multiple of an English news text as JSON: exact value, unit, what is measured, whose it
        is, its period as dates, who says so, and whether it was recomputed. Arguments as in check_text."""
        return json.dumps(_plain(analyze(text, date=date or None, country=country or None)), ensure_ascii=False)

    return made


def main():
    try:
        made = server()
    except ImportError:
        sys.exit("the server needs the MCP SDK: pip install mcp")
    made.run()


if __name__ == "__main__":
    main()
