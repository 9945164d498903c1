// Reads a CSV file with csv-parse alone, the quick way, and prints the number of its rows: node parse-csv.mjs FILE
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const parser = createReadStream(process.argv[2]).pipe(parse());
let rows = 0;
parser.on('readable', () => {
  while (parser.read() !== null) rows++;
});
parser.on('end', () => console.log(rows));
