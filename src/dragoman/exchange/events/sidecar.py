"""What a format of events cannot hold, beside it: the statement itself, by the id of its row."""

from __future__ import annotations

import json

from dragoman.exchange.statements import to_json
from dragoman.records import Entry

#: The ending of its file.
ENDING = ".evidence.jsonl"


def evidence(event: str, entry: Entry, match: str = "exact") -> str:
    """A line of JSON: the id of the row, how well the format's codes fit, and all of docs/statement.md."""
    about = {"event_id": event, "match": match, **to_json(entry)}
    if entry.document.is_row:
        # The words are the row itself, which is written as it was.
        about["evidence"] = {**about["evidence"], "text": None}
    return json.dumps(about, ensure_ascii=False)
