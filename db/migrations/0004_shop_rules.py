"""Rules of the shop and the books that Postgres keeps whatever the code believes."""

from tortoise import migrations
from tortoise.migrations import operations as ops

_RULES = {
    ("product_variants", "variants_stock_never_negative"): "CHECK (reserved >= 0 AND reserved <= on_hand)",
    ("product_variants", "variants_price_positive"): "CHECK (price_uzs > 0)",
    ("products", "products_share_is_percent"): "CHECK (artist_percent BETWEEN 0 AND 100 AND vat_percent BETWEEN 0 AND 100)",
    ("reservations", "reservations_quantity_positive"): "CHECK (quantity > 0)",
    ("cart_items", "cart_items_quantity_positive"): "CHECK (quantity > 0)",
    ("promo_codes", "promo_codes_one_kind"): "CHECK ((percent BETWEEN 1 AND 100 AND amount_uzs = 0) OR (percent = 0 AND amount_uzs > 0))",
    ("promo_codes", "promo_codes_uses_left"): "CHECK (uses_left IS NULL OR uses_left >= 0)",
    ("payment_attempts", "attempts_amount_positive"): "CHECK (amount_uzs >= 0 AND amount_xtr >= 0 AND amount_uzs + amount_xtr > 0)",
    ("payments", "payments_refund_bounded"): "CHECK (refunding_uzs BETWEEN 0 AND amount_uzs AND refunding_xtr BETWEEN 0 AND amount_xtr)",
    ("refunds", "refunds_amount_positive"): "CHECK (amount_uzs >= 0 AND amount_xtr >= 0 AND amount_uzs + amount_xtr > 0)",
    ("order_items", "order_items_money"): "CHECK (price_uzs >= 0 AND discount_uzs >= 0 AND share_uzs >= 0)",
    ("orders", "orders_total_is_its_parts"): "CHECK (goods_uzs = 0 OR total_uzs = goods_uzs - discount_uzs + delivery_uzs)",
}

_BALANCED = """
CREATE FUNCTION ledger_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM ledger_entries WHERE posting = NEW.posting GROUP BY currency HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'posting % does not balance', NEW.key USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_balanced AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_must_balance();
CREATE FUNCTION ledger_must_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION ledger_must_stay()
"""
_UNBALANCED = """
DROP TRIGGER ledger_append_only ON ledger_entries;
DROP TRIGGER ledger_balanced ON ledger_entries;
DROP FUNCTION ledger_must_stay();
DROP FUNCTION ledger_must_balance()
"""
_INDEXES = {
    # At most one try of an order may be under way or have worked, over all rails.
    "attempts_one_active": "UNIQUE INDEX attempts_one_active ON payment_attempts (order_id) WHERE status IN ('pending', 'succeeded', 'refunding')",
    "quizzes_to_sweep": "INDEX quizzes_to_sweep ON face_quiz_results (delete_at) WHERE deleted_at IS NULL OR link_swept_at IS NULL",
    "quiz_consents_one_in_force": "UNIQUE INDEX quiz_consents_one_in_force ON face_quiz_consents (user_id) WHERE withdrawn_at IS NULL",
    "trivia_one_game_a_chat": "UNIQUE INDEX trivia_one_game_a_chat ON trivia_games (chat_id) WHERE status = 'running' AND is_group",
    # The same goods with the same design are one line of a cart.
    "cart_items_one_line": "UNIQUE INDEX cart_items_one_line ON cart_items (cart_id, variant_id, poster_id) NULLS NOT DISTINCT",
    "alerts_open": "INDEX alerts_open ON alerts (opened_at) WHERE closed_at IS NULL",
}


class Migration(migrations.Migration):
    dependencies = [("db", "0003_quizzes_and_shop")]

    operations = [
        ops.RunSQL(
            [f"ALTER TABLE {table} ADD CONSTRAINT {name} {rule}" for (table, name), rule in _RULES.items()],
            [f"ALTER TABLE {table} DROP CONSTRAINT {name}" for table, name in _RULES],
        ),
        ops.RunSQL([f"CREATE {rule}" for rule in _INDEXES.values()], [f"DROP INDEX {name}" for name in _INDEXES]),
        ops.RunSQL(_BALANCED, _UNBALANCED),
    ]
