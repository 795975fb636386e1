import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { CallInput } from './client.js';
import { createClient } from './client.js';
import type { Endpoint, PathParameters } from './endpoint.js';
import { endpoint } from './endpoint.js';

const body = z.object({ words: z.string().default('hello') });
const query = z.object({ from: z.string().optional() });
const reply = z.object({ heard: z.string().transform((text) => text.length) });

describe('declaring an operation', () => {
  test('splits the line into method and path', () => {
    expect(endpoint('PUT /api/rooms/:room', { body, reply })).toEqual({
      method: 'PUT',
      path: '/api/rooms/:room',
      query: null,
      body,
      reply,
      edits: false,
    });
  });
  test('says of an edit that it is one', () => {
    expect(endpoint('PUT /api/rooms/:room', { body, edits: true }).edits).toBe(true);
  });
  test('keeps the path and each schema in its type', () => {
    expectTypeOf(endpoint('PUT /api/rooms/:room', { query, body, reply })).toEqualTypeOf<
      Endpoint<'/api/rooms/:room', typeof query, typeof body, typeof reply, false>
    >();
    expectTypeOf(endpoint('DELETE /api/session', {})).toEqualTypeOf<
      Endpoint<'/api/session', null, null, null, false>
    >();
    expectTypeOf(endpoint('DELETE /api/rooms', { edits: true })).toEqualTypeOf<
      Endpoint<'/api/rooms', null, null, null, true>
    >();
  });
  test('takes only the methods of the API', () => {
    // @ts-expect-error PATCH is none of them
    expect(endpoint('PATCH /api/rooms', {}).method).toBe('PATCH');
  });
});

test('a path tells which parameters a call must give', () => {
  expectTypeOf<PathParameters<'/api/rooms/:room/greetings/:greeting'>>().toExtend<{ room: string; greeting: string }>();
  expectTypeOf<keyof PathParameters<'/api/rooms/:room/greetings/:greeting'>>().toEqualTypeOf<'room' | 'greeting'>();
  expectTypeOf<keyof PathParameters<'/api/:entry'>>().toEqualTypeOf<'entry'>();
  expectTypeOf<PathParameters<'/api/session'>>().toEqualTypeOf<unknown>();
});

describe('what a call is given', () => {
  type Full = CallInput<'/api/rooms/:room', typeof query, typeof body>;
  type Bare = CallInput<'/api/session', null, null>;

  test('must hold the parameters and the body, and may hold the query', () => {
    expectTypeOf<{ params: { room: string }; body: { words: string } }>().toExtend<Full>();
    expectTypeOf<{ params: { room: string }; body: object; query: { from: string } }>().toExtend<Full>();
    expectTypeOf<{ body: { words: string } }>().not.toExtend<Full>();
    expectTypeOf<{ params: { hall: string }; body: { words: string } }>().not.toExtend<Full>();
    expectTypeOf<{ params: { room: string } }>().not.toExtend<Full>();
    expectTypeOf<{ params: { room: string }; body: { words: number } }>().not.toExtend<Full>();
    expectTypeOf<{ params: { room: string }; body: object; query: { from: number } }>().not.toExtend<Full>();
  });
  test('is as it is sent: a default may be left out', () => {
    expectTypeOf<Full['body']>().toEqualTypeOf<{ words?: string | undefined }>();
  });
  test('holds nothing where the endpoint has nothing', () => {
    expectTypeOf<object>().toExtend<Bare>();
    expectTypeOf<{ params: { room: string } }>().not.toExtend<Bare>();
    expectTypeOf<{ body: { words: string } }>().not.toExtend<Bare>();
    expectTypeOf<{ query: { from: string } }>().not.toExtend<Bare>();
    expectTypeOf<{ ifMatch: string }>().not.toExtend<Bare>();
  });
  test('says what was shown where it edits', () => {
    type Edit = CallInput<'/api/rooms', null, null, true>;
    expectTypeOf<{ ifMatch: string }>().toExtend<Edit>();
    expectTypeOf<{ ifMatch: number }>().toExtend<Edit>();
    expectTypeOf<object>().not.toExtend<Edit>();
  });
});

test('a call answers with what the reply is parsed into, or with nothing', () => {
  const call = createClient({ baseUrl: '', fetch: () => Promise.reject(new Error('no call is made')) });
  const greet = () => call(endpoint('POST /api/rooms/:room', { body, reply }), { params: { room: 'a' }, body: {} });
  const leave = () => call(endpoint('DELETE /api/session', {}), {});
  expectTypeOf(greet).returns.resolves.toEqualTypeOf<{ heard: number }>();
  expectTypeOf(leave).returns.resolves.toEqualTypeOf<undefined>();
});
