import type { Endpoint } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sampleBody } from './sample-body.js';

const withBody = Object.entries<Endpoint<string, z.ZodType | null, z.ZodType | null, z.ZodType | null>>(
  endpoints,
).flatMap(([name, { body }]) => (body ? [{ name, body }] : []));

test.each(withBody)('the contract takes the sample of $name', ({ body }) => {
  const { error } = body.safeParse(sampleBody(body));
  expect(error?.issues ?? []).toEqual([]);
});

test('what is given by name stands there', () => {
  const schema = z.object({ people: z.array(z.object({ id: z.uuid(), name: z.string() })).min(1) });
  expect(sampleBody(schema, { id: 'mine' })).toEqual({ people: [{ id: 'mine', name: 'text' }] });
});
