import type { Element } from './xml.js';

interface Shape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
}

/**
 * What an element may have, after the schema that Jenkins validates JUnit reports with: junit-10.xsd of its xUnit plugin
 * (github.com/jenkinsci/xunit-plugin, src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd). Elements that
 * Milepost does not write are left out.
 */
const shapes: Readonly<Record<string, Shape>> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
    children: ['testsuite'],
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    children: ['testsuite', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { required: [], optional: ['type', 'message'], children: [] },
  'system-out': { required: [], optional: [], children: [] },
};

/** What in a report is not as the schema has it. */
export function junitFaults({ name, attributes, children }: Element): readonly string[] {
  const shape = shapes[name];
  if (shape === undefined) return [`<${name}> is not known`];
  const { required, optional } = shape;
  const given = Object.keys(attributes);
  return [
    ...required.filter((key) => !given.includes(key)).map((key) => `<${name}> has no ${key}`),
    ...given
      .filter((key) => !required.includes(key) && !optional.includes(key))
      .map((key) => `<${name}> has ${key}`),
    ...children.flatMap((child) =>
      shape.children.includes(child.name) ? junitFaults(child) : [`<${name}> has <${child.name}>`],
    ),
  ];
}
