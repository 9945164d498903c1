/** The least contrast of text (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

/** How far two colours, each `#rrggbb`, stand out from each other: from 1 to 21, as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A colour that lies a share of the way from one to another. */
export function mixed(from: string, to: string, share: number): string {
  const other = channels(to);
  const mix = channels(from).map((channel, at) =>
    Math.round(channel + ((other[at] ?? channel) - channel) * share),
  );
  return `#${mix.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** As far of the way from one to another, in steps, as it can be read against the background. */
export function readable(from: string, to: string, share: number, against: string): string {
  for (let part = share; part > 0; part -= 0.05) {
    const mix = mixed(from, to, part);
    if (contrast(mix, against) >= leastContrast) return mix;
  }
  return from;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
