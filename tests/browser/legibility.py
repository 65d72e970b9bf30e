"""Whether a page can be read and tapped, once its colours have come to rest."""

from playwright.async_api import Locator

from tests.waiting import until

# Contrast of text against what is painted behind it (WCAG 2.2, 1.4.3), for everything a person reads.
_PALE = """() => {
    const parse = color => {
        const parts = color.match(/[\\d.]+/g).map(Number);
        return color.startsWith('color(') ? parts.map((part, i) => i < 3 ? part * 255 : part) : parts;
    };
    const linear = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
    const behind = node => {
        for (let at = node; at; at = at.parentElement) {
            const color = parse(getComputedStyle(at).backgroundColor);
            if ((color[3] ?? 1) > 0.95) return color;
        }
        return parse(getComputedStyle(document.body).backgroundColor);
    };
    const pale = [];
    for (const node of document.querySelectorAll('h1, h2, p, b, span, label, button, a, dt, dd, li, legend')) {
        const own = [...node.childNodes].some(part => part.nodeType === 3 && part.textContent.trim());
        if (!own || !node.getClientRects().length || node.closest('.star, .hidden, [hidden], :disabled')) continue;
        const style = getComputedStyle(node);
        const [a, b] = [light(parse(style.color)), light(behind(node))].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < 4.5) pale.push(`${ratio.toFixed(2)} ${node.textContent.trim().slice(0, 40)}`);
    }
    return pale;
}"""
_SMALL = """() => [...document.querySelectorAll('a, button, select, input:not([type=radio]):not([type=hidden])')]
    .filter(node => node.getClientRects().length && !node.closest('p'))
    .map(node => [node.textContent.trim().slice(0, 30), node.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 || box.width < 44)
    .map(([words, box]) => `${words}: ${box.width}x${box.height}`)"""


async def expect_legible(body: Locator) -> None:
    """All words stand out from what is behind them."""
    await until(lambda: body.evaluate(_PALE), lambda pale: pale == [])


async def expect_tappable(body: Locator) -> None:
    """All that is tapped is as large as a fingertip."""
    await until(lambda: body.evaluate(_SMALL), lambda small: small == [])
