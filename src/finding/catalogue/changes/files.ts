import { rule } from '../../rule.js';
import { breaking, safe } from './change-rule.js';

type DefinitionFile = {
  readonly what: 'questionnaire' | 'rubric';
  readonly id: string;
};

/** Changes of whole files, and what their version numbers say of all changes. */
export const fileChanges = {
  'definition-deleted': breaking<DefinitionFile>(
    ({ what, id }) => `the ${what} \`${id}\` is gone`,
    () => 'Answers and figures that name it can no longer be read: keep it, and mark it as superseded.',
  ),
  'definition-added': safe<DefinitionFile>(({ what, id }) => `the ${what} \`${id}\` is new`),
  'definition-moved': safe<DefinitionFile & { from: string }>(
    ({ what, id, from }) => `the ${what} \`${id}\` stood in ${from}`,
  ),
  'definition-id-changed': breaking<{ what: 'questionnaire' | 'rubric'; from: string; to: string }>(
    ({ what, from, to }) => `this file was the ${what} \`${from}\` and is \`${to}\` now`,
    ({ from }) => `Keep the id \`${from}\`, or keep the file beside a new one.`,
  ),
};

/** What is said of a version number; the severity is that of the changes that it does not honour. */
export const versionRules = {
  'version-step-due': rule<{
    effect: string;
    old: string;
    found: string;
    due: string;
    digest: boolean;
  }>({
    severity: 'error',
    text: ({ effect, old, found, due, digest }) =>
      `the changes since ${old} are ${effect}, so ${due} or higher is due; this is ${found}${
        digest && old === found ? ', and answers to the two cannot be told apart by their version' : ''
      }`,
    help: ({ due }) => `Write \`version: ${due}\`.`,
  }),
  'digest-changed': rule<{ version: string }>({
    severity: 'warning',
    text: ({ version }) =>
      `what gives answers their meaning has another digest, and the version is ${version} still`,
    help: () => 'Raise the version: answers to the old and the new one are warned of otherwise.',
  }),
};
