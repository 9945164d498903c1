import { actionOf } from '../keys/action-of.js';
import { type Press, problem, type Step } from '../view/step.js';
import { editOf } from '../view/text-edit.js';
import type { RoomView } from '../view/view.js';
import { typed } from './type.js';

/** Where it is written who is here. */
export const pressRoom: Press<RoomView> = (view, press) => {
  const action = press.kind === 'key' ? actionOf('type', press.name) : undefined;
  switch (action) {
    case 'confirm':
      return view.field === 'count' ? counted(view) : kept(view);
    case 'down':
    case 'forward':
      return view.field === 'count' ? counted(view) : { view };
    case 'up':
      return { view: { ...view, field: 'count' } };
    case 'back':
      if (view.field === 'roles') return { view: { ...view, field: 'count' } };
      return view.behind === undefined ? { view } : { view: view.behind };
    case 'leave':
      return { view, end: 'left' };
    case 'help':
      return { view: { at: 'read', topic: 'help', scroll: 0, behind: view } };
    case undefined: {
      const edit = typed(view[view.field], press, ' ');
      return { view: edit === undefined ? view : { ...view, [view.field]: edit } };
    }
    default:
      return { view };
  }
};

function counted(view: RoomView): Step {
  const count = countOf(view);
  if (count === undefined)
    return { view, notice: problem('Write how many people are here, as a number from 1 on.') };
  return { view: { ...view, field: 'roles', roles: editOf(view.roles.text) } };
}

function kept(view: RoomView): Step {
  const count = countOf(view);
  if (count === undefined) return counted(view);
  const roles = view.roles.text
    .split(/[,;\n]/)
    .map((role) => role.trim())
    .filter((role) => role !== '');
  return { view: view.behind ?? 'here', tell: [{ do: 'room', count, roles: [...new Set(roles)] }] };
}

const mostPeople = 9999;

function countOf({ count }: RoomView): number | undefined {
  const text = count.text.trim();
  const people = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return people >= 1 && people <= mostPeople ? people : undefined;
}
