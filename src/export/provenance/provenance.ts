/** What figures were made of: the same of the same inputs, with no clock but where a stamp is asked for. */
export interface Provenance {
  readonly program: { readonly name: 'Milepost'; readonly version: string };
  readonly questionnaire: Versioned & {
    readonly licence?: string;
    /** Where facts that informed it can be read. */
    readonly sources: readonly string[];
  };
  /** Versions that earlier waves answered, where those are not the same. */
  readonly earlier?: readonly Versioned[];
  readonly rubrics: readonly Versioned[];
  /** The waves that figures are of, from the earliest on; none where answers name no wave. */
  readonly waves?: readonly string[];
  readonly inputs: readonly ProvenanceInput[];
  /** Options of the command line that bear on the figures, as they would be written there. */
  readonly options: readonly { readonly option: string; readonly value: string }[];
  /** Figures about fewer than so many people, or responses, are withheld; without it, none are. */
  readonly small_groups?: { readonly min_group: number; readonly count: 'people' | 'responses' };
  /** When it was made, in ISO 8601. */
  readonly stamp?: string;
}

/** A definition, in the version that was used. */
export interface Versioned {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** `sha256:` and hexadecimal digits. */
  readonly digest: string;
}

/** A file that was read. */
export interface ProvenanceInput {
  readonly name: string;
  readonly kind: 'answers' | 'register' | 'map';
  /** Of its bytes; none where not all of them were read. */
  readonly digest?: string;
  /** Rows of answers, or units. */
  readonly rows?: number;
}

/** The same as lines for people. */
export function provenanceLines(provenance: Provenance): readonly (readonly [string, string])[] {
  const {
    program,
    questionnaire,
    earlier = [],
    rubrics,
    waves = [],
    inputs,
    options,
    small_groups,
    stamp,
  } = provenance;
  return [
    ['Questionnaire', versioned(questionnaire)],
    ...(questionnaire.licence === undefined ? [] : [['Licence', questionnaire.licence] as const]),
    ...questionnaire.sources.map((source) => ['Source', source] as const),
    ...earlier.map((version) => ['Earlier version', versioned(version)] as const),
    ...rubrics.map((rubric) => ['Rubric', versioned(rubric)] as const),
    ...waves.filter((wave) => wave !== '').map((wave) => ['Wave', wave] as const),
    ...inputs.map((input) => [inputNames[input.kind], inputLine(input)] as const),
    ...options.map(({ option, value }) => ['Option', value === '' ? option : `${option} ${value}`] as const),
    ...(small_groups === undefined
      ? []
      : [
          [
            'Small groups',
            `figures about fewer than ${small_groups.min_group} ${small_groups.count} are withheld`,
          ] as const,
        ]),
    ['Made by', `${program.name} ${program.version}`],
    ...(stamp === undefined ? [] : [['Made at', stamp] as const]),
  ];
}

const inputNames = { answers: 'Answers', register: 'Unit register', map: 'Map' };

function versioned({ id, version, title, digest }: Versioned): string {
  return `${title} (${id} ${version}, ${digest})`;
}

function inputLine({ name, rows, digest, kind }: ProvenanceInput): string {
  const of = kind === 'register' ? 'units' : 'rows';
  return [name, ...(rows === undefined ? [] : [`${rows} ${of}`]), digest ?? 'not read to its end'].join(', ');
}
