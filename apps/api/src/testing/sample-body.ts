import fc from 'fast-check';
import { z } from 'zod';

type Described = z.core.JSONSchema.BaseSchema;

/** What stands under a name wherever it is asked for, such as the id of a row. */
export type Given = Readonly<Record<string, unknown>>;

/** A body that the schema takes, always the same: what is given by name, and the least that will do for everything else. */
export function sampleBody(schema: z.ZodType, given: Given = {}): unknown {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return sample(described, { given, definitions: described.$defs ?? {} });
}

interface Known {
  readonly given: Given;
  readonly definitions: Readonly<Record<string, unknown>>;
}

function sample(described: Described, known: Known): unknown {
  if (described.$ref) return sample(known.definitions[described.$ref.split('/').at(-1) ?? ''] as Described, known);
  if (described.const !== undefined) return described.const;
  if (described.enum) return described.enum[0];
  const [first] = described.anyOf ?? described.oneOf ?? described.allOf ?? [];
  if (first) return sample(first, known);
  switch (described.type) {
    case 'object':
      return sampleObject(described, known);
    case 'array':
      return Array.from({ length: described.minItems ?? 0 }, () => sample(described.items as Described, known));
    case 'integer':
    case 'number':
      return Math.max(described.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'string':
      return sampleText(described);
    default:
      return null;
  }
}

const sampleObject = ({ properties = {}, required = [] }: Described, known: Known): unknown =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, property]) => [
        name,
        givenFor(name, property as Described, known) ?? sample(property as Described, known),
      ]),
  );

/** One name may stand for a row here and for a day or a choice there: what is given goes only where a row may be named. */
function givenFor(name: string, { format, enum: choices, type, items }: Described, { given }: Known): unknown {
  const isRow =
    type === 'array' ? (items as Described).type === 'object' : choices === undefined && (format ?? 'uuid') === 'uuid';
  return isRow ? given[name] : undefined;
}

const formats: Readonly<Record<string, string>> = {
  uuid: '0b6ac3a6-7f0e-4c55-9e3b-0f5f3f1f7a11',
  date: '2026-03-02',
  'date-time': '2026-03-02T12:00:00Z',
  uri: 'https://sample.example',
  email: 'sample@people.example',
  base64: 'c2FtcGxl',
};

function sampleText({ format = '', pattern, minLength = 1 }: Described): string {
  const formatted = formats[format];
  if (formatted) return formatted;
  // Four letters, so that the scan for secrets does not take it for one where a password is asked for.
  if (!pattern) return 'text'.padEnd(minLength, '-');
  const fitting = fc.stringMatching(new RegExp(pattern)).filter((text) => text.length >= minLength);
  return fc.sample(fitting, { numRuns: 1, seed: 1 })[0] ?? '';
}
