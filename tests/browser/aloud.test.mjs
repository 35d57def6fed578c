// Reading aloud: offered only where there is a Chinese voice, sentence by sentence, with numbers as one says them.


import { expect, test as base } from './fixtures.mjs';

const test = base.extend({ section: ({ pageAt }, use) => use(pageAt('zichuan-2023/1/index.html')) });

// A browser without sound has no voices: this one has as many as it is told, and keeps what it is asked to say.
const voices = (languages) => async (context) => {
  await context.addInitScript((languages) => {
    const said = (globalThis.said = []);
    const speech = {
      getVoices: () => languages.map((lang) => ({ lang, name: lang })),
      addEventListener: () => {},
      removeEventListener: () => {},
      cancel: () => {},
      speak: (utterance) => { said.push(utterance); },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  }, languages);
};

test('nothing is offered where no voice speaks Chinese', ({ section, visit }) =>
  visit(section.url, { before: voices(['en-US']) }, async (view) => {
    await expect(view.locator('#to-aloud')).toBeHidden();
  }));

test('sentence by sentence, the current one marked, numbers as one says them', ({ section, visit }) =>
  visit(section.url, { before: voices(['en-US', 'zh-CN']) }, async (view) => {
    await view.locator('#to-aloud').click();
    await expect(view.locator('.reading-on')).toBeVisible();
    const all = await view.locator('main .s').count();
    const spoken = [];
    for (let index = 0; index < all; index += 1) {
      await expect.poll(() => view.evaluate(() => said.length), 'sentence by sentence').toBe(index + 1);
      await expect(view.locator('.speaking')).toHaveCount(1);
      spoken.push(await view.evaluate(() => said.at(-1).text));
      await view.evaluate(() => said.at(-1).onend());
    }
    await expect(view.locator('.reading-on'), 'it ends with the text').toHaveCount(0);
    const words = spoken.join('');
    for (const due of ['达到百分之三十八点一', '二零二二年']) expect(words).toContain(due);
    expect(words).not.toMatch(/\d/);
    expect(words, 'the signs of the interface are not read').not.toMatch(/。图|¶/);
  }));

test('pause, go on, another speed, stop, by keyboard', ({ section, visit }) =>
  visit(section.url, { before: voices(['zh-CN']) }, async (view) => {
    const button = (words) => view.locator('.reading-on button', { hasText: words });
    await view.locator('#to-aloud').press('Enter');
    await expect(button('暂停')).toBeFocused();
    await view.keyboard.press('Enter');
    await expect(button('继续')).toBeFocused();
    await button('下一句').press('Enter');
    await expect(view.locator('.reading-on button').nth(1), 'another sentence is read on from').toHaveText('暂停');
    await button('速度').press('Enter');
    await expect.poll(() => view.evaluate(() => said.at(-1).rate)).toBe(1.25);
    await button('停止').press('Enter');
    await expect(view.locator('.reading-on')).toHaveCount(0);
    await expect(view.locator('#to-aloud')).toBeFocused();
  }));

test('numbers and names of programmes are spoken rightly', ({ section, visit }) =>
  visit(section.url, { before: voices(['zh-CN']) }, async (view) => {
    const rows = [
      ['增长6.5%左右', '增长百分之六点五左右'],
      ['“431”现代产业体系', '四三一现代产业体系'],
      ['“1+6+N”体系', '一加六加N体系'],
      ['2018—2022年', '二零一八至二零二二年'],
      ['5%—6%', '百分之五至百分之六'],
      ['2—3家', '二至三家'],
      ['9991户', '九千九百九十一户'],
      ['10005元', '一万零五元'],
      ['1,234.5亿元', '一千二百三十四点五亿元'],
      ['10.5‰', '千分之十点五'],
      ['PM2.5', 'PM二点五'],
      ['１２％', '百分之十二'],
    ];
    const panel = view.locator('.reading-on');
    for (const [written, due] of rows) {
      await view.evaluate((words) => { document.querySelector('main .s').textContent = words; }, written);
      await view.locator('#to-aloud').click();
      await expect(panel).toBeVisible();
      await expect.poll(() => view.evaluate(() => said.at(-1)?.text)).toBe(due);
      await panel.locator('button', { hasText: '停止' }).click();
      await expect(panel).toHaveCount(0);
    }
  }));
