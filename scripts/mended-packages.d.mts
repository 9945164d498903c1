import type { Plugin } from 'esbuild';

export declare const mendedPackages: Plugin;
export declare const mendedInTests: {
  readonly name: string;
  readonly transform: (code: string, id: string) => { code: string; map: null } | undefined;
};
