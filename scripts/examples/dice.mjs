// Numbers that look thrown and come out the same at every run, on every machine.

/** Mulberry32: a seed in, numbers from 0 up to 1 out. */
function generator(from) {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** FNV-1a. */
export function hash(text) {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0), 0x01000193);
  return state >>> 0;
}

export function dice(from) {
  const random = generator(from);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return {
    chance: (probability) => random() < probability,
    pick,
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
    /** About normal, by sums alone: logarithms need not be alike on all machines. */
    normal(deviation) {
      let sum = 0;
      for (let i = 0; i < 12; i += 1) sum += random();
      return (sum - 6) * deviation;
    },
    sample(list, count) {
      const left = [...list];
      return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]);
    },
  };
}
