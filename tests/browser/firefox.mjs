// Finds the Firefox ESR that is installed and starts it without a window, driven by WebDriver BiDi.

import { accessSync, constants } from 'node:fs';
import puppeteer from 'puppeteer-core';

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];

/** A running Firefox; `$FIREFOX`, else the first known place. */
export async function launchFirefox() {
  const executablePath = process.env.FIREFOX ?? PLACES.find(runs);
  if (!executablePath) throw new Error('there is no Firefox: install firefox-esr, or name it in $FIREFOX');
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
