// Answers as people write them into a table: by value or by label, with their own words for not knowing.

const words = {
  dont_know: ['DK', "Don't know", "Don't know", 'Not sure', 'TBC'],
  not_applicable: ['N/A', 'NA', 'Not applicable'],
  refused: ['Prefer not to say', 'REF'],
};

function written(writes, { chance }, stored, label) {
  return writes === 'labels' || (writes === 'both' && chance(0.5)) ? label : stored;
}

/** A level's or an option's value, or what it is called. */
function cellOf(question, value, writes, thrown) {
  switch (question.type) {
    case 'level': {
      const level = question.scale.levels.find((each) => each.value === value);
      return written(writes, thrown, String(value), level.label);
    }
    case 'yes_no':
      return value ? written(writes, thrown, 'yes', 'Yes') : written(writes, thrown, 'no', 'No');
    case 'choice':
    case 'choices': {
      const labels = question.options.map(({ label }) => label);
      const ids = [value].flat();
      // Labels that a semicolon or comma cuts are left to those who write ids.
      const safe = labels.every((label) => !/[;,]/.test(label));
      const cells = ids.map((id) =>
        safe ? written(writes, thrown, id, question.options.find((option) => option.id === id).label) : id,
      );
      return cells.join('; ');
    }
    default:
      return String(value);
  }
}

/** The cells of an answer, by column. */
export function cellsOf(question, answer, { writes }, thrown, barriers) {
  const { value, non_answer: none, ...remarks } = answer;
  const cells = {
    [question.id]: none === undefined ? cellOf(question, value, writes, thrown) : thrown.pick(words[none]),
  };
  for (const [key, remark] of Object.entries(remarks)) {
    cells[`${question.id}__${key}`] =
      key === 'target'
        ? cellOf(question, remark, writes, thrown)
        : key === 'barriers'
          ? remark
              .map((id) => written(writes, thrown, id, barriers.find((each) => each.id === id).label))
              .join('; ')
          : remark;
  }
  return cells;
}
