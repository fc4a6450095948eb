"""How a page stands in its window: each fault of its layout as one line, none where all is well."""

# Elements are named as a developer finds them: their test id or key, then the first of their words.
NAMED = """
const named = e => {
  const key = [...(e.closest('[class*="st-key-"]')?.classList ?? [])]
    .find(c => c.startsWith('st-key-'));
  return `${key ?? ''} ${e.dataset?.testid ?? e.tagName} “${(e.textContent ?? '').slice(0, 50)}”`;
};
const main = document.querySelector('[data-testid=stMain]');
const box = e => e.getBoundingClientRect();
const seen = e => { const b = box(e); return b.width > 1 && b.height > 1; };
"""
# An element may reach out of the window where a box that is inside it scrolls.
WIDER = """
[...main.querySelectorAll('*')].filter(seen)
  .filter(e => !e.closest('svg') && box(e).right > innerWidth + 1)
  .filter(e => { for (let p = e.parentElement; p; p = p.parentElement)
      if (p.scrollWidth > p.clientWidth && getComputedStyle(p).overflowX !== 'visible'
          && box(p).right <= innerWidth + 1 && p !== main) return false;
    return true; })
  .map(e => `wider than the window: ${named(e)}`)
"""
# What is in a card stays in it, unless a box in the card scrolls. (The field of a slider lies
# unseen beside its thumb.)
OUT_OF_ITS_CARD = """
[...main.querySelectorAll('[class*="st-key-card-"]')].flatMap(card =>
  [...card.querySelectorAll('*')].filter(seen)
    .filter(e => !e.matches('input, svg *'))
    .filter(e => box(e).right > box(card).right + 1 || box(e).bottom > box(card).bottom + 1)
    .filter(e => { for (let p = e.parentElement; p !== card; p = p.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return false;
      return true; })
    .map(e => `reaches out of its card: ${named(e)}`))
"""
OVERLAPPING = """
[...main.querySelectorAll('[class*="st-key-card-"], [data-testid=stMetric]')].filter(seen)
  .flatMap((one, at, all) => all.slice(at + 1).filter(other => !one.contains(other)
      && box(one).left < box(other).right - 1 && box(other).left < box(one).right - 1
      && box(one).top < box(other).bottom - 1 && box(other).top < box(one).bottom - 1)
    .map(other => `overlap: ${named(one)} and ${named(other)}`))
"""
# Words that are for screen readers alone, and those in the field of a menu, are no words cut off.
CUT_OFF = """
[...main.querySelectorAll('*')].filter(seen)
  .filter(e => !e.closest('svg, [data-testid=stDataFrame], [role=combobox], .visually-hidden'))
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .filter(e => { for (let p = e; p && p !== main; p = p.parentElement) {
      const style = getComputedStyle(p);
      if (['auto', 'scroll'].includes(style.overflowX)) return false;
      if (style.display !== 'inline' && ['hidden', 'clip'].includes(style.overflowX)
          && p.scrollWidth > p.clientWidth + 1) return true;
    }
    return false; })
  .map(e => `cut off: ${named(e)}`)
"""
# Words of an axis that would overlap are there, and not drawn.
WORDS_OUT_OF_A_CHART = """
[...main.querySelectorAll('[data-testid=stVegaLiteChart] svg.marks')].flatMap(chart =>
  [...chart.querySelectorAll('text')]
    .filter(word => seen(word) && getComputedStyle(word).opacity !== '0')
    .filter(word => box(word).left < box(chart).left - 2 || box(word).right > box(chart).right + 2
      || box(word).top < box(chart).top - 2 || box(word).bottom > box(chart).bottom + 2)
    .map(word => `leaves its chart: ${named(word)}`))
"""
EMPTY_CHARTS = """
[...main.querySelectorAll('[data-testid=stVegaLiteChart]')].flatMap(chart => {
  const drawn = chart.querySelectorAll(
    '.mark-line path, .mark-rect path, .mark-symbol path, .mark-rule line, .mark-area path,'
    + '.mark-shape path').length;
  const width = box(chart.querySelector('svg') ?? chart).width;
  return [...(drawn ? [] : [`nothing is drawn: ${named(chart)}`]),
    ...(width < 220 ? [`${Math.round(width)} pixels narrow: ${named(chart)}`] : [])];
})
"""
# Below its question a card has an answer: words, a table or a chart.
EMPTY_CARDS = """
[...main.querySelectorAll('[class*="st-key-card-"]')]
  .filter(card => card.innerText.trim().split('\\n').filter(line => line.trim()).length < 2)
  .map(card => `an empty card: ${named(card)}`)
"""
FAULTS = (
    WIDER,
    OUT_OF_ITS_CARD,
    OVERLAPPING,
    CUT_OFF,
    WORDS_OUT_OF_A_CHART,
    EMPTY_CHARTS,
    EMPTY_CARDS,
)
ALL = f"() => {{ {NAMED} return [{', '.join(f'...{fault.strip()}' for fault in FAULTS)}]; }}"


def faults(page) -> list[str]:
    """What overflows, overlaps, is cut off or is empty on the page as it stands."""
    found: list[str] = page.evaluate(ALL)
    return found
