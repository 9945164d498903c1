import type { DrawChart } from './draw-chart.js';
import type { ReportFormatName } from './format-names.js';
import { htmlReport } from './html/page.js';
import { markdownReport } from './markdown.js';
import type { Report } from './report.js';

/** A way to write a report down. */
interface ReportFormat {
  /** Of files in this format, without the point, the usual one first. */
  readonly extensions: readonly string[];
  readonly write: (report: Report) => string;
}

const drawNothing: DrawChart = () => undefined;

/** Every format that a report can be written in. */
export const reportFormats: Readonly<Record<ReportFormatName, ReportFormat>> = {
  html: {
    extensions: ['html', 'htm'],
    write: (report) => htmlReport(report, { draw: drawNothing, style: '' }),
  },
  md: { extensions: ['md', 'markdown'], write: markdownReport },
};

/** The format that a file's ending asks for, in upper or lower case. */
export function reportFormatForFile(path: string): ReportFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return Object.values(reportFormats).find(
    ({ extensions }) => extension !== undefined && extensions.includes(extension),
  );
}
