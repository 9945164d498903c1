import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { pages, root } from './pages.js';

test('the picture in the README is of a report as it is made now: npm run picture takes it anew', {
  timeout: 120_000,
}, () => {
  const readme = pages.find(({ path }) => path === 'README.md')?.text ?? '';
  const [, heading] = /!\[[^\]]*headed “([^”]+)”[^\]]*\]\(docs\/images\/report\.png\)/.exec(readme) ?? [];
  const report =
    'report --config examples/city/milepost.config.yaml --waves 2025,2026 --unit organisation=Larkmoor --format md';
  const out = execFileSync(process.execPath, ['bin/milepost.js', ...report.split(' ')], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  expect(heading).toBeDefined();
  expect(out).toContain(heading);
});
