// Starts the Firefox ESR that is installed without a window, driven by WebDriver BiDi.

import puppeteer from 'puppeteer-core';
import { findProgram } from './program.mjs';

const NAMES = ['firefox-esr', 'firefox'];

/** A running Firefox; `$FIREFOX`, else the first known name on the PATH. */
export async function launchFirefox() {
  const executablePath = findProgram('FIREFOX', NAMES);
  if (!executablePath) throw new Error('there is no Firefox: install firefox-esr, or name it in $FIREFOX');
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
}
