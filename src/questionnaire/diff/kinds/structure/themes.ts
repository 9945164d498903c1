import { defineChange } from '../../change.js';

const one = `themes: [{ id: people, title: People }]
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four, themes: [people] }
      - { id: quality, text: How good are the data?, scale: four }`;
const two = `themes: [{ id: people, title: People }, { id: process, title: Process }]
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four, themes: [people] }
      - { id: quality, text: How good are the data?, scale: four, themes: [process] }`;

export const themeRemoved = defineChange({
  id: 'theme-removed',
  reason: `Its score is gone, for earlier answers too. That questions no longer name it follows from this.`,
  before: two,
  after: one,
  *compare({ alignment }) {
    for (const { id, title, origin } of alignment.themes.removed) {
      yield { subject: { what: 'theme', id }, old: origin, args: { id, title } };
    }
  },
});

export const themeAdded = defineChange({
  id: 'theme-added',
  reason: `There is one score more. No other score contains it.`,
  before: one,
  after: two,
  *compare({ alignment }) {
    for (const { id, title, origin } of alignment.themes.added) {
      yield { subject: { what: 'theme', id }, new: origin, args: { id, title } };
    }
  },
});
