// Telegram around the page: every call stands behind a version check, so an old app loses a nicety, not the page.
export const telegram = window.Telegram?.WebApp ?? null;
export const inTelegram = Boolean(telegram?.initData);

export const able = (version) => inTelegram && telegram.isVersionAtLeast(version);

export function startTelegram() {
  if (!inTelegram) return;
  telegram.expand();
  if (able("6.1")) {
    telegram.setHeaderColor("secondary_bg_color");
    telegram.setBackgroundColor("secondary_bg_color");
  }
  if (able("7.10")) telegram.setBottomBarColor?.("secondary_bg_color");
  const paint = () => (document.documentElement.dataset.scheme = telegram.colorScheme);
  telegram.onEvent("themeChanged", paint);
  paint();
}

export function showReady() {
  if (inTelegram) telegram.ready();
}

export function feel(kind) {
  if (!able("6.1")) return;
  if (kind === "pick") telegram.HapticFeedback.selectionChanged();
  else if (kind === "tap") telegram.HapticFeedback.impactOccurred("light");
  else telegram.HapticFeedback.notificationOccurred(kind);
}

export function guardLeaving(dirty) {
  if (!able("6.2")) return;
  if (dirty) telegram.enableClosingConfirmation();
  else telegram.disableClosingConfirmation();
}

export function askYes(words) {
  if (!able("6.2")) return Promise.resolve(window.confirm(words));
  return new Promise((resolve) => telegram.showConfirm(words, resolve));
}

// Resolves with "paid", "cancelled", "failed" or "pending".
export function openInvoice(url) {
  if (!able("6.1")) {
    window.open(url, "_blank", "noopener");
    return Promise.resolve("pending");
  }
  return new Promise((resolve) => telegram.openInvoice(url, resolve));
}

export async function shareLink(url, words) {
  const link = `https://t.me/share/url?url=${encodeURIComponent(url)}&text=${encodeURIComponent(words)}`;
  if (inTelegram) telegram.openTelegramLink(link);
  else if (navigator.share) await navigator.share({ url, text: words }).catch(() => {});
  else window.open(link, "_blank", "noopener");
}
