// Opens pages as a reader would: at a width, light or dark, with script or without.

import { expect } from '@playwright/test';

/**
 * Gives `{ visit, close }`: `visit(url, view, look)` opens `url` in a tab of `browser` and gives the tab and its profile
 * to `look`; `close` closes all tabs.
 *
 * `view`: `width` and `height` in CSS pixels, `scheme` light or dark, `script: false` for a browser without script,
 * `unscripted: true` for one that never gets the page's scripts and can still be asked what takes time, `touch` for a
 * phone, `permissions` as the browser names them, `before(context)` for what must be there at load; the last two get a
 * profile of their own.
 */
export function visitor(browser) {
  // A new profile of the browser costs four times what a page does, so a tab that is done with is taken again for the
  // next visit of its sort, its storage emptied.
  const idle = new Map();
  const open = new Set();

  const visit = async (url, view, look) => {
    const { width = 1280, height = 900, scheme = 'light' } = view;
    const alone = view.before || view.permissions;
    const sort = `${view.script !== false} ${!!view.unscripted} ${!!view.touch}`;
    const page = (!alone && idle.get(sort)?.pop()) || (await tab(browser, view));
    open.add(page.context());
    await page.setViewportSize({ width, height });
    // A test must not meet a page half way through a movement.
    await page.emulateMedia({ media: null, colorScheme: scheme, reducedMotion: 'reduce' });
    // From one place of a page to another there would be no load.
    if (bare(page.url()) === bare(url)) await page.goto('about:blank');
    await page.goto(url, { waitUntil: 'load' });
    const seen = await look(page, page.context());
    // What went wrong is left as it is, for the trace.
    if (!alone) {
      // Only then, or a tab that another visit takes meanwhile would be handed out twice.
      const free = await cleared(page);
      idle.set(sort, [...(idle.get(sort) ?? []), free]);
    }
    return seen;
  };

  const close = () => Promise.all([...open].map((context) => context.close()));
  return { visit, close };
}

/** Whether a page of the stage has the reading tools; the one for dead links has none, since it can load no script. */
export function hasTools(page) {
  return page.html.includes('id="to-large"');
}

/** Sets the page in large type, by its tool. */
export async function enlarge(page) {
  await page.locator('#to-large').click();
  await expect(page.locator('#to-large')).toHaveAttribute('aria-pressed', 'true');
}

async function tab(browser, { script = true, unscripted = false, touch = false, permissions, before }) {
  const context = await browser.newContext({ javaScriptEnabled: script, hasTouch: touch, isMobile: touch, permissions });
  await context.addInitScript(defineNameOf);
  if (unscripted) await context.route('**/*.js', (route) => route.abort());
  await before?.(context);
  return context.newPage();
}

async function cleared(page) {
  for (const other of page.context().pages()) if (other !== page) await other.close();
  if (/^(http|file)/.test(page.url())) await page.evaluate(() => { localStorage.clear(); sessionStorage.clear(); });
  return page;
}

function bare(url) {
  return url.split('#')[0];
}

// `nameOf(element)` in the page: how findings call an element, short and enough to find it.
function defineNameOf() {
  globalThis.nameOf = (element) => {
    const own = (one) => {
      const kind = one.getAttribute('class')?.trim().split(/\s+/).map((word) => `.${word}`).join('') ?? '';
      return one.tagName.toLowerCase() + (one.id ? `#${one.id}` : '') + kind;
    };
    const owner = element.parentElement?.closest('[id], [class]');
    const words = element.textContent.replace(/\s+/g, ' ').trim();
    return `${owner ? `${own(owner)} > ` : ''}${own(element)}${words ? ` “${words.slice(0, 24)}”` : ''}`;
  };
}
