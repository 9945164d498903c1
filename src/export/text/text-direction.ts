/** Languages that are written from right to left, in the scripts that they are mostly written in. */
const rightToLeft = [
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
];

/** How a text in a language (BCP 47: `ar`, `he-IL`) is written. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  const [primary = ''] = language.toLowerCase().split('-');
  return rightToLeft.includes(primary) ? 'rtl' : 'ltr';
}
