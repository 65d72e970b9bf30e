"""Which payment providers and carriers are open, and with which keys: real ones, or the playground's stand-ins."""

from dataclasses import dataclass

from pydantic import SecretStr

from bot.settings import Settings

PAYME, CLICK, STRIPE, TELEGRAM, STARS = "payme", "click", "stripe", "telegram", "stars"  # as payments name them
COMPARED = (PAYME, CLICK, STRIPE, STARS)  # those our books can be held against


@dataclass(frozen=True)
class PaymeKeys:
    merchant_id: str
    login: str
    key: SecretStr
    checkout_base: str


@dataclass(frozen=True)
class ClickKeys:
    service_id: str
    merchant_id: str
    merchant_user_id: str
    secret_key: SecretStr
    pay_base: str
    api_base: str


@dataclass(frozen=True)
class StripeKeys:
    secret_key: SecretStr
    webhook_secret: SecretStr
    api_base: str


@dataclass(frozen=True)
class BoxnowKeys:
    api_base: str
    client_id: str
    client_secret: SecretStr
    webhook_secret: SecretStr
    origin_id: str


def payme_keys(settings: Settings) -> PaymeKeys | None:
    """None where Payme is not offered."""
    if settings.payme_key.get_secret_value():
        base = settings.payme_checkout_base or "https://checkout.paycom.uz"
        return PaymeKeys(settings.payme_merchant_id, settings.payme_login, settings.payme_key, base.rstrip("/"))
    if not settings.playground:
        return None
    key = SecretStr("playground-payme-key-opens-nothing-00")
    return PaymeKeys("playground00000000000000", settings.payme_login, key, f"{settings.playground_url}/payme")


def click_keys(settings: Settings) -> ClickKeys | None:
    """None where Click is not offered."""
    if settings.click_secret_key.get_secret_value():
        return ClickKeys(
            settings.click_service_id,
            settings.click_merchant_id,
            settings.click_merchant_user_id,
            settings.click_secret_key,
            (settings.click_pay_base or "https://my.click.uz/services/pay").rstrip("/"),
            (settings.click_api_base or "https://api.click.uz/v2/merchant").rstrip("/"),
        )
    if not settings.playground:
        return None
    home = f"{settings.playground_url}/click"
    secret = SecretStr("playground-click-secret-opens-nothing")
    return ClickKeys("70001", "70002", "70003", secret, f"{home}/services/pay", f"{home}/v2/merchant")


def stripe_keys(settings: Settings) -> StripeKeys | None:
    """None where Stripe is not offered. The base is without `/v1`."""
    if settings.stripe_secret_key.get_secret_value():
        base = settings.stripe_api_base or "https://api.stripe.com"
        return StripeKeys(settings.stripe_secret_key, settings.stripe_webhook_secret, base.rstrip("/"))
    if not settings.playground:
        return None
    return StripeKeys(
        SecretStr("sk_test_playground_opens_nothing"),
        SecretStr("whsec_playground_opens_nothing"),
        f"{settings.playground_url}/stripe",
    )


def provider_token(settings: Settings) -> str:
    """Telegram's provider token for goods in the chat; "" where it is not offered."""
    token = settings.telegram_provider_token.get_secret_value()
    return token or ("424242:TEST:playground" if settings.playground else "")


def boxnow_keys(settings: Settings) -> BoxnowKeys | None:
    """None where BOX NOW is not offered."""
    if "boxnow" not in settings.carriers:
        return None
    if settings.boxnow_client_secret.get_secret_value():
        return BoxnowKeys(
            settings.boxnow_api_base.rstrip("/"),
            settings.boxnow_client_id,
            settings.boxnow_client_secret,
            settings.boxnow_webhook_secret,
            settings.boxnow_origin_id,
        )
    if not settings.playground:
        return None
    return BoxnowKeys(
        f"{settings.playground_url}/boxnow",
        "playground",
        SecretStr("playground-boxnow-secret"),
        SecretStr("playground-boxnow-webhook-secret"),
        "2",
    )


_NEEDED = {
    "Payme": ("payme_merchant_id", "payme_key"),
    "Click": ("click_service_id", "click_merchant_id", "click_merchant_user_id", "click_secret_key"),
    "Stripe": ("stripe_secret_key", "stripe_webhook_secret"),
    "BOX NOW": ("boxnow_api_base", "boxnow_client_id", "boxnow_client_secret", "boxnow_webhook_secret"),
}


def find_gaps(settings: Settings) -> list[str]:
    """Sentences about providers that are configured by half and cannot work; said at start, which then ends."""
    gaps = []
    for provider, names in _NEEDED.items():
        missing = [name.upper() for name in names if not _is_set(settings, name)]
        if missing and len(missing) < len(names):
            gaps.append(f"{provider} is set up by half: {', '.join(missing)} missing")
    return gaps


def _is_set(settings: Settings, name: str) -> bool:
    value = getattr(settings, name)
    return bool(value.get_secret_value() if isinstance(value, SecretStr) else value)
