import { within } from './asked.js';
import { defineRule } from './check-rule.js';

/** Words of an id, between underscores, that stand for something about a person. */
const ids =
  /^(?:e_?mail|mail|phone|telephone|mobile|name|dob|nino|surname|forename)$|(?:^|_)(?:e_?mail|phone|telephone|surname|forename|birth_?date|date_of_birth|birthday|home_address|nhs_number|ni_number)(?:_|$)|(?:^|_)(?:first|last|full|family|given|contact|your|person|respondent|participant|officer|manager)_name$/;
const titles =
  /\b(?:e-?mail|(?:tele)?phone|mobile number|date of birth|(?:your|first|last|full|family|given|contact) name|surname|forename|home address)\b/i;

/** A profile field that looks as if it said who somebody is. */
export const personalNotMarked = defineRule({
  id: 'personal-not-marked',
  reason: `Fields marked \`personal: true\` are dropped at intake and left out of every export unless asked for by name. An
e-mail address, a telephone number or a name in a field that is not marked goes into every table that is made of the
answers. A field that does say \`personal: false\` is left alone.`,
  bad: `profile:
  - { id: email, title: E-mail }`,
  good: `profile:
  - { id: email, title: E-mail, personal: true }`,
  *check({ questionnaire, locator, textOf }) {
    for (const { id, title, type, unit, personal, origin } of questionnaire.profile) {
      if (personal || unit || type === 'choice') continue;
      const word = (ids.exec(id) ?? titles.exec(title))?.[0].replace(/^_|_$/g, '');
      if (word === undefined) continue;
      const marked = locator.place(within(origin, 'personal')).range;
      const source = marked && textOf(origin.file)?.slice(marked.start.offset, marked.end.offset);
      if (source === 'false') continue;
      yield { place: locator.place(within(origin, 'id')), args: { id, word } };
    }
  },
});
