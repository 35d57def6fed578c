// Ends the report with what tests have to show, and with one line that programs read: `N passed, N failed`, and
// `, N skipped` when there are any.

export default class Tally {
  #counts = { passed: 0, failed: 0, skipped: 0 };
  #suite;

  onBegin(_config, suite) {
    this.#suite = suite;
  }

  // What is wrong outside of any test, so that none could run.
  onError() {
    this.#counts.failed += 1;
  }

  onEnd() {
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = { expected: 'passed', flaky: 'passed', skipped: 'skipped' }[test.outcome()] ?? 'failed';
      this.#counts[outcome] += 1;
      const shown = test.annotations.filter(({ type }) => type === 'shown');
      shown.forEach(({ description }) => process.stdout.write(`\n${description}\n`));
    }
    const { passed, failed, skipped } = this.#counts;
    process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
  }

  printsToStdio() {
    return true;
  }
}
