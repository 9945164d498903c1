import type { ComponentAudit, Pinned } from './component-audit.js';

/** Those of some cells that are pinned, where `pin` says it of one; only the first if that is enough. */
export function pinnedBy(pin: (cell: number) => Pinned | undefined): ComponentAudit['pinned'] {
  return (cells, enough) => {
    const result: Pinned[] = [];
    for (const cell of cells) {
      const found = pin(cell);
      if (found !== undefined) result.push(found);
      if (found !== undefined && enough === 'first') break;
    }
    return result;
  };
}
