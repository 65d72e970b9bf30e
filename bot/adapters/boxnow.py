"""BOX NOW's Partner API 1.65: lockers near a place, delivery requests, labels, parcels.

Money is always paid beforehand, so what is left to collect is nothing. An order number stays burnt after a
cancellation, and the next request takes a suffix.
"""

import logging
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from bot.adapters.carriers import CarrierRefused, Consignment, ParcelEvent, Place, Requested, distance, matching
from bot.errors import Invalid, Unavailable
from bot.merchants import BoxnowKeys

log = logging.getLogger("stario.boxnow")

RADIUS = 25_000  # metres
MOST_PLACES = 60
_PATIENCE = ClientTimeout(total=20)
_SPARE = 60.0  # seconds a token is renewed before it dies
_MOST_SUFFIXES = 9
_REASONS = {
    "P402": "delivery-locker-gone",
    "P423": "delivery-locker-gone",
    "P405": "delivery-phone-wrong",
    "C404": "delivery-phone-wrong",
    "P406": "delivery-too-big",
    "P421": "delivery-too-big",
    "P420": "delivery-too-late-to-stop",
}
_STATE_OF_EVENT = {
    "new": "new",
    "accepted-to-locker": "in-transit",
    "in-depot": "in-transit",
    "final-destination": "in-final-destination",
    "delivered": "delivered",
    "expired": "expired-return",
    "accepted-for-return": "expired-return",
    "returned": "returned",
    "canceled": "canceled",
    "missing": "missing",
    "lost": "lost",
}


