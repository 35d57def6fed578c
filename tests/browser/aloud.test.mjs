// Reading aloud: offered only where there is a Chinese voice, sentence by sentence, with numbers as one says them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { page, browser } = await stage();
const section = page('zichuan-2023/1/index.html');

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

test('nothing is offered where no voice speaks Chinese', () =>
  visit(browser, section.url, { before: voices(['en-US']) }, async (view) => {
    assert.equal(await view.locator('#to-aloud').isVisible(), false);
  }));

test('sentence by sentence, the current one marked, numbers as one says them', () =>
  visit(browser, section.url, { before: voices(['en-US', 'zh-CN']) }, async (view) => {
    await view.locator('#to-aloud').click();
    await view.locator('.reading-on').waitFor();
    const all = await view.locator('main .s').count();
    const spoken = [];
    for (let index = 0; index < all; index += 1) {
      assert.equal(await view.locator('.speaking').count(), 1);
      spoken.push(await view.evaluate(() => said.at(-1).text));
      await view.evaluate(() => said.at(-1).onend());
    }
    assert.equal(await view.locator('.reading-on').count(), 0, 'it ends with the text');
    const words = spoken.join('');
    for (const due of ['达到百分之三十八点一', '二零二二年']) assert.ok(words.includes(due), due);
    assert.doesNotMatch(words, /\d/);
    assert.doesNotMatch(words, /。图|¶/, 'the signs of the interface are not read');
  }));

test('pause, go on, another speed, stop, by keyboard', () =>
  visit(browser, section.url, { before: voices(['zh-CN']) }, async (view) => {
    await view.locator('#to-aloud').press('Enter');
    // the script that reads is fetched by this very key
    await view.locator('.reading-on').waitFor();
    assert.equal(await view.evaluate(() => document.activeElement.textContent), '暂停');
    await view.keyboard.press('Enter');
    assert.equal(await view.evaluate(() => document.activeElement.textContent), '继续');
    await view.locator('.reading-on button', { hasText: '下一句' }).press('Enter');
    assert.equal(await view.locator('.reading-on button').nth(1).textContent(), '暂停', 'another sentence is read on from');
    await view.locator('.reading-on button', { hasText: '速度' }).press('Enter');
    assert.equal(await view.evaluate(() => said.at(-1).rate), 1.25);
    await view.locator('.reading-on button', { hasText: '停止' }).press('Enter');
    assert.equal(await view.locator('.reading-on').count(), 0);
    assert.equal(await view.evaluate(() => document.activeElement.id), 'to-aloud');
  }));

test('numbers and names of programmes are spoken rightly', () =>
  visit(browser, section.url, { before: voices(['zh-CN']) }, async (view) => {
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
      await panel.waitFor();
      assert.equal(await view.evaluate(() => said.at(-1).text), due);
      await panel.locator('button', { hasText: '停止' }).click();
      await panel.waitFor({ state: 'detached' });
    }
  }));
