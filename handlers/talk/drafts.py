"""Something being put together: kept in Redis beside the step, and only ever the person's own."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery


class Kept(Protocol):
    """A dataclass with an id that the buttons of one draft carry."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    id: str


D = TypeVar("D", bound=Kept)


@dataclass(frozen=True)
class Drafts(Generic[D]):
    """One kind of draft: under which key it lies, as which argument the filters pass it on, until when it is open."""

    kind: type[D]
    key: str
    argument: str
    is_open: Callable[[D], bool] = lambda draft: True

    async def load(self, state: FSMContext) -> D | None:
        kept: dict[str, Any] | None = (await state.get_data()).get(self.key)
        return self.kind(**kept) if kept else None

    async def save(self, state: FSMContext, draft: D) -> None:
        await state.update_data({self.key: asdict(draft)})

    async def own(self, query: CallbackQuery, callback_data: Any, state: FSMContext) -> dict[str, D] | bool:
        """A filter: the tap belongs to the draft at hand, which is passed on."""
        draft = await self.load(state)
        return {self.argument: draft} if draft is not None and draft.id == callback_data.draft else False

    async def open(self, event: object, state: FSMContext) -> dict[str, D] | bool:
        """A filter: there is a draft that is not done yet, passed on."""
        draft = await self.load(state)
        return {self.argument: draft} if draft is not None and self.is_open(draft) else False
