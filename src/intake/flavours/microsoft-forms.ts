import { type Heading, type HeadingUse, type Layout, plainCells, type TableHead } from '../columns/layout.js';
import { repeatsOf } from '../columns/repeated-titles.js';
import type { Flavour } from './flavour.js';
import { headingsOf, namesOf } from './heading-text.js';

/** Microsoft Forms, opened in Excel: its own columns, then one column a question, or one a row of a grid. */
export const microsoftForms: Flavour = {
  name: 'microsoft-forms',
  recognise: (head) => (bearsSignature(headingsOf(head)) ? layOut(head) : undefined),
  layOut,
};

type Own = 'id' | 'start' | 'completed' | 'email' | 'name' | 'tool';

/** The titles of its own columns, in the language of whoever opened the file. */
const titles: Readonly<Record<Own, readonly string[]>> = {
  id: ['id'],
  start: [
    'start time',
    'startzeit',
    'heure de début',
    'hora de inicio',
    'begintijd',
    'ora di inizio',
    'hora de início',
  ],
  completed: [
    'completion time',
    'fertigstellungszeit',
    'heure de fin',
    'hora de finalización',
    'tijd van voltooien',
    'ora di completamento',
    'hora de conclusão',
  ],
  email: ['email', 'e-mail', 'adresse de messagerie', 'correo electrónico', 'posta elettronica'],
  name: ['name', 'nom', 'nombre', 'naam', 'nome'],
  tool: [
    'last modified time',
    'zeit der letzten änderung',
    'uhrzeit der letzten änderung',
    'heure de la dernière modification',
    'hora de la última modificación',
    'tijd van laatste wijziging',
    'total points',
    'quiz feedback',
    'grade posted time',
    'gesamtpunktzahl',
    'prüfungsfeedback',
    'uhrzeit der notenveröffentlichung',
    'language',
    'sprache',
    'langue',
    'idioma',
    'taal',
    'lingua',
  ],
};

const ownByTitle: ReadonlyMap<string, Own> = new Map([
  ...titles.id.map((title) => [title, 'id'] as const),
  ...titles.start.map((title) => [title, 'start'] as const),
  ...titles.completed.map((title) => [title, 'completed'] as const),
  ...titles.email.map((title) => [title, 'email'] as const),
  ...titles.name.map((title) => [title, 'name'] as const),
  ...titles.tool.map((title) => [title, 'tool'] as const),
]);

/** When the form was begun, and in the next column when it was sent. */
function bearsSignature(texts: readonly string[]): boolean {
  const at = texts.findIndex((text) => ownOf(text) === 'start');
  return at >= 0 && ownOf(texts[at + 1] ?? '') === 'completed';
}

function ownOf(text: string): Own | undefined {
  return ownByTitle.get(text.toLowerCase());
}

function layOut(head: TableHead): Layout {
  const [header] = head.rows;
  const texts = headingsOf(head);
  const ownColumns = leading(texts);
  const own = texts.slice(0, ownColumns);
  const repeats = repeatsOf([...own.map(() => ''), ...texts.slice(ownColumns)], 'numbered');
  const before = new Set<string>();
  return {
    headings: texts.map((text, at): Heading => {
      const use: HeadingUse =
        at < ownColumns
          ? ownUse(text)
          : isAboutAnother(text, before)
            ? { kind: 'tool' }
            : {
                kind: 'named',
                names: [...namesOf(header?.cells[at]), ...own.filter((title) => isAgain(text, title))],
                repeat: repeats[at],
              };
      before.add(text);
      return { at, text, use };
    }),
    firstRow: 1,
    headingLine: header?.line ?? 1,
    cells: plainCells,
  };
}

/** How many columns are its own: a question may have the same title as one of them, but comes behind them. */
function leading(texts: readonly string[]): number {
  const seen = new Set<string>();
  for (const [at, text] of texts.entries()) {
    if (ownOf(text) === undefined || seen.has(text)) return at;
    seen.add(text);
  }
  return texts.length;
}

/** Whether a question's title is that of an own column, told apart by a number. */
function isAgain(text: string, title: string): boolean {
  return [`${title}1`, `${title}2`].includes(text);
}

function ownUse(text: string): HeadingUse {
  switch (ownOf(text)) {
    case 'id':
      return { kind: 'meta', meta: 'response_id' };
    case 'completed':
      return { kind: 'meta', meta: 'completed' };
    case 'email':
      return { kind: 'personal', names: [text, 'Email', 'E-mail', 'E-mail address'], nobody: ['anonymous'] };
    case 'name':
      return { kind: 'personal', names: [text, 'Name'], nobody: ['anonymous'] };
    case 'start':
    case 'tool':
    case undefined:
      return { kind: 'tool' };
  }
}

/** Quizzes have `Points - …` and `Feedback - …` behind a question, in the language of the file. */
function isAboutAnother(text: string, before: ReadonlySet<string>): boolean {
  const dash = /\s[-–]\s/.exec(text);
  return dash !== null && before.has(text.slice(dash.index + dash[0].length));
}
