// The playground's stand-in of Telegram's Mini App script: the same window.Telegram.WebApp, speaking the
// same {eventType, eventData} messages with the page that frames the app. Written from the public
// description at https://core.telegram.org/bots/webapps
(function () {
  "use strict";

  // -- launch parameters: in the fragment at first, remembered across pages of the same window after that
  const STORE = "__telegram__launch";
  const fragment = new URLSearchParams(location.hash.slice(1));
  let launch = Object.fromEntries(fragment);
  if (!launch.tgWebAppVersion) {
    try { launch = JSON.parse(sessionStorage.getItem(STORE)) || {}; } catch { launch = {}; }
  }
  try { sessionStorage.setItem(STORE, JSON.stringify(launch)); } catch { /* private mode keeps nothing */ }

  const initData = launch.tgWebAppData || "";
  const version = launch.tgWebAppVersion || "6.0";
  const parent = window.parent !== window ? window.parent : null;
  const root = document.documentElement;

  function readInitData() {
    const fields = {};
    for (const [key, value] of new URLSearchParams(initData)) {
      try { fields[key] = /^[{[]/.test(value) ? JSON.parse(value) : value; } catch { fields[key] = value; }
    }
    return fields;
  }

  // -- events
  const listeners = {};
  function emit(name, data) {
    (listeners[name] || []).slice().forEach((listener) => listener.call(app, data));
  }
  function post(eventType, eventData = {}) {
    parent?.postMessage(JSON.stringify({ eventType, eventData }), "*");
  }
  function isVersionAtLeast(wanted) {
    const [mine, least] = [version, wanted].map((text) => String(text).split(".").map(Number));
    for (let i = 0; i < Math.max(mine.length, least.length); i += 1) {
      if ((mine[i] || 0) !== (least[i] || 0)) return (mine[i] || 0) > (least[i] || 0);
    }
    return true;
  }
  function need(least, name) {
    if (!isVersionAtLeast(least)) throw new Error(`WebAppMethodUnsupported: ${name} needs version ${least}`);
  }

  // -- theme, viewport and safe areas, as values and as CSS variables
  let themeParams = {};
  let viewport = { height: window.innerHeight, stable: window.innerHeight, expanded: true };
  const noInset = () => ({ top: 0, bottom: 0, left: 0, right: 0 });
  let [safeArea, contentArea] = [noInset(), noInset()];

  function luminance(color) {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    return Math.sqrt(0.299 * r * r + 0.587 * g * g + 0.114 * b * b);
  }
  function setTheme(params) {
    themeParams = { ...params };
    for (const [key, value] of Object.entries(themeParams)) root.style.setProperty(`--tg-theme-${key.replace(/_/g, "-")}`, value);
    root.style.setProperty("--tg-color-scheme", colorScheme());
  }
  function colorScheme() {
    return themeParams.bg_color && luminance(themeParams.bg_color) < 120 ? "dark" : "light";
  }
  function setViewport(height, stable) {
    viewport.height = height;
    if (stable) viewport.stable = height;
    root.style.setProperty("--tg-viewport-height", `${viewport.height}px`);
    root.style.setProperty("--tg-viewport-stable-height", `${viewport.stable}px`);
  }
  function setInsets(name, insets) {
    for (const side of ["top", "bottom", "left", "right"]) root.style.setProperty(`--tg-${name}-${side}`, `${insets[side] || 0}px`);
  }

  // -- buttons
  function makeBottomButton(kind, defaults) {
    const state = { ...defaults };
    const onclick = [];
    function send() {
      if (state.isVisible && !state.text.trim()) throw new Error("WebAppBottomButtonParamInvalid: text is required");
      post(`web_app_setup_${kind}_button`, {
        is_visible: state.isVisible, is_active: state.isActive, is_progress_visible: state.isProgressVisible, text: state.text,
        color: state.color || themeParams[defaults.colorKey] || "", text_color: state.textColor || themeParams[defaults.textKey] || "",
        has_shine_effect: state.hasShineEffect, position: state.position,
      });
      return button;
    }
    const names = { text: "text", color: "color", text_color: "textColor", is_visible: "isVisible", is_active: "isActive", has_shine_effect: "hasShineEffect", position: "position" };
    const button = {
      type: kind,
      setParams(params) {
        for (const [key, value] of Object.entries(params)) if (names[key]) state[names[key]] = value;
        return send();
      },
      setText(text) { state.text = String(text); return send(); },
      show() { state.isVisible = true; return send(); },
      hide() { state.isVisible = false; return send(); },
      enable() { state.isActive = true; return send(); },
      disable() { state.isActive = false; return send(); },
      showProgress(leaveActive = false) { state.isProgressVisible = true; state.isActive = leaveActive; return send(); },
      hideProgress() { state.isProgressVisible = false; state.isActive = true; return send(); },
      onClick(listener) { onclick.push(listener); return button; },
      offClick(listener) { const at = onclick.indexOf(listener); if (at >= 0) onclick.splice(at, 1); return button; },
    };
    for (const key of ["text", "color", "textColor", "isVisible", "isActive", "isProgressVisible", "hasShineEffect", "position"]) {
      Object.defineProperty(button, key, {
        enumerable: true, get: () => state[key] || (key === "color" ? themeParams[defaults.colorKey] : key === "textColor" ? themeParams[defaults.textKey] : state[key]),
        set: (value) => { state[key] = value; send(); },
      });
    }
    return { button, refresh: () => state.isVisible && send(), press: () => { if (state.isActive) onclick.slice().forEach((listener) => listener()); } };
  }
  function makeHeadButton(kind) {
    let visible = false;
    const onclick = [];
    const set = (value) => { visible = value; post(`web_app_setup_${kind}_button`, { is_visible: value }); return button; };
    const button = {
      get isVisible() { return visible; },
      set isVisible(value) { set(Boolean(value)); },
      show: () => set(true), hide: () => set(false),
      onClick(listener) { onclick.push(listener); return button; },
      offClick(listener) { const at = onclick.indexOf(listener); if (at >= 0) onclick.splice(at, 1); return button; },
    };
    return { button, press: () => onclick.slice().forEach((listener) => listener()) };
  }
  const common = { isVisible: false, isActive: true, isProgressVisible: false, hasShineEffect: false };
  const main = makeBottomButton("main", { ...common, text: "Continue", colorKey: "button_color", textKey: "button_text_color" });
  const secondary = makeBottomButton("secondary", { ...common, text: "Cancel", position: "left", colorKey: "bottom_bar_bg_color", textKey: "button_color" });
  const back = makeHeadButton("back");
  const settings = makeHeadButton("settings");

  const haptic = (type, more) => { post("web_app_trigger_haptic_feedback", { type, ...more }); return HapticFeedback; };
  const HapticFeedback = {
    impactOccurred: (style) => haptic("impact", { impact_style: style }),
    notificationOccurred: (type) => haptic("notification", { notification_type: type }),
    selectionChanged: () => haptic("selection_change"),
  };

  // -- questions to the parent that are answered once
  const waiting = {};
  function ask(name, callback) { (waiting[name] = waiting[name] || []).push(callback || (() => {})); }
  function settle(name, value) { (waiting[name]?.shift() || (() => {}))(value); }

  let popupOpen = false;
  function showPopup(params, callback) {
    need("6.2", "showPopup");
    if (popupOpen) throw new Error("WebAppPopupOpened");
    const message = String(params.message || "").trim();
    if (!message || message.length > 256) throw new Error("WebAppPopupParamInvalid: message must be 1-256 characters");
    const buttons = params.buttons?.length ? params.buttons : [{ type: "close" }];
    if (buttons.length > 3) throw new Error("WebAppPopupParamInvalid: at most 3 buttons");
    popupOpen = true;
    ask("popup", callback);
    post("web_app_open_popup", { title: String(params.title || "").trim(), message, buttons: buttons.map((button) => ({ id: button.id || "", type: button.type || "default", text: button.text || "" })) });
  }

  const key = (name) => `__cloud__${app.initDataUnsafe.user?.id || 0}__${name}`;
  const later = (callback, error, value) => callback && setTimeout(() => callback(error, value));
  const CloudStorage = {
    setItem(name, value, callback) {
      if (!/^[\w-]{1,128}$/.test(name) || String(value).length > 4096) { later(callback, "KEY_OR_VALUE_INVALID"); return CloudStorage; }
      localStorage.setItem(key(name), value); later(callback, null, true); return CloudStorage;
    },
    getItem(name, callback) { later(callback, null, localStorage.getItem(key(name)) || ""); return CloudStorage; },
    getItems(names, callback) { later(callback, null, Object.fromEntries(names.map((name) => [name, localStorage.getItem(key(name)) || ""]))); return CloudStorage; },
    removeItem(name, callback) { localStorage.removeItem(key(name)); later(callback, null, true); return CloudStorage; },
    removeItems(names, callback) { names.forEach((name) => localStorage.removeItem(key(name))); later(callback, null, true); return CloudStorage; },
    getKeys(callback) { later(callback, null, Object.keys(localStorage).filter((name) => name.startsWith(key(""))).map((name) => name.slice(key("").length))); return CloudStorage; },
  };

  function setColor(what) {
    return (value) => {
      const named = /^(bg_color|secondary_bg_color|bottom_bar_bg_color)$/.test(value);
      post(`web_app_set_${what}_color`, { color: named ? themeParams[value] : value, ...(named ? { color_key: value } : {}) });
      return app;
    };
  }
  let closingConfirmation = false;
  function confirmClosing(value) { closingConfirmation = value; post("web_app_setup_closing_behavior", { need_confirmation: value }); }
  const invoiceSlug = (url) => { const link = new URL(url, location.href); return link.pathname.split("/").filter(Boolean).at(-1).replace(/^\$/, ""); };

  const app = {
    initData, initDataUnsafe: readInitData(), version, platform: launch.tgWebAppPlatform || "unknown",
    isActive: true, isFullscreen: false, isOrientationLocked: false,
    get colorScheme() { return colorScheme(); },
    get themeParams() { return themeParams; },
    get isExpanded() { return viewport.expanded; },
    get viewportHeight() { return viewport.height; },
    get viewportStableHeight() { return viewport.stable; },
    get safeAreaInset() { return safeArea; },
    get contentSafeAreaInset() { return contentArea; },
    get headerColor() { return themeParams.header_bg_color; },
    get backgroundColor() { return themeParams.bg_color; },
    get bottomBarColor() { return themeParams.bottom_bar_bg_color; },
    get isClosingConfirmationEnabled() { return closingConfirmation; },
    set isClosingConfirmationEnabled(value) { confirmClosing(Boolean(value)); },
    isVerticalSwipesEnabled: true,
    MainButton: main.button, SecondaryButton: secondary.button, BackButton: back.button, SettingsButton: settings.button,
    HapticFeedback, CloudStorage,
    isVersionAtLeast,
    onEvent(name, listener) { (listeners[name] = listeners[name] || []).push(listener); },
    offEvent(name, listener) { listeners[name] = (listeners[name] || []).filter((other) => other !== listener); },
    ready() { post("web_app_ready"); },
    expand() { post("web_app_expand"); },
    close() { post("web_app_close"); },
    enableClosingConfirmation() { confirmClosing(true); },
    disableClosingConfirmation() { confirmClosing(false); },
    enableVerticalSwipes() { app.isVerticalSwipesEnabled = true; },
    disableVerticalSwipes() { app.isVerticalSwipesEnabled = false; },
    requestFullscreen() { post("web_app_request_fullscreen"); },
    exitFullscreen() { post("web_app_exit_fullscreen"); },
    lockOrientation() { app.isOrientationLocked = true; },
    unlockOrientation() { app.isOrientationLocked = false; },
    setHeaderColor: setColor("header"), setBackgroundColor: setColor("background"), setBottomBarColor: setColor("bottom_bar"),
    sendData(data) {
      if (!data || new Blob([data]).size > 4096) throw new Error("WebAppDataInvalid");
      post("web_app_data_send", { data: String(data) });
    },
    switchInlineQuery(query, types) { need("6.7", "switchInlineQuery"); post("web_app_switch_inline_query", { query: query || "", chat_types: types || [] }); },
    openLink(url) { post("web_app_open_link", { url: new URL(url, location.href).href }); },
    openTelegramLink(url) {
      const link = new URL(url, location.href);
      if (link.hostname !== "t.me" && link.hostname !== "telegram.me") throw new Error("WebAppTgUrlInvalid");
      post("web_app_open_tg_link", { path_full: link.pathname + link.search });
    },
    openInvoice(url, callback) {
      need("6.1", "openInvoice");
      const slug = invoiceSlug(url);
      ask(`invoice ${slug}`, (status) => callback?.(status));
      post("web_app_open_invoice", { slug });
    },
    showPopup,
    showAlert(message, callback) { showPopup({ message }, () => callback?.()); },
    showConfirm(message, callback) {
      showPopup({ message, buttons: [{ type: "ok", id: "ok" }, { type: "cancel" }] }, (id) => callback?.(id === "ok"));
    },
    requestWriteAccess(callback) { need("6.9", "requestWriteAccess"); ask("write", (status) => callback?.(status === "allowed")); post("web_app_request_write_access"); },
    readTextFromClipboard(callback) { ask("clipboard", callback); post("web_app_read_text_from_clipboard", { req_id: "1" }); },
    shareMessage(id, callback) { need("8.0", "shareMessage"); ask("share", (sent) => callback?.(sent)); post("web_app_send_prepared_message", { id }); },
    shareToStory(mediaUrl, params = {}) { need("7.8", "shareToStory"); post("web_app_share_to_story", { media_url: mediaUrl, ...params }); },
  };

  const HEAR = {
    theme_changed(data) { setTheme(data.theme_params || {}); main.refresh(); secondary.refresh(); emit("themeChanged"); },
    viewport_changed(data) { setViewport(data.height, data.is_state_stable); emit("viewportChanged", { isStateStable: Boolean(data.is_state_stable) }); },
    safe_area_changed(data) { safeArea = data; setInsets("safe-area-inset", data); emit("safeAreaChanged"); },
    content_safe_area_changed(data) { contentArea = data; setInsets("content-safe-area-inset", data); emit("contentSafeAreaChanged"); },
    main_button_pressed() { main.press(); emit("mainButtonClicked"); },
    secondary_button_pressed() { secondary.press(); emit("secondaryButtonClicked"); },
    back_button_pressed() { back.press(); emit("backButtonClicked"); },
    settings_button_pressed() { settings.press(); emit("settingsButtonClicked"); },
    popup_closed(data) { popupOpen = false; settle("popup", data.button_id ?? ""); emit("popupClosed", { button_id: data.button_id ?? null }); },
    invoice_closed(data) { settle(`invoice ${data.slug}`, data.status); emit("invoiceClosed", { url: data.slug, status: data.status }); },
    write_access_requested(data) { settle("write", data.status); emit("writeAccessRequested", data); },
    clipboard_text_received(data) { settle("clipboard", data.data ?? null); emit("clipboardTextReceived", { data: data.data ?? null }); },
    prepared_message_sent() { settle("share", true); emit("shareMessageSent"); },
    prepared_message_failed(data) { settle("share", false); emit("shareMessageFailed", data); },
  };
  window.addEventListener("message", (event) => {
    if (event.source !== parent || typeof event.data !== "string") return;
    let told;
    try { told = JSON.parse(event.data); } catch { return; }
    HEAR[told.eventType]?.(told.eventData || {});
  });

  try { setTheme(JSON.parse(launch.tgWebAppThemeParams || "{}")); } catch { setTheme({}); }
  setViewport(window.innerHeight, true);
  setInsets("safe-area-inset", safeArea);
  setInsets("content-safe-area-inset", contentArea);
  if (!parent) window.addEventListener("resize", () => setViewport(window.innerHeight, true));

  const page = window.Telegram || (window.Telegram = {});
  page.WebApp = app;
  page.WebView = { initParams: launch, postEvent: (name, callback, data) => post(name, data), onEvent: app.onEvent, receiveEvent: (name, data) => HEAR[name]?.(data || {}) };
  post("iframe_ready", { reload_supported: false });
  for (const what of ["theme", "viewport", "safe_area", "content_safe_area"]) post(`web_app_request_${what}`);
})();