class BoxnowCarrier:
    """Calls to one BOX NOW account; its token is kept as long as the carrier is."""

    name = "boxnow"
    by_hand = False
    needs_email = True

    def __init__(self, keys: BoxnowKeys, price_uzs: int) -> None:
        self._keys = keys
        self._price = price_uzs
        self._token, self._dies = "", 0.0  # and when to renew it

    async def places(
        self, language: str, lat: float | None = None, lng: float | None = None, query: str = ""
    ) -> Sequence[Place]:
        params: dict[str, str] = {"locationType": "apm"}
        if lat is not None and lng is not None:
            params |= {"latlng": f"{lat:.6f},{lng:.6f}", "radius": str(RADIUS)}
        found = await self._get_json("/destinations", params)
        lockers = [self._place(item, lat, lng) for item in found.get("data", []) if item.get("type") == "apm"]
        return matching(lockers, query)[:MOST_PLACES]

    async def find_place(self, language: str, place_id: str) -> Place:
        found = await self._get_json("/destinations", {"locationType": "apm"})
        for item in found.get("data", []):
            if str(item.get("id")) == place_id and item.get("type") == "apm":
                return self._place(item)
        raise Invalid("delivery-locker-gone")

    async def request(self, parcel: Consignment) -> Requested:
        """A number that is taken is ours when a living parcel stands under it; otherwise it is burnt."""
        origin = self._keys.origin_id or await self._first_origin()
        number = parcel.used_number or parcel.number
        for _ in range(_MOST_SUFFIXES):
            try:
                made = await self._call("POST", "/delivery-requests", json=_request_body(parcel, number, origin))
            except CarrierRefused as refused:
                if refused.code != "P410":
                    raise
            else:
                return _requested(number, str(made["id"]), str(made["parcels"][0]["id"]))
            living = await self._living_parcel(number)
            if living is not None:
                return _requested(number, "", living)
            number = next_number(parcel.number, number)
        raise CarrierRefused("delivery-refused", "P410")

    async def cancel(self, parcel_id: str) -> None:
        await self._call("POST", f"/parcels/{parcel_id}:cancel")

    async def label(self, number: str) -> bytes:
        return await self._call_bytes("GET", f"/delivery-requests/{number}/label.pdf")

    async def events(self, number: str) -> Sequence[ParcelEvent]:
        found = await self._get_json("/parcels", {"orderNumber": number, "limit": "100"})
        return [
            ParcelEvent(
                id=f"{parcel['id']}:{event['type']}:{event['createTime']}",
                parcel_id=str(parcel["id"]),
                number=number,
                event=str(event["type"]),
                state=_STATE_OF_EVENT.get(str(event["type"]), str(parcel["state"])),
                place=str(event.get("locationDisplayName") or ""),
                happened_at=read_time(str(event["createTime"])),
            )
            for parcel in found.get("data", [])
            for event in parcel.get("events") or []
        ]

    async def _living_parcel(self, number: str) -> str | None:
        found = await self._get_json("/parcels", {"orderNumber": number, "limit": "100"})
        for parcel in found.get("data", []):
            if parcel["state"] != "canceled" and not parcel.get("cancelationRequested"):
                return str(parcel["id"])
        return None

    async def _first_origin(self) -> str:
        found = await self._get_json("/origins", {})
        for item in found.get("data", []):
            if item.get("type") == "warehouse":
                return str(item["id"])
        raise CarrierRefused("delivery-refused", "P401")

    def _place(self, item: dict[str, Any], lat: float | None = None, lng: float | None = None) -> Place:
        lines = [item.get("addressLine1"), item.get("addressLine2"), item.get("postalCode")]
        at = (float(item.get("lat") or 0), float(item.get("lng") or 0))
        metres = None if lat is None or lng is None else round(distance(lat, lng, *at))
        return Place(
            id=str(item["id"]),
            name=str(item.get("name") or item.get("title") or item["id"]),
            address=", ".join(str(line) for line in lines if line),
            lat=at[0],
            lng=at[1],
            note=str(item.get("note") or ""),
            price_uzs=self._price,
            metres=metres,
        )

    async def _get_json(self, path: str, params: dict[str, str]) -> dict[str, Any]:
        return await self._call("GET", path, params=params)

    async def _call(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        async with ClientSession(timeout=_PATIENCE) as http:
            answer = await self._send(http, method, path, **options)
            if not answer.content_length and answer.content_type != "application/json":
                return {}
            told = await answer.json(content_type=None)
            return told if isinstance(told, dict) else {}

    async def _call_bytes(self, method: str, path: str) -> bytes:
        async with ClientSession(timeout=_PATIENCE) as http:
            return await (await self._send(http, method, path)).read()

    async def _send(self, http: ClientSession, method: str, path: str, **options: Any) -> ClientResponse:
        """One call with a fresh token; one that died before its time is renewed once."""
        for attempt in (1, 2):
            headers = {"Authorization": f"Bearer {await self._sign_in(http, renew=attempt == 2)}"}
            try:
                answer = await http.request(method, f"{self._keys.api_base}/api/v1{path}", headers=headers, **options)
                await answer.read()
            except (ClientError, TimeoutError) as error:
                raise Unavailable("delivery-carrier-away") from error
            if answer.status == 401 and attempt == 1:
                continue
            await _check(answer)
            return answer
        raise AssertionError("unreachable")

    async def _sign_in(self, http: ClientSession, renew: bool) -> str:
        if self._token and not renew and time.monotonic() < self._dies:
            return self._token
        body = {
            "grant_type": "client_credentials",
            "client_id": self._keys.client_id,
            "client_secret": self._keys.client_secret.get_secret_value(),
        }
        try:
            async with http.post(f"{self._keys.api_base}/api/v1/auth-sessions", json=body) as answer:
                await _check(answer)
                told = await answer.json(content_type=None)
        except (ClientError, TimeoutError) as error:
            raise Unavailable("delivery-carrier-away") from error
        self._token = str(told["access_token"])
        self._dies = time.monotonic() + max(0.0, float(told["expires_in"]) - _SPARE)
        return self._token


async def _check(answer: ClientResponse) -> None:
    """Raises Unavailable for what may work later, CarrierRefused with BOX NOW's code for what will not."""
    if answer.status < 400:
        return
    if answer.status >= 500 or answer.status == 429:
        raise Unavailable("delivery-carrier-away")
    try:
        told = await answer.json(content_type=None)
    except ValueError:
        told = {}
    code = str(told.get("code") or answer.status) if isinstance(told, dict) else str(answer.status)
    log.warning("BOX NOW refused %s %s: %s", answer.method, answer.url.path, code)
    raise CarrierRefused(_REASONS.get(code, "delivery-refused"), code)


def _requested(number: str, request_id: str, parcel_id: str) -> Requested:
    return Requested(number, request_id, parcel_id, f"https://track.boxnow.hr/?track={parcel_id}")


def _request_body(parcel: Consignment, number: str, origin: str) -> dict[str, Any]:
    value = money(parcel.value_uzs)
    item = {
        "id": parcel.number,
        "name": parcel.contents[:1000],
        "value": value,
        "weight": round(max(parcel.grams, 1) / 1000, 3),
        "compartmentSize": parcel.compartment,
    }
    return {
        "orderNumber": number,
        "paymentMode": "prepaid",
        "invoiceValue": value,
        "amountToBeCollected": money(0),
        "allowReturn": True,
        "origin": {"contactName": "Stario", "locationId": origin},
        "destination": {
            "contactNumber": parcel.contact_phone,
            "contactEmail": parcel.contact_email,
            "contactName": parcel.contact_name,
            "locationId": parcel.place_id,
        },
        "items": [item],
    }


def money(uzs: int) -> str:
    """Whole so'm as BOX NOW writes money: digits, a point, two decimals."""
    return f"{uzs}.00"


def next_number(number: str, burnt: str) -> str:
    """The name after a burnt one: 123 → 123-2 → 123-3."""
    last = int(burnt.removeprefix(f"{number}-")) if burnt != number else 1
    return f"{number}-{last + 1}"


def read_time(words: str) -> datetime:
    """ISO 8601 with its zone. Raises ValueError for a time without one."""
    moment = datetime.fromisoformat(words)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment


def state_of(event: str, told: str) -> str:
    """The parcel's state after an event: as told, or as the event means."""
    return told or _STATE_OF_EVENT.get(event, "")
