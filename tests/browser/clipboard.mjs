// What a page puts on the clipboard, which must be there with the permission to read it.

import { expect } from '@playwright/test';

/** The words that `act` copies, once they are there; the page must say that it copied them. */
export async function copiedBy(page, act) {
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText(''));
  // It says so for a few seconds only, so it is listened for before.
  const said = page.locator('[role=status]:not(:empty)').waitFor();
  await act();
  await said;
  await expect.poll(read, 'something is copied').not.toBe('');
  return read();
}
