import { describe, expect, test } from 'vitest';
import type { ActingRequest } from './actor.js';
import type { RefusalKind } from './refusals.js';
import { traceRefusal } from './trace-refusal.js';

const from = (ip: string, actor: unknown = null) => ({ ip, actor }) as ActingRequest;
const ada = { kind: 'person', person: { id: 'id-of-ada', name: 'Ada Lopez', email: 'ada@people.example' } };

describe('a refusal that may be an attack is told', () => {
  test('with whose credential it came, and from where', () => {
    expect(traceRefusal(from('192.0.2.7', ada), 'not-allowed')).toEqual({
      refused: 'not-allowed',
      person: 'id-of-ada',
      from: '192.0.2.7',
    });
    const launch = { kind: 'launch', launch: { person: null } };
    expect(traceRefusal(from('2001:db8:1:2:3:4:5:6', launch), 'not-a-mentor-here')).toEqual(null);
    expect(
      traceRefusal(from('2001:db8:1:2:3:4:5:6', { kind: 'link', link: { mentor: 'id-of-grace' } }), 'not-their-mentor'),
    ).toEqual({
      refused: 'not-their-mentor',
      person: 'id-of-grace',
      from: '2001:db8:1:2::/64',
    });
  });
  test.each([
    'invalid-request',
    'too-many-requests',
    'too-many-attempts',
    'codes-locked',
    'wrong-credentials',
    'wrong-password',
    'wrong-code',
    'passkey-refused',
    'link-over',
    'foreign-origin',
    'not-their-record',
  ] as const)('%s', (kind: RefusalKind) => {
    expect(traceRefusal(from('192.0.2.7'), kind)).toMatchObject({ refused: kind, person: null });
  });
});

test.each(['not-signed-in', 'fresh-sign-in-needed', 'second-factor-asked', 'not-submitted', 'not-found'] as const)(
  'a refusal of every day is told by its line alone: %s',
  (kind: RefusalKind) => {
    expect(traceRefusal(from('192.0.2.7', ada), kind)).toBeNull();
  },
);
