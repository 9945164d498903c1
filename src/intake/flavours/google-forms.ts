import type { Heading, HeadingUse, Layout, TableHead } from '../columns/layout.js';
import { repeatsOf } from '../columns/repeated-titles.js';
import { metaColumns } from '../columns/targets.js';
import type { Flavour } from './flavour.js';
import { headingsOf, namesOf } from './heading-text.js';

/** Google Forms, from its sheet or downloaded as CSV: when it was sent, then one column a question, a grid's as `Question [Row]`. */
export const googleForms: Flavour = {
  name: 'google-forms',
  recognise: (head) => (bearsSignature(headingsOf(head)) ? layOut(head) : undefined),
  layOut,
};

/** In the language of the form. */
const timestamps: ReadonlySet<string> = new Set([
  'timestamp',
  'zeitstempel',
  'horodateur',
  'marca temporal',
  'tijdstempel',
  'informazioni cronologiche',
  'carimbo de data/hora',
]);

const emails: ReadonlySet<string> = new Set([
  'email address',
  'username',
  'e-mail-adresse',
  'adresse e-mail',
  'dirección de correo electrónico',
  'e-mailadres',
  'indirizzo email',
  'endereço de e-mail',
]);

const scores: ReadonlySet<string> = new Set([
  'score',
  'total score',
  'gesamtpunktzahl',
  'puntuación',
  'punteggio',
]);

/** A header of ids may well begin with a time of its own; then it says how responses are called, too. */
function bearsSignature(texts: readonly string[]): boolean {
  return timestamps.has(texts[0]?.toLowerCase() ?? '') && !metaColumns.some((meta) => texts.includes(meta));
}

function layOut(head: TableHead): Layout {
  const [header] = head.rows;
  const texts = headingsOf(head);
  const repeats = repeatsOf(texts, 'alike');
  const use = (text: string, at: number): HeadingUse => {
    const folded = text.toLowerCase();
    if (at === 0) return { kind: 'meta', meta: 'completed' };
    if (at <= 2 && emails.has(folded))
      return { kind: 'personal', names: [text, 'Email', 'E-mail', 'E-mail address'] };
    if ((at <= 2 && scores.has(folded)) || isAboutAnother(text, texts.slice(0, at))) return { kind: 'tool' };
    return { kind: 'named', names: namesOf(header?.cells[at]), repeat: repeats[at] };
  };
  return {
    headings: texts.map((text, at): Heading => ({ at, text, use: use(text, at) })),
    firstRow: 1,
    headingLine: header?.line ?? 1,
    cells: { joins: [','] },
  };
}

/** Quizzes have `Question [Score]` and `Question [Feedback]` behind a question; a grid has no column of the question itself. */
function isAboutAnother(text: string, before: readonly string[]): boolean {
  const [whole = ''] = /^.*(?= \[[^[\]]+\]$)/.exec(text) ?? [];
  return whole !== '' && before.includes(whole);
}
