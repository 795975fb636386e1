import type { AgreementView } from '@journeybook/contracts';
import type { CalendarDate } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { probationWords, statusAct, statusInSentence } from './status-words.js';

const agreement = (status: AgreementView['status']) =>
  ({ status, agency: { name: 'ApprenticeOhio' }, may: { report: true } }) as unknown as AgreementView;
const day = (text: string) => text as CalendarDate;

describe('a change of status in words', () => {
  test.each([
    ['active', 'suspended', 'Suspend', false],
    ['suspended', 'active', 'Reinstate', false],
    ['suspended', 'registered', 'Reinstate on probation', false],
    ['registered', 'active', 'Make active', false],
    ['active', 'cancelled', 'Cancel the agreement', true],
    ['draft', 'cancelled', 'Drop the draft', true],
  ] as const)('from %s to %s is “%s”', (from, to, action, final) => {
    expect(statusAct(agreement(from), to)).toMatchObject({ action, final });
  });

  test('says that nothing leads back from a cancelled agreement', () => {
    expect(statusAct(agreement('active'), 'cancelled').consequences[0]).toContain('This is final.');
  });

  test.each([
    ['active', 'suspended', true],
    ['registered', 'active', false],
    ['draft', 'cancelled', false],
  ] as const)('from %s to %s tells the agency: %s', (from, to, told) => {
    const said = statusAct(agreement(from), to).consequences.join(' ');
    expect(said.includes('ApprenticeOhio has to be told')).toBe(told);
  });

  test('tells an apprentice who reports it', () => {
    const own = { ...agreement('active'), sponsor: { id: '1', name: 'WAI' }, may: { report: false } } as AgreementView;
    expect(statusAct(own, 'cancelled').consequences).toContain('WAI tells ApprenticeOhio.');
  });

  test('names a status within a sentence', () => expect(statusInSentence('registered')).toBe('on probation'));
});

describe('probation in words', () => {
  test('names the day and the limit while it lasts', () => {
    const words = probationWords(
      { endsOn: day('2026-12-04'), because: 'longest', latestOn: day('2026-12-04') },
      day('2026-11-23'),
    );
    expect(words).toEqual({
      over: false,
      sentence: 'Probation ends on 4 Dec 2026, the longest the agency allows. Hours worked may end it earlier.',
    });
  });

  test('is over on its last day', () => {
    const words = probationWords(
      { endsOn: day('2026-11-23'), because: 'hours', latestOn: day('2027-01-04') },
      day('2026-11-23'),
    );
    expect(words).toEqual({
      over: true,
      sentence: 'Probation ended on 23 Nov 2026, when the hours for it were worked.',
    });
  });
});
