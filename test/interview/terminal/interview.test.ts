import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { questionnaireIn } from '../../response/fixture.js';
import { questionnaire } from '../../support/questionnaire.js';
import { withoutTerminals } from '../../support/tmux.js';
import { definition } from '../fixture.js';
import { openTerminal, type Terminal } from './shell.js';

const shippedFile = fileURLToPath(new URL('../../../questionnaires/digital-maturity.yaml', import.meta.url));
const shipped = questionnaireIn('questionnaires/digital-maturity.yaml');

let cwd = '';
let terminal: Terminal;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-terminal-'));
});
afterEach(() => {
  terminal.close();
  rmSync(cwd, { recursive: true, force: true });
});

const run = (args: string) => {
  terminal.type(`milepost interview ${args}`);
  terminal.press('Enter');
};
const written = (ending: string) => readdirSync(cwd).filter((name) => name.endsWith(ending));
const response = () => JSON.parse(readFileSync(join(cwd, written('.json')[0] ?? ''), 'utf8'));
/** What does not change from run to run. */
const steady = (screen: string) =>
  screen.replaceAll(/\d+-\d{8}-\d{4}-[0-9a-f]{4}/g, 'N').replaceAll(/\d+( of |\/)\d+ min/g, 'M$1N min');

/** The beginning of a question, as the first row of it on a screen has it. */
const beginning = (id: string) => (shipped.questions.find((each) => each.id === id)?.text ?? '').slice(0, 40);

