import type { Random } from './random.js';

/** As much of JSON Schema as the contract's bodies and queries are described with. */
export interface Described {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
  readonly items?: Described;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
}

/** Where values come from: ids by what they are called, and whatever else a text may be. */
export interface Source {
  readonly random: Random;
  idFor(name: string): string;
  /** Whether what may be left out is left out always, and not now and then. */
  readonly isBare?: boolean;
}

const texts = ['line 2', 'a', 'WP01', '2026.1', ''];
const codes: Readonly<Record<string, readonly string[]>> = {
  workProcess: ['WP01', 'WP06'],
  competency: ['WP01.01', 'WP01.06'],
  course: ['RTI03', 'RTI11'],
  code: ['WP01', 'WP01.01', 'RTI03'],
  rapidsCode: ['2031'],
  token: ['a'.repeat(43)],
};
const dates = ['2026-01-05', '2026-02-10', '2026-03-01', '2026-03-02', '2026-03-04', '2026-04-01'];

/** A value that fits the description, more or less: what does not is refused, and that is an answer too. */
export function randomValue(described: Described, name: string, source: Source): unknown {
  const { random } = source;
  if (described.const !== undefined) return described.const;
  if (described.enum) return random.pick(described.enum);
  const choices = described.anyOf ?? described.oneOf;
  if (choices) return randomValue(random.pick(choices), name, source);
  switch (described.type) {
    case 'object':
      return randomObject(described, source);
    case 'array':
      return Array.from({ length: (described.minItems ?? 0) + random.below(3) }, () =>
        randomValue(described.items ?? {}, name, source),
      );
    case 'integer':
    case 'number':
      return random.pick([0, 1, 2, 3, 60, 80, 120, 480, 1_800]);
    case 'boolean':
      return random.below(2) === 0;
    case 'null':
      return null;
    default:
      return randomText(described, name, source);
  }
}

function randomObject({ properties = {}, required = [] }: Described, source: Source): Record<string, unknown> {
  const given = Object.entries(properties).filter(
    ([name]) => required.includes(name) || (!source.isBare && source.random.below(3) > 0),
  );
  return Object.fromEntries(given.map(([name, described]) => [name, randomValue(described, name, source)]));
}

// None of the other side: what one typed and is told again would look like a leak.
const addresses = ['alder.one@people.example', 'new@people.example'];

function randomText({ format, pattern }: Described, name: string, source: Source): string {
  const { random } = source;
  if (format === 'uuid' || pattern?.includes('0-9a-f')) return source.idFor(name);
  if (format === 'date') return random.pick(dates);
  if (format === 'date-time') return '2026-03-04T15:00:00.000Z';
  if (format === 'email' || name === 'email') return random.pick(addresses);
  if (format === 'uri') return 'https://lms.example/auth';
  return random.pick(codes[name] ?? texts);
}
