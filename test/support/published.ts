import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { validateXML } from 'xmllint-wasm';

const { $schema: _, id, ...sarif } = JSON.parse(published('sarif-2.1.0-rtm.5.schema.json'));
const jenkins = published('jenkins-junit.xsd');

/** The schema is of draft 04, which calls its id by another name, and says nothing that means something else since. */
const validate = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': /^(?:[\w\-.~:/?#@!$&'()*+,;=[\]]|%[\da-f]{2})*$/i,
    'date-time': true,
  },
}).compile({ ...sarif, $id: id });

/** What a SARIF log has against the schema that OASIS published. */
export function sarifFaults(log: unknown): readonly string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const { $schema: _draft, ...tabular } = JSON.parse(published('tabular-data-package.json'));
const validatePackage = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(tabular);

/** What a description has against the profile of tabular data packages that Frictionless Data published. */
export function dataPackageFaults(description: unknown): readonly string[] {
  validatePackage(description);
  return (validatePackage.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What JUnit reports have against the schema that Jenkins published, or against XML. */
export async function junitFaults(...reports: readonly string[]): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: reports.map((contents, i) => ({ fileName: `${i}.xml`, contents })),
    schema: jenkins,
    maxMemoryPages: 1 << 14,
  });
  return errors.map(({ message }) => message);
}

function published(name: string): string {
  return readFileSync(new URL(`published/${name}`, import.meta.url), 'utf8');
}
