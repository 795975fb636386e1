import { describe, expect, test } from 'vitest';
import { createSealer } from '../../services/seal.js';
import { openTicket, sealTicket } from './ticket.js';

const sealer = createSealer('a secret of some length', 'tests');
const now = new Date('2026-11-23T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const content = {
  issuer: 'https://lms.example',
  clientId: 'c',
  profile: 'canvas' as const,
  deploymentId: '1',
  deployment: 'd',
  lmsContextId: '2',
  picker: 'p',
  returnUrl: 'https://lms.example/return',
  multiple: false,
  lineItem: true,
  ancestors: ['https://lms.example'],
  error: null,
};

describe('a ticket', () => {
  test('comes back as it was, within the day', () => {
    const sealed = sealTicket(sealer, { ...content, data: 'x' }, now);
    expect(openTicket(sealer, sealed, later(11.9))).toMatchObject({ ...content, data: 'x' });
    expect(openTicket(sealer, sealed, later(12))).toBeNull();
  });

  test('tells no data from data that is empty', () => {
    expect(openTicket(sealer, sealTicket(sealer, content, now), now)).not.toHaveProperty('data');
    expect(openTicket(sealer, sealTicket(sealer, { ...content, data: '' }, now), now)).toHaveProperty('data', '');
  });

  test.each([
    ['made up', 'v1.a.b.c'],
    ['of nothing', ''],
    ['sealed for another purpose', createSealer('a secret of some length', 'other').seal(JSON.stringify(content))],
    ['of other contents', sealer.seal('{"iss":"x"}')],
  ])('is none when it is %s', (_, sealed) => {
    expect(openTicket(sealer, sealed, now)).toBeNull();
  });
});
