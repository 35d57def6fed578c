// Overhears what a page says to the console and asks of the network.

import { expect } from '@playwright/test';

/** What went wrong in `view` while `act` ran: errors, failed requests, requests to anything that is not below `root`. */
export async function faultsWhile(view, root, act) {
  const found = [];
  const unanswered = new Set();
  const ears = {
    console: (message) => {
      // A page that stands at any address cannot name its icon; a browser looks for one by itself.
      if (message.location().url.endsWith('/favicon.ico')) return;
      if (['error', 'warning'].includes(message.type())) found.push(`console ${message.type()}: ${message.text()}`);
    },
    pageerror: (fault) => found.push(`script: ${fault.message}`),
    requestfailed: (request) => { unanswered.delete(request); found.push(`failed: ${request.url()}`); },
    requestfinished: (request) => unanswered.delete(request),
    request: (request) => {
      unanswered.add(request);
      if (!request.url().startsWith(root) && !request.url().startsWith('data:')) found.push(`elsewhere: ${request.url()}`);
    },
    response: (response) => { if (response.status() >= 400) found.push(`${response.status()}: ${response.url()}`); },
  };
  for (const [event, ear] of Object.entries(ears)) view.on(event, ear);
  try {
    await act();
    // What a script begins at load has its time to fail.
    await view.evaluate(() => new Promise((done) => { requestIdleCallback(done); }));
    await expect.poll(() => unanswered.size, 'all requests are answered').toBe(0);
  } finally {
    for (const [event, ear] of Object.entries(ears)) view.off(event, ear);
  }
  return found;
}
