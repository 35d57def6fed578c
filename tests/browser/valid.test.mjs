// Every page is valid HTML by html-validate's standard rules.

import { HtmlValidate } from 'html-validate';
import { expectNothing } from './findings.mjs';
import { test } from './fixtures.mjs';


const validate = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // Short ids made of numbers (2-1p3) are the site's promise: they are valid HTML and outlive edits.
    'valid-id': ['error', { relaxed: true }],
    // The titles carry report and site so that a bookmark can be understood; their length is the report's.
    'long-title': 'off',
    // A matter of style: the shortest doctype works in any case.
    'doctype-style': 'off',
  },
});

test('html-validate finds nothing on any page', ({ pages, english }) =>
  expectNothing([...pages, ...english], async (page) => {
    const { results } = await validate.validateString(page.html);
    return results.flatMap(({ messages }) => messages.map(({ line, column, message, ruleId, selector }) => `${line}:${column} ${ruleId}: ${message} (${selector})`)).slice(0, 10);
  }));
