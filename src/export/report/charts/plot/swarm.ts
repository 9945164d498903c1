/**
 * How far to shift each of some marks up or down, so that those at one place lie beside one another: by `size`, or closer where
 * so many do not fit within `room` above and below. Marks at `taken` are passed by.
 */
export function swarm(
  places: readonly number[],
  taken: readonly number[],
  size: number,
  room: number,
): readonly number[] {
  const lanes = places.map(() => 0);
  const laid: { readonly place: number; readonly lane: number }[] = taken.map((place) => ({
    place,
    lane: 0,
  }));
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
  for (const { place, at } of order) {
    const near = laid.filter((other) => Math.abs(place - other.place) < size);
    const lane = freeLane(new Set(near.map((other) => other.lane)));
    lanes[at] = lane;
    laid.push({ place, lane });
  }
  const furthest = Math.max(1, ...lanes.map(Math.abs));
  const step = Math.min(size, room / furthest);
  return lanes.map((lane) => lane * step);
}

/** The middle, or the nearest lane above or below it that is free. */
function freeLane(taken: ReadonlySet<number>): number {
  for (let away = 0; ; away += 1) {
    if (!taken.has(0 - away)) return 0 - away;
    if (!taken.has(away)) return away;
  }
}
