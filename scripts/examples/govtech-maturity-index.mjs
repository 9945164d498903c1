// Writes the data files of examples/govtech-maturity-index from the index's panel, figures character for character:
//   node scripts/examples/govtech-maturity-index.mjs gtmi_panel.csv

import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

const components = ['cgsi', 'psdi', 'dcei', 'gtei'];

const panelFile = process.argv[2];
if (panelFile === undefined) {
  process.stderr.write('Usage: node scripts/examples/govtech-maturity-index.mjs PANEL\n');
  process.exit(2);
}

const panel = parse(readFileSync(panelFile), { columns: true, bom: true });

/** The panel ends in scraps of its publisher's working: cut-points where a code should be. */
const isEconomy = (row) => /^[A-Z]{3}$/.test(row.country_code);
const economies = panel.filter(isEconomy);

function response(row) {
  return {
    response_id: row.country_code,
    wave: row.year,
    official: 'true',
    economy: row.country_name,
    code: row.country_code,
    ...Object.fromEntries(components.map((component) => [component, row[component]])),
  };
}

function published(row) {
  return { wave: row.year, code: row.country_code, gtmi: row.gtmi, grp: row.grp };
}

function write(name, rows) {
  const file = new URL(`../../examples/govtech-maturity-index/${name}`, import.meta.url);
  writeFileSync(file, stringify(rows, { header: true, record_delimiter: '\n' }));
  process.stderr.write(`${name}: ${rows.length} rows\n`);
}

write('responses.csv', economies.map(response));
write('as-published.csv', panel.map(response));
write('published.csv', economies.map(published));
