// The roles in which people of made-up authorities answer.

/** How each role sees things, how often it cannot tell, and how it gets on with new technology. */
export const roles = {
  member: { at: 0.1, unsure: 0.12, confidence: ['with_help', 'with_time', 'by_myself'] },
  chief_officer: { at: 0.4, unsure: 0.02, confidence: ['with_help', 'with_time', 'with_time', 'by_myself'] },
  manager: { at: 0.05, unsure: 0.04, confidence: ['with_time', 'with_time', 'by_myself', 'helping_others'] },
  frontline: {
    at: -0.3,
    unsure: 0.09,
    confidence: ['with_help', 'with_time', 'by_myself', 'helping_others'],
  },
  ict: { at: 0.1, unsure: 0.03, confidence: ['by_myself', 'helping_others'] },
};
