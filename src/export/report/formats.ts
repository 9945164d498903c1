import type { ReportFormatName } from './format-names.js';
import { markdownReport } from './markdown.js';
import type { Report } from './model/report.js';

/** A way to write a report down. */
interface ReportFormat {
  /** Of files in this format, without the point, the usual one first. */
  readonly extensions: readonly string[];
  readonly write: (report: Report) => Promise<string>;
}

/** Every format that a report can be written in. */
export const reportFormats: Readonly<Record<ReportFormatName, ReportFormat>> = {
  html: {
    extensions: ['html', 'htm'],
    // It draws charts, with a library that takes a while to load.
    write: async (report) => (await import('./html/page.js')).htmlReport(report),
  },
  md: { extensions: ['md', 'markdown'], write: async (report) => markdownReport(report) },
};

/** The format that a file's ending asks for, in upper or lower case. */
export function reportFormatForFile(path: string): ReportFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return Object.values(reportFormats).find(
    ({ extensions }) => extension !== undefined && extensions.includes(extension),
  );
}
