import { type Finding, finding, type Place } from '../../../finding/finding.js';
import { formMap } from '../../../response/form/form-map.js';
import { type Accepted, type BatchDraft, emptyBatch } from '../../batch.js';
import type { CellSpot, Layout, SourceCell, Spots, TableHead } from '../../columns/layout.js';
import { form as ourForm } from '../../flavours/form.js';
import { openRows } from '../../rows/open-rows.js';
import { isBlankCell, shownCell } from '../../rows/special-cells.js';
import type { Session, SourceFile } from '../../session.js';
import type { Book, CellAddress } from './book.js';
import type { FormSheet, MappedCell } from './form-sheet.js';
import { cellNamed } from './library.js';

/** What says for whom a form is or how it was filled in may be there before anybody answers; this may not. */
const answerKinds = ['question', 'remark'];

/** The whole workbook is one response, whose cells stand where the map says. */
export function readForm(session: Session, file: SourceFile, book: Book, form: FormSheet): BatchDraft {
  file.unit = 'form';
  const batch = emptyBatch(file.name);
  const { facts, cells: written } = form;
  const place: Place = { file: file.name };
  const { targets, questionnaire, digest } = session;
  const refuse = (because: Finding): BatchDraft => {
    batch.read = 1;
    batch.rejected.push({ place, because: because.rule, findings: [because] });
    return batch;
  };

  const layout = facts.get('milepost') ?? '';
  if (layout !== formMap.version) return refuse(finding('form-newer', place, { found: layout }));
  const id = facts.get('questionnaire') ?? '';
  if (id !== questionnaire.id) {
    const args = { found: id, needed: questionnaire.id, responses: 1 };
    return refuse(finding('other-questionnaire', place, args));
  }
  const version = facts.get('version') ?? '';
  if (version !== questionnaire.version) {
    const args = { found: version, needed: questionnaire.version, responses: 1 };
    return refuse(finding('other-version', place, args));
  }
  if (written.length === 0) {
    const detail = 'the hidden sheet that says which cell holds what has nothing in it';
    return refuse(finding('form-unreadable', place, { detail }));
  }
  if (facts.get('digest') !== digest) {
    batch.findings.push(finding('other-digest', place, { version, responses: 1 }));
  }

  const isFollowUp = facts.get('form') === 'open';
  if (isFollowUp && session.options.duplicates !== 'merge') {
    const earlier = written.find(({ target }) => target === 'response_id');
    const at = earlier === undefined ? undefined : addressOf(book, earlier);
    const given = at === undefined ? '' : shownCell(valueAt(book, at).cell);
    return refuse(finding('follow-up-alone', place, { id: given }));
  }

  const found = written.map((cell) => ({ ...cell, address: addressOf(book, cell) }));
  const lost = found.filter(({ address }) => address === undefined);
  if (lost.length > 0) {
    const sheets = [...new Set(lost.map(({ sheet }) => sheet))];
    return refuse(finding('form-cells-missing', place, { sheets, cells: lost.length }));
  }
  const wave = facts.get('wave');
  const columns = found.flatMap(({ heading, target, address }) =>
    address === undefined ? [] : [{ heading, target, ...valueAt(book, address) }],
  );
  if (wave !== undefined && !columns.some(({ target }) => target === 'wave')) {
    columns.push({
      heading: 'wave',
      target: 'wave',
      cell: wave,
      at: { sheet: form.sheet, line: 1, column: 1 },
    });
  }

  const head: TableHead = {
    rows: [{ line: 1, cells: columns.map(({ heading }) => heading) }],
    whole: true,
  };
  const placeOf = (column: number) => columns[column]?.at;
  const spots: Spots = { heading: placeOf, row: () => undefined, cell: (_, column) => placeOf(column) };
  const answers = columns.flatMap(({ target }, at) =>
    answerKinds.includes(targets.get(target)?.kind ?? '') ? [at] : [],
  );
  const leavesOut: Layout['leavesOut'] = (cells) =>
    answers.every((at) => isBlankCell(cells[at])) ? 'not_filled_in' : undefined;
  const reader = openRows(session, file, head, batch, {
    flavour: ourForm,
    layout: {
      ...ourForm.layOut(head, session.names),
      spots,
      leavesOut,
      omits: isFollowUp ? 'answered' : 'not_asked',
    },
    above: 0,
  });
  if (reader === undefined) return batch;
  reader.read(
    columns.map(({ cell }) => cell),
    1,
    batch,
  );
  reader.close(batch);
  if (isFollowUp) {
    const completing = batch.accepted.map((accepted): Accepted => ({ ...accepted, completes: true }));
    batch.accepted.splice(0, batch.accepted.length, ...completing);
  } else {
    const there = new Set(columns.map(({ target }) => target));
    const open = batch.accepted.flatMap(({ resolved: { states } }) =>
      questionnaire.questions.filter(({ id, index }) => !there.has(id) && states[index] === 'unanswered'),
    );
    if (open.length > 0) {
      const questions = open.map(({ id: question }) => question);
      const args = { questions, of: questionnaire.questions.length };
      batch.findings.push(finding('questions-without-column', place, args));
    }
  }
  if (batch.leftOut.length > 0) batch.findings.push(finding('form-blank', place, {}));
  return batch;
}

/** By its name, which a sheet that is renamed keeps; else by its sheet and place. */
function addressOf({ sheets, names }: Book, { name, sheet, cell }: MappedCell): CellAddress | undefined {
  const named = names.get(name);
  const at = cellNamed(cell);
  const address = named ?? (at === undefined ? undefined : { sheet, ...at });
  return sheets.some((one) => one.name === address?.sheet && !one.broken) ? address : undefined;
}

function valueAt(
  { sheets }: Book,
  { sheet, row, column }: CellAddress,
): { readonly cell: SourceCell; readonly at: CellSpot } {
  const found = sheets.find(({ name }) => name === sheet);
  return { cell: found?.cell(row, column) ?? '', at: { sheet, line: row + 1, column: column + 1 } };
}
