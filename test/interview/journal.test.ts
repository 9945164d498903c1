import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { interviewOf } from '../../src/interview/session/interview.js';
import { readJournal } from '../../src/response/journal/read-journal.js';
import { replay } from '../../src/response/journal/replay.js';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';
import { definition, journalOf, run, small } from './fixture.js';
import { tmpfs } from './torture/disks.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-journal-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const files = { 'q.yaml': questionnaire(definition) };
const now = () => Date.UTC(2026, 10, 23, 10);
const interview = (lines: readonly string[], args = '') =>
  milepost(`interview q.yaml --plain ${args}`.trim(), { files, cwd, now, stdin: `${lines.join('\n')}\n` });
const resumed = (journal: string | Uint8Array, lines: readonly string[] = [':q']) => {
  writeFileSync(join(cwd, 'a.journal.jsonl'), journal);
  return interview(lines, '--resume a.journal.jsonl');
};
const journal = () => readFileSync(join(cwd, 'a.journal.jsonl'), 'utf8');
const linesOf = (text: string) => text.split('\n').slice(0, -1);

const alone = interviewOf(small.questionnaire, 'interview');

/** Two answers, the first of them with a note. */
const said = Buffer.from(
  journalOf(
    alone,
    run(alone, [
      { do: 'profile', field: 'organisation', written: 'Northbridge' },
      { do: 'answer', question: 'owner', written: 3 },
      { do: 'remark', question: 'owner', key: 'note', written: 'Ζωή: “{"event":1”' },
      { do: 'answer', question: 'share', written: 40 },
      { do: 'go', to: { at: 'question', id: 'share' } },
    ]).events,
  ),
).toString();