describe.skipIf(withoutTerminals !== undefined)(
  withoutTerminals ?? 'at a terminal',
  { timeout: 120_000 },
  () => {
    test('the shipped questionnaire, whatever happens on the way', async () => {
      terminal = openTerminal(cwd);
      run(`'${shippedFile}' --wave 2026`);
      await terminal.shows('? Authority');
      terminal.type('Northbridge');
      terminal.press('Enter');
      await terminal.shows('? Department');
      terminal.type('Housing');
      terminal.press('Enter');
      await terminal.shows('? Kind of authority');
      terminal.press('Down', 'Enter');
      await terminal.shows('? Your role');
      terminal.press('Enter');
      await terminal.shows('? How you get on with new technology');
      terminal.press('Enter');
      await terminal.shows('Your answers are read by');
      terminal.press('Enter');

      // An answer, back, and another mind.
      await terminal.shows(beginning('strategy_approved'));
      terminal.press('0', 'Enter');
      await terminal.shows(beginning('strategy_outcomes'));
      terminal.press('Left');
      await terminal.shows('› ● 0 No');
      terminal.press('1', 'Enter');
      await terminal.shows(beginning('strategy_outcomes'));
      terminal.press('3', '4');
      await expect(steady(await terminal.shows('› 4 Leading: Enter confirms'))).toMatchFileSnapshot(
        'screens/chosen.txt',
      );

      // A note of several lines, pasted; no line of it is a command.
      terminal.press('n');
      await terminal.shows('Ctrl-S keep');
      terminal.paste('The annex has them.\nq\nd\n\n3 measures, 日本語 too.');
      await terminal.shows('3 measures, 日本語 too.');
      terminal.press('C-s');
      await terminal.shows('Note: The annex has them. / q / d / 3 measures');
      terminal.press('t', '4', 'Enter', '3', 'Enter');
      await terminal.shows(beginning('strategy_service_plans'));

      // A small screen and back.
      terminal.resize(60, 12);
      await expect(steady(await terminal.shows('1/5 Corporate'))).toMatchFileSnapshot('screens/small.txt');
      terminal.press('2');
      await terminal.shows('› 2 Emerging: Enter confirms');
      terminal.resize(80, 24);
      await expect(steady(await terminal.shows('Section 1 of 5'))).toMatchFileSnapshot(
        'screens/large-again.txt',
      );

      // Stopped, and brought back to the foreground.
      terminal.press('C-z');
      await terminal.shows('Stopped');
      terminal.type('echo between; fg');
      terminal.press('Enter');
      await terminal.shows('› 2 Emerging: Enter confirms');
      terminal.press('Enter');
      await terminal.shows(beginning('strategy_governance'));

      // Somewhere else, by search.
      terminal.press('g');
      await terminal.shows('Go to:');
      terminal.type('training');
      await terminal.shows('› ');
      terminal.press('Enter');
      await terminal.shows('A number from 0 to 100, in %');
      terminal.type('101');
      terminal.press('Enter');
      await terminal.shows('allowed: from 0 to 100');
      terminal.press('C-u');
      terminal.type('87.5');
      terminal.press('Enter');
      await terminal.shows('Summary: Data governance');

      // Interrupted in the middle of a note, and gone on with.
      terminal.press('C-c');
      await terminal.shows('Go on with: milepost interview');
      terminal.type('clear; echo "left with $?"');
      terminal.press('Enter');
      await terminal.shows('left with');
      run(`'${shippedFile}' --wave 2026`);
      await terminal.shows('There are unfinished interviews.');
      await terminal.shows('Northbridge, Housing, 2026: 4 answered');
      terminal.press('Enter');
      await terminal.shows('Summary: Data governance');

      // Everything that is open, found by its id.
      const keys: Readonly<Record<string, readonly string[]>> = {
        level: ['2', 'Enter'],
        yes_no: ['1', 'Enter'],
        choices: ['1', '2', 'Enter'],
      };
      const done = ['strategy_approved', 'strategy_outcomes', 'strategy_service_plans', 'data_training'];
      for (const { id, type } of shipped.questions.filter((question) => !done.includes(question.id))) {
        terminal.press('C-g');
        terminal.type(id);
        terminal.press('Enter');
        await terminal.shows(beginning(id));
        terminal.press(...(id === 'ict_recovery' ? ['d'] : (keys[type] ?? [])));
      }
      terminal.press('C-g');
      await terminal.shows('Go to:');
      terminal.type('review');
      terminal.press('Enter');
      await expect(steady(await terminal.shows('Finish, and write the response'))).toMatchFileSnapshot(
        'screens/review.txt',
      );
      terminal.press('Enter');
      await terminal.shows('Write the response?');
      terminal.press('y');
      await terminal.shows('Written: ');

      const given = (id: string) => {
        switch (id) {
          case 'strategy_approved':
            return { value: true };
          case 'strategy_outcomes':
            return { value: 3, target: 4, note: 'The annex has them.\nq\nd\n\n3 measures, 日本語 too.' };
          case 'data_training':
            return { value: 87.5 };
          case 'ict_recovery':
            return { non_answer: 'dont_know' };
          default: {
            const question = shipped.questions.find((each) => each.id === id);
            return {
              value:
                question?.type === 'choices' ? question.options.slice(0, 2).map((option) => option.id) : 2,
            };
          }
        }
      };
      expect(response()).toEqual({
        milepost: 1,
        questionnaire: {
          id: 'digital-maturity',
          version: '2.0.0',
          digest: expect.stringMatching(/^sha256:/),
        },
        id: expect.stringMatching(/^digital-maturity-/),
        wave: '2026',
        mode: 'interview',
        completed: expect.stringMatching(/Z$/),
        profile: { organisation: 'Northbridge', department: 'Housing', type: 'inner' },
        answers: Object.fromEntries(shipped.questions.map(({ id }) => [id, given(id)])),
      });
    });

    test('a workshop: who is here, votes, the agreed level, dissent, somebody leaves', async () => {
      writeFileSync(join(cwd, 'q.yaml'), questionnaire(definition));
      terminal = openTerminal(cwd);
      run('q.yaml --workshop --set organisation=North');
      await terminal.shows('Nobody sees the answers');
      terminal.press('Enter');
      await terminal.shows('Who is here?');
      terminal.type('6');
      terminal.press('Enter');
      terminal.type('manager, member');
      terminal.press('Enter');
      await terminal.shows('How does the room vote? 6 are here.');
      terminal.type('2x1 3x3 4');
      terminal.press('Enter');
      await expect(steady(await terminal.shows('Proposed: 3 Established'))).toMatchFileSnapshot(
        'screens/votes.txt',
      );
      terminal.press('a', 'Enter');
      await terminal.shows('The votes lie 3 levels apart.');
      terminal.type('Two have nothing yet');
      terminal.press('C-s');
      await terminal.shows('Which are in use?');
      terminal.press('w');
      await terminal.shows('People: 6');
      terminal.press('BSpace', '5', 'Enter', 'Enter');
      await terminal.shows('Which are in use?');
      terminal.press('1', 'Enter');
      await terminal.shows('Which share?');
      terminal.type('40 40 60');
      terminal.press('Enter');
      await terminal.shows('3 votes of 5 people. 2 for 40, 1 for 60.');
      terminal.type('45');
      terminal.press('Enter');
      await terminal.shows('Summary: Data');
      terminal.press('Enter');
      await terminal.shows('Is it open?');
      terminal.press('Enter', '0', 'Enter');
      await terminal.shows('In your words?');
      terminal.type('Slowly');
      terminal.press('Enter', 'Enter');
      await terminal.shows('Finish, and write');
      terminal.press('Enter', 'y');
      await terminal.shows('Written: ');
      expect(response()).toMatchObject({
        mode: 'workshop',
        participants: { count: 6, roles: ['manager', 'member'] },
        answers: {
          owner: { value: 3, votes: [1, 1, 3, 3, 3, 4], dissent: 'Two have nothing yet' },
          tools: { value: ['a'] },
          share: { value: 45, votes: [40, 40, 60] },
          open: { value: false },
          words: { value: 'Slowly' },
        },
      });
    });

    test('texts of the questionnaire do not steer the terminal', async () => {
      const hostile = `
profile: [{ id: organisation, title: "Authority \\e]0;owned\\a", unit: true, required: true }]
scales: { s: { levels: [{ value: 1, label: "Clear \\e[2J\\e[H" }, { value: 2, label: "Title \\e]2;owned\\a" }] } }
dimensions: [{ id: data, title: "Data \\e[?1049l", questions: [{ id: owner, text: "Who \\e[8mowns it?", scale: s }] }]
`;
      writeFileSync(join(cwd, 'q.yaml'), questionnaire(hostile));
      terminal = openTerminal(cwd);
      run('q.yaml');
      await terminal.shows('Authority \\x1b]0;owned\\x07');
      terminal.type('North');
      terminal.press('Enter');
      await terminal.shows('Nobody sees the answers');
      terminal.press('Enter');
      await expect(steady(await terminal.shows('Who \\x1b[8mowns it?'))).toMatchFileSnapshot(
        'screens/hostile.txt',
      );
      expect(terminal.asks('#{pane_title} #{alternate_on}')).not.toContain('owned');
      expect(terminal.asks('#{alternate_on}')).toBe('1');
    });

    test.each([
      ['Ctrl-C', 'C-c', 130],
      ['Ctrl-D', 'C-d', 130],
      ['who ends the program', 'SIGTERM', 130],
      ['q', 'q', 0],
    ])(
      '%s leaves the terminal as it was, says how to go on, and every confirmed answer is kept',
      async (_, key, code) => {
        writeFileSync(join(cwd, 'q.yaml'), questionnaire(definition));
        terminal = openTerminal(cwd);
        run('q.yaml --set organisation=North; echo "left with $?"');
        await terminal.shows('Nobody sees the answers');
        terminal.press('Enter', '3', 'Enter');
        await terminal.shows('Which are in use?');
        if (key === 'SIGTERM') process.kill(Number(readFileSync(join(cwd, 'pid'), 'utf8')), key);
        else terminal.press(key);
        const screen = await terminal.shows(`left with ${code}`);
        expect(screen).toMatch(/^Every answer is kept in .*\.journal\.jsonl\.$/m);
        expect(terminal.asks('#{alternate_on} #{cursor_flag}')).toBe('0 1');
        const journal = readFileSync(join(cwd, written('.journal.jsonl')[0] ?? ''), 'utf8');
        expect(journal).toContain('"question":"owner","value":3');
        terminal.type('echo typed');
        terminal.press('Enter');
        await terminal.shows(/^typed$/m);
      },
    );

    test('who is asked: names out of a register, stopped and woken, interrupted', async () => {
      writeFileSync(join(cwd, 'q.yaml'), questionnaire(definition));
      writeFileSync(
        join(cwd, 'units.csv'),
        'id,title,level\nn,Northbridge,organisation\ne,Eastmere,organisation\n',
      );
      terminal = openTerminal(cwd);
      run('q.yaml --units units.csv');
      await terminal.shows(/Northbridge\n.*Eastmere/);
      terminal.type('mere');
      await terminal.shows(/❯ Eastmere\n.*Another name: mere/);
      terminal.press('C-z');
      await terminal.shows('Stopped');
      terminal.type('fg');
      terminal.press('Enter');
      await terminal.shows(/❯ Northbridge\n.*Eastmere/);
      terminal.type('east');
      await terminal.shows(/❯ Eastmere\n.*Another name: east/);
      terminal.press('Enter');
      await terminal.shows('Nobody sees the answers');
      expect(await terminal.shows('Eastmere')).toContain('Section 1 of 2');
      terminal.press('q', 'Enter', 'q');
      await terminal.shows('Every answer is kept');
      terminal.type('clear; mkdir other');
      terminal.press('Enter');
      run('q.yaml --out other; echo "left with $?"');
      await terminal.shows('? Authority');
      terminal.press('C-d');
      await terminal.shows('left with 130');
    });

    test('ended by SIGHUP, it gives the terminal back, and nothing confirmed is lost', async () => {
      writeFileSync(join(cwd, 'q.yaml'), questionnaire(definition));
      terminal = openTerminal(cwd);
      run('q.yaml --set organisation=North');
      await terminal.shows('Nobody sees the answers');
      terminal.press('Enter', '3', 'Enter');
      await terminal.shows('Which are in use?');
      process.kill(Number(readFileSync(join(cwd, 'pid'), 'utf8')), 'SIGHUP');
      await terminal.shows(/^Hangup/m);
      expect(terminal.asks('#{alternate_on} #{cursor_flag}')).toBe('0 1');
      const journal = readFileSync(join(cwd, written('.journal.jsonl')[0] ?? ''), 'utf8');
      expect(journal).toContain('"question":"owner","value":3');
    });
  },
);
