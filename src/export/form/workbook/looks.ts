import type { CellObject } from 'write-excel-file/node';
import type { Look } from './layout.js';

type Style = Omit<CellObject, 'value' | 'type'>;

const ink = '#1A1A1A';
const line = { borderStyle: 'thin', borderColor: '#767676' } as const;
const rule = { bottomBorderStyle: 'thin', bottomBorderColor: '#BFBFBF' } as const;
const text = { wrap: true, alignVertical: 'top', textColor: ink } as const;

/** How each look is written. Grounds and inks differ by 7 to 1 at least; nothing is said by a colour alone. */
export const looks: Readonly<Record<Look, Style>> = {
  title: { fontSize: 16, fontWeight: 'bold', textColor: ink, alignVertical: 'center' },
  heading: { ...text, fontSize: 12, fontWeight: 'bold', backgroundColor: '#E3E8EE' },
  about: { ...text, backgroundColor: '#E3E8EE' },
  header: { ...text, fontWeight: 'bold', textColor: '#FFFFFF', backgroundColor: '#1F3A56', ...line },
  label: { ...text, fontWeight: 'bold' },
  text: { ...text, ...rule },
  question: { ...text, fontWeight: 'bold', ...rule },
  item: { ...text, align: 'left', indent: 1, ...rule },
  option: { ...text, align: 'left', indent: 2, ...rule },
  number: { ...text, ...rule },
  state: { ...text, align: 'left', ...rule },
  input: {
    ...text,
    align: 'left',
    backgroundColor: '#FFFFFF',
    borderStyle: 'medium',
    borderColor: '#1F3A56',
  },
  carried: {
    ...text,
    align: 'left',
    fontStyle: 'italic',
    backgroundColor: '#E8F1E4',
    borderStyle: 'medium',
    borderColor: '#1F3A56',
  },
  closed: { ...text, backgroundColor: '#F2F2F2', ...rule },
  plain: {},
};

/** The ground of what is still to be done. */
export const highlight = { backgroundColor: '#FFF2CC' };
