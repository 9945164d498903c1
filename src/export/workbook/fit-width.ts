import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';
import type { WorkbookFeature } from './properties.js';
import { element } from './xml.js';

const sheetFile = 'xl/worksheets/sheet{id}.xml';

/** The characters that a page holds across in letters that can be read. */
const pageCharacters = 190;

/** Prints every sheet that has an orientation as few pages wide as can be read, by its width in characters, and as long as it is. */
export function fitWidth(widths: readonly number[]): WorkbookFeature {
  const order = getOrderOfSiblings(sheetFile, 'worksheet') ?? [];
  const fit = element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 }));
  return {
    files: {
      transform: {
        [sheetFile]: {
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) =>
            tag === 'pageSetup'
              ? {
                  ...attributes,
                  fitToWidth: Math.max(1, Math.ceil((widths[sheetIndex] ?? 0) / pageCharacters)),
                  fitToHeight: 0,
                }
              : attributes,
          transform: (xml) => insertElementMarkupAccordingToOrderOfSiblings(xml, fit, order, 'worksheet'),
        },
      },
    },
  };
}
