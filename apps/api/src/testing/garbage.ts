import fc from 'fast-check';

/** Texts that break what takes them for granted: bytes a database cannot keep, lone surrogates, code, and far too much of anything. */
const nastyTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202eabc',
  "'; drop table people; --",
  '${7*7}{{7*7}}',
  '../../../etc/passwd',
  '%00%ff',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '-1',
  'NaN',
  'null',
  '1e400',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'x'.repeat(3_000),
  '🙂'.repeat(500),
];

const nastyNumbers = [0, -1, 0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, Number.MAX_SAFE_INTEGER, 1e308, 5e-324];

const prototypes = [
  JSON.parse('{"__proto__":{"admin":true}}') as unknown,
  { constructor: { prototype: { admin: true } } },
  { toString: 1, hasOwnProperty: 1, length: -1 },
];

/** Any one value that nobody should send. */
export const garbage = fc.oneof(
  fc.constantFrom<unknown>(...nastyTexts, ...nastyNumbers, ...prototypes, null, true, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(100, 1_000).map(nested),
);

/** A list within a list, so many times. */
function nested(depth: number): unknown {
  let value: unknown = [];
  for (let level = 1; level < depth; level += 1) value = [value];
  return value;
}

/** The value with garbage somewhere in it: instead of a part, beside the parts of an object, or as one more of a list. */
export function spoiltValue(value: unknown): fc.Arbitrary<unknown> {
  const places: fc.Arbitrary<unknown>[] = [garbage];
  if (Array.isArray(value)) {
    places.push(garbage.map((one) => [...(value as unknown[]), one]));
    for (const [index, part] of value.entries())
      places.push(spoiltValue(part).map((one) => value.map((old: unknown, at) => (at === index ? one : old))));
  } else if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value);
    places.push(fc.tuple(fc.constantFrom('__proto__', 'constructor', 'more', ''), garbage).map(withMember(value)));
    for (const [name, part] of parts)
      places.push(
        spoiltValue(part).map((one) => ({ ...value, [name]: one })),
        fc.constant(Object.fromEntries(parts.filter(([other]) => other !== name))),
      );
  }
  return fc.oneof(...places);
}

const withMember =
  (value: object) =>
  ([name, one]: [string, unknown]) =>
    Object.defineProperty({ ...value }, name, { value: one, enumerable: true });

/** The value with each text and each number in it in turn replaced by each that is nasty. */
export function spoiltParts(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return ['', '\u0000', '\ud800', 'x'.repeat(3_000), '9999-12-31', 7];
  if (typeof value === 'number') return [0.5, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER, -1, '1'];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    spoiltParts(part).map((one) =>
      Array.isArray(value)
        ? value.map((old: unknown, at) => (String(at) === name ? one : old))
        : { ...value, [name]: one },
    ),
  );
}

/** Bodies that are no JSON text at all, or hardly. */
export const rawBodies: readonly (string | Buffer)[] = [
  '{',
  '{"a":1}}',
  '[1,]',
  '"',
  'nul',
  '\u0000',
  '['.repeat(20_000),
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
  Buffer.from([0xc0, 0x80]),
  '{"__proto__":{"toString":null}}',
];

/** What nobody should say of what was shown. */
export const nastyTags: readonly string[] = [
  '',
  '*',
  '""',
  '3',
  'W/"3"',
  '"3", "4"',
  '"\u00e4"',
  '"\'; drop table people; --"',
  `"${'9'.repeat(100)}"`,
  `"${'x'.repeat(3_000)}"`,
  '"-1"',
  '"1e9"',
];

/** Parts of an address, as they are sent. */
export const nastyParts: readonly string[] = [
  ...nastyTexts.filter((text) => text.isWellFormed() && text.trim() !== '').map(encodeURIComponent),
  '%E0%A4%A',
  '%',
  '__proto__',
  'constructor',
];
