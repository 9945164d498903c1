/** Where a key was claimed first: the file, and the number of its line or element. */
export interface Claim {
  readonly file: number;
  readonly position: number;
}

/** The keys of all responses so far. */
export interface Keys {
  /** Says that the keys claimed from now on are those of the next file. */
  readonly nextFile: () => void;
  /** Claims a key, or tells who has it. */
  readonly claim: (wave: string | undefined, id: string, position: number) => Claim | undefined;
}

const wide = 0xff;
const headerSize = 8;

/**
 * An open-addressing hash table over one growing array of bytes, since a million small objects would not fit: a key takes
 * its own characters, ten bytes, and four to eight for its slot. It is exact: the hash only says where to look, and the
 * characters are compared. An entry is its position and its hash, four bytes each, then the wave and the id, each ended
 * by a zero byte; a UTF-16 unit from 1 to 254 is one byte, any other is 255 and its two bytes.
 */
export function responseKeys(): Keys {
  let bytes = new Uint8Array(1 << 12);
  let used = 0;
  /** Offset + 1 of the entry; 0 is free. */
  let slots = new Uint32Array(1 << 8);
  let entries = 0;
  const files: number[] = [];

  function claim(wave: string | undefined, id: string, position: number): Claim | undefined {
    const start = used;
    const longest = headerSize + 3 * ((wave?.length ?? 0) + id.length) + 2;
    if (start + longest > bytes.length) bytes = enlarged(bytes, start + longest);
    const middle = write(bytes, start + headerSize, wave ?? '');
    const end = write(bytes, middle, id);
    const hash = hashOf(bytes, start + headerSize, end);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
      const at = held - 1;
      if (read32(bytes, at + 4) === hash && same(bytes, at + headerSize, start + headerSize, end)) {
        return { file: fileOf(at), position: read32(bytes, at) };
      }
      slot = (slot + 1) & mask;
    }
    write32(bytes, start, position);
    write32(bytes, start + 4, hash);
    slots[slot] = start + 1;
    used = end;
    entries += 1;
    if (entries * 4 > slots.length * 3) slots = rehashed(slots, bytes);
    return undefined;
  }

  function fileOf(offset: number): number {
    let file = files.length - 1;
    while (file > 0 && (files[file] ?? 0) > offset) file -= 1;
    return file;
  }

  return { nextFile: () => files.push(used), claim };
}

function write(bytes: Uint8Array, start: number, text: string): number {
  let at = start;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit !== 0 && unit < wide) {
      bytes[at++] = unit;
    } else {
      bytes[at++] = wide;
      bytes[at++] = unit >>> 8;
      bytes[at++] = unit & 0xff;
    }
  }
  bytes[at++] = 0;
  return at;
}

/** FNV-1a, then mixed so that the low bits depend on all. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function same(bytes: Uint8Array, one: number, other: number, end: number): boolean {
  for (let i = other; i < end; i += 1) if (bytes[one + i - other] !== bytes[i]) return false;
  return true;
}

function rehashed(slots: Uint32Array, bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(slots.length * 2);
  const mask = larger.length - 1;
  for (const held of slots) {
    if (held === 0) continue;
    let slot = read32(bytes, held + 3) & mask;
    while (larger[slot] !== 0) slot = (slot + 1) & mask;
    larger[slot] = held;
  }
  return larger;
}

function enlarged(bytes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, Math.floor(bytes.length * 1.5)));
  larger.set(bytes);
  return larger;
}

function read32(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  return (low | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
}

function write32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}
