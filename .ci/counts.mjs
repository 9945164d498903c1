// Prints the counts of vitest's JSON report as one line: node .ci/counts.mjs FILE. Fails if no test ran or one failed.
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
if (text === '') {
  console.error('The test runner wrote no report.');
  process.exit(1);
}
const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
for (const { name, status, assertionResults } of testResults) {
  if (status === 'failed' && assertionResults.length === 0) console.log(`Could not be run: ${name}`);
}
console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
if (numFailedTests > 0 || numPassedTests === 0) process.exit(1);
