/** Whose tables are read; `--flavour` takes these names, and summaries say the titles. */
export const flavourTitles = {
  form: 'our own form',
  canonical: 'a table with a header of ids',
  'google-forms': 'Google Forms',
  'hand-filled': 'a sheet filled in by hand',
  'microsoft-forms': 'Microsoft Forms',
  surveymonkey: 'a SurveyMonkey export',
  qualtrics: 'a Qualtrics export',
  limesurvey: 'a LimeSurvey export',
  kobo: 'a KoboToolbox or ODK export',
} as const;
export type FlavourName = keyof typeof flavourTitles;

export function isFlavourName(text: string): text is FlavourName {
  return Object.hasOwn(flavourTitles, text);
}
