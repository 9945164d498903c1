#!/usr/bin/env node
import module from 'node:module';

// Keeps compiled code between runs, in Node's own folder for it, where Node can do that: from 22.1 on.
module.enableCompileCache?.();
await import('../dist/cli.js');
