"""The list of parcels: filters, pages and the shape in which the carrier shows a parcel."""

from datetime import datetime

from multidict import MultiMapping

from webapp.playground.rails.boxnow.books import Books
from webapp.playground.rails.boxnow.errors import BoxnowError
from webapp.playground.shapes import Json

MOST, USUAL = 100, 50


def list_parcels(books: Books, query: MultiMapping[str], base: str) -> Json:
    """One page → `{pagination, count, data}`. Raises BoxnowError P400, P417 or P442."""
    if "q" in query:
        raise BoxnowError("P417", "`q` is for users of the portal only")
    limit, start = _whole(query.get("limit", str(USUAL))), _whole(query.get("pageToken", "0"))
    if not 1 <= limit <= MOST:
        raise BoxnowError("P442", "limit is 1 to 100")
    rows = [show_parcel(books, row, base) for row in reversed(books.parcels.values())]
    rows = [row for row in rows if _fits(row, query)]
    last = max(len(rows) - 1, 0) // limit * limit
    pages = {
        "first": "0",
        "last": str(last),
        "prev": str(max(start - limit, 0)) if start else None,
        "next": str(start + limit) if start + limit < len(rows) else None,
    }
    return {"pagination": pages, "count": len(rows), "data": rows[start : start + limit]}


def show_parcel(books: Books, row: Json, base: str) -> Json:
    """A parcel without its PIN: that comes in events only."""
    request, item = books.orders[row["order"]]["request"], row["item"]
    paid = "paid-by-customer" if request["paymentMode"] == "prepaid" else "pending"
    return {
        "id": row["id"],
        "state": row["state"],
        "name": item.get("name", ""),
        "value": item["value"],
        "weight": item.get("weight", 0),
        "compartmentSize": item.get("compartmentSize"),
        "itemRefId": item.get("id", ""),
        "deliveryRequest": request,
        "events": row["events"],
        "parcelLabelUrl": f"{base}/parcels/{row['id']}/label.pdf",
        "orderLabelUrl": f"{base}/delivery-requests/{row['order']}/label.pdf",
        "cancelationRequested": row["cancel_requested"],
        "allowReturn": request.get("allowReturn", True),
        "payment": {
            "mode": request["paymentMode"],
            "state": paid,
            "price": {"amount": request["amountToBeCollected"], "currency": "EUR"},
        },
        "createTime": row["created"],
        "updateTime": row["updated"],
    }


def _fits(row: Json, query: MultiMapping[str]) -> bool:
    states = query.getall("state", [])
    made = datetime.fromisoformat(row["createTime"]).timestamp() * 1000
    wanted = {
        "orderNumber": row["deliveryRequest"]["orderNumber"],
        "parcelId": row["id"],
        "paymentMode": row["payment"]["mode"],
        "paymentState": row["payment"]["state"],
    }
    same = all(query[name] == value for name, value in wanted.items() if name in query)
    after = made >= _whole(query["createdFrom"]) if "createdFrom" in query else True
    before = made <= _whole(query["createdTo"]) if "createdTo" in query else True
    return same and after and before and (not states or row["state"] in states)


def _whole(written: str) -> int:
    if not written.isdigit():
        raise BoxnowError("P400", "a whole number is wanted")
    return int(written)
