import { type Action, type Context, keyTable } from './table.js';

const byContext: Readonly<Record<Context, ReadonlyMap<string, Action>>> = mapped();

function mapped() {
  const of = (context: Context) =>
    new Map(
      keyTable.flatMap(({ action, keys }) => (keys[context] ?? []).map((key) => [key, action] as const)),
    );
  return {
    choose: of('choose'),
    type: of('type'),
    pick: of('pick'),
    write: of('write'),
    list: of('list'),
    search: of('search'),
    read: of('read'),
    finish: of('finish'),
  };
}

/** What a key does in a context. */
export function actionOf(context: Context, key: string): Action | undefined {
  return byContext[context].get(key);
}