describe('a journal that editors and machines have been at', () => {
  test.each([
    ['as it was written', said],
    ['with CRLF', said.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${said}`],
    ['with blank lines', `${said.replaceAll('\n', '\n\n')}\n`],
    ['without its last line break', said.slice(0, -1)],
    ['with a torn last line', `${said}{"event":"answer","question":"share","val`],
    ['with a last line that the disk left empty', `${said}\0\0\0\0`],
    ['with a torn line, and more behind it', `${said}{"event":"answer","que${linesOf(said).at(-1)}\n`],
  ])('%s is gone on with, and every answer is there', async (_, text) => {
    const ran = await resumed(text, ['41', ':q']);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('Now: 40\n');
    const read = readJournal('a', Buffer.from(journal()));
    expect(read.journal && replay(small.questionnaire, read.journal).draft.answers).toEqual({
      owner: { value: 3, note: 'Ζωή: “{"event":1”' },
      share: { value: 41 },
    });
  });

  test('a line that was damaged is told, and nothing is asked on top of it', async () => {
    const lines = linesOf(said);
    const damaged = [...lines.slice(0, 2), 'x'.repeat(500), '{"event":"answer"}', ...lines.slice(2), ''].join(
      '\n',
    );
    const ran = await resumed(damaged);
    expect(ran.exit).toBe(2);
    expect(ran.err.replace(/\n {2}(?=other line)/, ' ')).toContain(
      `a.journal.jsonl:3  error  journal-line-unreadable\n  the line cannot be read: "${'x'.repeat(57)}…"; nor can 1 other line\n`,
    );
    expect(journal()).toBe(damaged);
  });

  test('a damaged character is no other character', async () => {
    const bytes = Buffer.from(said);
    bytes[bytes.indexOf('Ζ') + 1] = 0x41;
    const ran = await resumed(bytes);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('journal-line-unreadable');
  });

  test.each(['', '{"event":"opened","journal":1,"id":"sam'])(
    'one that was killed before its first line was whole holds nothing, and stops no other: %j',
    async (text) => {
      const ran = await resumed(text);
      expect(ran.exit).toBe(2);
      expect(ran.err).toContain('a.journal.jsonl  error  journal-empty\n');
      expect((await interview(['Northbridge', ':q'])).exit).toBe(0);
    },
  );

  test('a folder, or a file that may not be read, of a journal’s name does not stop the next interview', async () => {
    mkdirSync(join(cwd, 'b.journal.jsonl'));
    expect((await interview(['Northbridge', ':q'])).exit).toBe(0);
    const ran = await interview([], '--resume b.journal.jsonl');
    expect(ran.exit).toBe(2);
    expect(ran.err).toMatch(/^milepost: b\.journal\.jsonl cannot be read: /);
  });
});

describe('what cannot be gone on with says why', () => {
  test('a journal of another questionnaire', async () => {
    const ran = await resumed(said.replaceAll('"id":"sample"', '"id":"other\\u001b[2J"'));
    expect(ran.exit).toBe(2);
    expect(ran.err).toBe(
      'milepost: a.journal.jsonl is an interview about `other\\x1b[2J`, and the questionnaire is `sample`\nName the questionnaire that it is about.\n',
    );
  });

  test('one that is not there', async () => {
    const ran = await interview([], '--resume gone.journal.jsonl');
    expect(ran.exit).toBe(2);
    expect(ran.err).toBe('milepost: gone.journal.jsonl cannot be read: there is no such file\n');
  });

  test('a wave, a workshop or an official answer that its journal knows nothing of', async () => {
    writeFileSync(join(cwd, 'a.journal.jsonl'), said);
    expect((await interview([':q'], '--resume a.journal.jsonl --wave 2027')).err).toBe(
      'milepost: --wave 2027: the interview of a.journal.jsonl belongs to wave 2026\nLeave --wave out.\n',
    );
    expect((await interview([':q'], '--resume a.journal.jsonl --workshop')).exit).toBe(2);
    expect((await interview([':q'], '--resume a.journal.jsonl --official')).exit).toBe(2);
    expect((await interview([':q'], '--resume a.journal.jsonl --wave 2026')).exit).toBe(0);
  });

  test('another folder than the one that its journal lies in', async () => {
    writeFileSync(join(cwd, 'a.journal.jsonl'), said);
    const ran = await interview([':q'], '--resume a.journal.jsonl --out elsewhere');
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain(
      'milepost: --out elsewhere: the response of a.journal.jsonl is written beside it\n',
    );
    expect((await interview([':q'], '--resume a.journal.jsonl --out .')).exit).toBe(0);
  });

  test('--out naming a file', async () => {
    const ran = await milepost('interview q.yaml --plain --out q.yaml', { files, cwd, stdin: 'N\n' });
    expect(ran.exit).toBe(2);
    expect(ran.err).toMatch(/^milepost: q\.yaml\/sample-\S+ cannot be written: its folder is a file\n/);
  });
});

describe.skipIf(tmpfs.missing !== undefined)(
  `on a disk that is read-only (${tmpfs.missing ?? 'tmpfs'})`,
  () => {
    test('nothing is begun, and nothing gone on with, and nothing is lost', async () => {
      const { folder, remove } = tmpfs.make(cwd, 65_536);
      try {
        writeFileSync(join(folder, 'a.journal.jsonl'), `${said}{"event":"answer"`);
        execFileSync('mount', ['-o', 'remount,ro', folder]);
        const resumed = await interview([':q'], '--resume small/a.journal.jsonl');
        expect(resumed.exit).toBe(2);
        expect(resumed.err).toBe(
          'milepost: small/a.journal.jsonl cannot be written: the disk is read-only\nMake that possible; or copy it to a folder that can be written to, and go on with the copy.\n',
        );
        const begun = await interview(['new'], '--out small');
        expect(begun.exit).toBe(2);
        expect(begun.err).toMatch(
          /^milepost: small\/sample-\S+ cannot be written: the disk is read-only\nName a folder/,
        );
      } finally {
        remove();
      }
    });
  },
);

describe('an interview that was finished', () => {
  const all = ['Northbridge', '3', '1', '40', '', 'yes', 'dk', 'Slowly', '', 'finish'];
  const finished = async () => {
    await interview(all);
    return readdirSync(cwd).find((name) => name.endsWith('.journal.jsonl')) ?? '';
  };
  const response = () => readdirSync(cwd).filter((name) => name.endsWith('.json'));

  test('is not offered again, not even after somebody looked at it', async () => {
    const name = await finished();
    const ran = await interview([':q'], `--resume ${name}`);
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('warning  journal-finished');
    expect((await interview(['', ':q'])).out).not.toContain('not finished');
  });

  test('can be changed, and its response is written anew', async () => {
    const name = await finished();
    const [before = ''] = response();
    await interview(['go share', '50', 'review', 'finish'], `--resume ${name}`);
    expect(response()).toEqual([before]);
    expect(JSON.parse(readFileSync(join(cwd, before), 'utf8')).answers.share).toEqual({ value: 50 });
  });

  test('whose response was not written in time is offered', async () => {
    await finished();
    rmSync(join(cwd, response()[0] ?? ''));
    const ran = await interview(['1', 'finish']);
    expect(ran.out).toContain('Northbridge, 6 answers');
    expect(response()).toHaveLength(1);
  });
});

describe('what is personal', () => {
  const personal = {
    'q.yaml': questionnaire(
      definition.replace('unit: true }]', 'unit: true }, { id: email, title: E-mail, personal: true }]'),
    ),
  };
  const ask = (lines: readonly string[], args = '') =>
    milepost(`interview q.yaml --plain ${args}`.trim(), {
      files: personal,
      cwd,
      now,
      stdin: `${lines.join('\n')}\n`,
    });
  const answers = ['3', '1', '40', '', 'no', 'Slowly', '', 'finish'];
  const written = () => {
    const name = readdirSync(cwd).find((each) => each.endsWith('.json')) ?? '';
    return JSON.parse(readFileSync(join(cwd, name), 'utf8')).profile;
  };
  const journals = () => readdirSync(cwd).filter((name) => name.endsWith('.journal.jsonl'));

  test('is neither asked nor kept', async () => {
    const { out } = await ask(['Northbridge', ...answers]);
    expect(out).not.toContain('E-mail');
    expect(written()).toEqual({ organisation: 'Northbridge' });
  });

  test('is asked, and kept, where that is said', async () => {
    const { out } = await ask(['Northbridge', 'a@b.example', ...answers], '--keep email');
    expect(out).toContain('E-mail (Enter leaves it out): ');
    expect(written()).toEqual({ organisation: 'Northbridge', email: 'a@b.example' });
  });

  test('cannot be set by the way', async () => {
    const ran = await ask([], '--set email=a@b.example');
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('--set email: the field is personal');
    expect(journals()).toEqual([]);
  });

  test('is dropped from the response when the next sitting does not keep it', async () => {
    const left = await ask(['Northbridge', 'a@b.example', ':q'], '--keep email');
    expect(left.err).toContain('milepost interview q.yaml --plain --keep email --resume ');
    await ask(answers, `--resume ${journals()[0]}`);
    expect(written()).toEqual({ organisation: 'Northbridge' });
  });
});

describe('a hostile journal', () => {
  const entry = (event: object) => `${JSON.stringify({ ...event, time: '2026-11-23T10:00:00Z' })}\n`;

  test('names of objects’ own are names like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const more = names.flatMap((question) => [
      entry({ event: 'answer', question, value: 1 }),
      entry({ event: 'remark', question, key: 'note', value: 'x' }),
      entry({ event: 'profile', field: question, value: 'x' }),
    ]);
    const text = `${said}${more.join('').replaceAll('"constructor":', '"__proto__":')}`;
    const ran = await resumed(text);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('Not asked any more: `__proto__`, `constructor` and `toString`.');
    expect(ran.out).toContain('Now: 40\n');
  });

  test.each([
    ['a question that is a number', { event: 'answer', question: 4, value: 1 }],
    ['a value that is an object', { event: 'answer', question: 'owner', value: { __proto__: 1 } }],
    ['a value and a non-answer', { event: 'answer', question: 'owner', value: 1, non_answer: 'refused' }],
    ['a remark that there is none of', { event: 'remark', question: 'owner', key: '__proto__', value: 'x' }],
    ['a room of nobody’s', { event: 'room', count: -1, roles: [] }],
    ['an event that there is none of', { event: 'constructor' }],
    ['no object', []],
    ['nothing', null],
  ])('%s is refused, with its line', async (_, event) => {
    const line = `${JSON.stringify(Array.isArray(event) ? event : event && { ...event, time: '2026-11-23' })}\n`;
    const ran = await resumed(`${said}${line}`);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain(`a.journal.jsonl:${linesOf(said).length + 1}  error  journal-line-unreadable`);
  });

  test('an answer that its question does not permit is asked again', async () => {
    const text = `${said}${entry({ event: 'answer', question: 'owner', value: 99 })}${entry({ event: 'remark', question: 'share', key: 'target', value: 3 })}`;
    const ran = await resumed(text);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('Asked again, since they mean something else now: `owner` and `share`.');
  });

  test('what steers a terminal is shown, and does nothing', async () => {
    const evil = '\u001b]0;x\u0007\u202e';
    const more = [
      entry({ event: 'answer', question: 'words', value: evil }),
      entry({ event: 'remark', question: 'words', key: 'note', value: evil }),
      entry({ event: 'answer', question: evil, value: 1 }),
      entry({ event: 'profile', field: 'organisation', value: evil }),
      entry({ event: 'room', count: 1, roles: [evil] }),
    ].join('');
    const ran = await resumed(`${said}${more}`, ['go words', ':review', 'back', ':q']);
    expect(ran.out).toContain('Now: \\x1b]0;x\\x07\\u202e');
    rmSync(join(cwd, 'a.json'), { force: true });
    const offered = await interview(['1', ':q']);
    expect(offered.out).toContain('\\x1b]0;x\\x07\\u202e, wave 2026, 3 answers');
    const damaged = await resumed(`${said}${evil}\n`);
    for (const { out, err } of [ran, offered, damaged]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(`${out}${err}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });

  test('a hundred thousand lines, and a line of megabytes, are read', () => {
    const answers = Array.from({ length: 100_000 }, (_, i) =>
      entry({ event: 'answer', question: i % 2 === 0 ? 'share' : `q_${i}`, value: i % 100 }),
    );
    const rooms = Array.from({ length: 20_000 }, (_, i) =>
      entry({ event: 'room', count: i, roles: [`r${i}`] }),
    );
    const note = entry({ event: 'remark', question: 'owner', key: 'note', value: 'x'.repeat(5_000_000) });
    const bytes = Buffer.from([said, ...answers, ...rooms, note].join(''));
    const read = readJournal('a', bytes);
    expect(read.findings).toEqual([]);
    const replayed = read.journal && replay(small.questionnaire, read.journal);
    expect(replayed?.draft.answers.share).toEqual({ value: 98 });
    expect(replayed?.draft.participants?.roles).toHaveLength(20_000);
    expect(replayed?.setAside.filter(({ because }) => because === 'gone')).toHaveLength(50_000);
  });
});

describe('journals among responses', () => {
  const score = async (args: string) => {
    await interview(['Northbridge', '3', '1', '40', '', 'no', 'Slowly', '', 'finish']);
    const name = readdirSync(cwd).find((each) => each.endsWith('.journal.jsonl')) ?? '';
    return milepost(`validate q.yaml ${args.replace('JOURNAL', name)}`, { files, cwd });
  };

  test('a folder’s are passed over', async () => {
    const ran = await score('.');
    expect(ran.exit).toBe(0);
    expect(ran.err).not.toContain('journal');
  });

  test('one that is named is told what it is, and what to name instead', async () => {
    const ran = await score('JOURNAL');
    expect(ran.exit).toBe(1);
    expect(`${ran.out}${ran.err}`).toMatch(
      /^(\S+)\.journal\.jsonl {2}error {2}input-is-journal\n[\s\S]*response beside it,\s+`\1\.json`/,
    );
    expect(`${ran.out}${ran.err}`.match(/ {2}error {2}/g)).toHaveLength(1);
  });
});
