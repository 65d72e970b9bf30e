"""GetStatement for a period, held against Payme's own books."""

from webapp.playground.rails.payme.books import Books
from webapp.playground.rails.payme.merchant import Merchant
from webapp.playground.rails.postman import Trace
from webapp.playground.shapes import Json

COMPARED = ("time", "amount", "account", "create_time", "perform_time", "cancel_time", "transaction", "state", "reason")


async def compare_statement(merchant: Merchant, books: Books, start: int, end: int) -> Json:
    """`{ok, differences, rows, steps, warnings}` for `start ≤ time ≤ end`, milliseconds. Raises Refused."""
    trace = Trace()
    result = await merchant.call(trace, "GetStatement", {"from": start, "to": end})
    theirs, ours = result.get("transactions"), books.accepted(start, end)
    if not isinstance(theirs, list):
        trace.warn("GetStatement must answer a list of `transactions`")
        theirs = []
    differences = [*find_differences(ours, theirs), *_find_disorder(theirs)]
    rows = [{"id": row["id"], "amount": row["amount"], "state": row["state"]} for row in ours]
    return {
        "ok": not differences and not trace.warnings,
        "differences": differences,
        "rows": rows,
        "steps": trace.steps,
        "warnings": trace.warnings,
    }


def find_differences(ours: list[Json], theirs: list[Json]) -> list[str]:
    """What the shop's statement lacks, has too much, or tells differently."""
    told = {str(row.get("id")): row for row in theirs}
    known = {row["id"] for row in ours}
    found = [f"{row['id']}: missing in the statement" for row in ours if row["id"] not in told]
    found += [f"{name}: Payme knows no such transaction" for name in told if name not in known]
    for row in ours:
        other = told.get(row["id"], row)
        found += [
            f"{row['id']}: {name} is {other.get(name)!r}, Payme holds {row[name]!r}"
            for name in COMPARED
            if other.get(name, "missing") != row[name]
        ]
    return found


def _find_disorder(rows: list[Json]) -> list[str]:
    times = [row.get("time", 0) for row in rows]
    return [] if times == sorted(times) else ["the statement must be ordered by time, oldest first"]
