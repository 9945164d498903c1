import type writeXlsxFile from 'write-excel-file/node';
import { element } from './xml.js';

type Options = NonNullable<Parameters<typeof writeXlsxFile>[1]>;

/** What the library does not write by itself, by the interface that it has for that. */
export type WorkbookFeature = NonNullable<Options['features']>[number];

/** The title and the language, which screen readers tell. */
export function documentProperties(title: string, language: string): WorkbookFeature {
  const core = element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    element('dc:title', {}, undefined, title) + element('dc:language', {}, undefined, language),
  );
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            element('Override', {
              PartName: '/docProps/core.xml',
              ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
            }),
        },
        '_rels/.rels': {
          insert: () =>
            element('Relationship', {
              Id: 'rId-milepost-core',
              Type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
              Target: 'docProps/core.xml',
            }),
        },
      },
      write: {
        files: () => ({
          'docProps/core.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${core}`,
        }),
      },
    },
  };
}
