/** What charts need in a page's style sheet, beside the palette's. */
export const chartStyle = `.chart { container-type: inline-size; break-before: avoid; break-inside: avoid; }
.chart + .chart { break-before: auto; margin-top: 1rem; }
.chart svg { display: block; max-width: 100%; height: auto; font-family: inherit; }
.chart text { dominant-baseline: central; }
.chart .wide { width: 100%; max-width: 54rem; }
.chart .narrow { display: none; width: 100%; max-width: 28rem; }
@container (max-width: 40rem) { .chart .wide { display: none; } .chart .wide { width: 100%; max-width: 54rem; }
.chart .narrow { display: block; } }
`;
