// Opens pages as a reader would: at a width, light or dark, with script or without.

/**
 * Opens `url` and gives the page to `look`; closes it whatever happens.
 *
 * `view`: `width` and `height` in CSS pixels, `scheme` light or dark, `script: false` for a browser without script,
 * `touch` for a phone, `permissions` as the browser names them, `before(context)` for what must be there at load.
 */
export async function visit(browser, url, view, look) {
  const { width = 1280, height = 900, scheme = 'light', script = true, touch = false, permissions, before } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: script,
    hasTouch: touch,
    isMobile: touch,
    // A check must not meet a page half way through a movement.
    reducedMotion: 'reduce',
    permissions,
  });
  context.setDefaultTimeout(10_000);
  try {
    await context.addInitScript(defineNameOf);
    await before?.(context);
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return await look(page, context);
  } finally {
    await context.close();
  }
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
