import { defineRule, type SourceContext } from './check-rule.js';
import { sourcesOf } from './source-lines.js';

/** A line with one unquoted text, and a comment behind it. */
const line =
  /^[ \t]*(?:- +)?(text|title|label|help|guidance|description|notice|when|because|if|\d+): +([^\s"'|>{[&*#!][^\n]*?)[ \t](#[^\n\r]*)/gm;

/** A text or expression that YAML cut in two at ` #`. */
export const yamlTextCut = defineRule<'yaml-text-cut', SourceContext>({
  id: 'yaml-text-cut',
  reason: `In a text without quotes, a space and \`#\` start a comment: \`Your #1 aim\` is read as \`Your\`. Reported where
what is lost does not look like a comment: a figure right behind \`#\`, or a part of an expression behind a \`when\`.`,
  bad: `- id: aim
  text: What is your #1 aim?
  type: text
- { id: owner, text: Is there an owner?, type: yes_no }`,
  good: `- id: aim
  text: "What is your #1 aim?"
  type: text
- { id: owner, text: Is there an owner?, type: yes_no }`,
  *check(context) {
    for (const { text, place } of sourcesOf(context, /[ \t]#/)) {
      for (const { 0: whole, 1: key = '', 2: kept = '', 3: lost = '', index } of text.matchAll(line)) {
        const isExpression = key === 'when' || key === 'if';
        const suspicious = isExpression
          ? /&&|\|\||\b(?:answers|profile|scores)\./.test(lost)
          : /^#[\d?]/.test(lost);
        if (!suspicious) continue;
        const end = index + whole.length;
        yield { place: place(end - lost.length, end), args: { kept: kept.trimEnd(), lost } };
      }
    }
  },
});
