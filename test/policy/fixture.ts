/** A questionnaire with a warning on line 1 and an info on line 2, and what a test adds to its last question. */
export function small({ question = '', before = '' } = {}): string {
  return `milepost: 1
id: small
version: 1.0.0
title: Small
description: What is asked, and of whom.
licence: CC-BY-4.0
scales:
  maturity: { levels: [{ value: 1, label: Starting }, { value: 2, label: Leading }] }
dimensions:
  - id: data
    title: Data
    questions:
${before}      - { id: owner, text: Does every dataset have an owner?, scale: maturity${question} }
`;
}

/** A config that says what follows its first two lines. */
export function config(body: string): string {
  return `milepost: 1\nkind: config\n${body}`;
}

/** The findings of the format compact without columns and texts: `a.yaml 12 error unknown-key`. */
export function brief(compact: string): readonly string[] {
  return compact.split('\n').flatMap((line) => {
    const [, ...parts] = /^([^:]*)(?::(\d+))?(?::\d+)?: (\w+ [\w-]+): /.exec(line) ?? [];
    return parts.length === 0 ? [] : [parts.filter((part) => part !== undefined).join(' ')];
  });
}
