import { describe, expect, test } from 'vitest';
import { agreementToSend, beginForm, missingAgreement, type SponsorOptions } from './registration-form.js';

const named = (id: string) => ({ id, name: id });
const options = (employers: string[], standards: string[]) =>
  ({
    sponsor: named('s'),
    employers: employers.map(named),
    standards: standards.map(named),
  }) as unknown as SponsorOptions;
const filled = {
  ...beginForm(options(['e'], ['p'])),
  name: ' Nadia Park ',
  beganOn: '2026-11-23',
};

describe('the form of a registration', () => {
  test('chooses what there is only one of', () => {
    expect(beginForm(options(['e'], ['p', 'q']))).toMatchObject({ employer: 'e', standard: '' });
  });

  test('names what is missing', () => {
    expect(missingAgreement({ ...filled, name: ' ', beganOn: '', email: 'nadia' })).toEqual({
      name: 'Enter the name',
      email: 'Enter an e-mail address',
      beganOn: 'Choose the first day',
    });
    expect(missingAgreement({ ...filled, who: 'former', name: '' })).toEqual({ person: 'Choose who comes back' });
    expect(missingAgreement(filled)).toEqual({});
  });

  test('sends a new person without what was left empty', () => {
    expect(agreementToSend(filled)).toEqual({
      sponsor: 's',
      employer: 'e',
      standard: 'p',
      beganOn: '2026-11-23',
      apprentice: { name: 'Nadia Park', email: null, studentNumber: null },
    });
  });

  test('sends only who comes back', () => {
    expect(agreementToSend({ ...filled, who: 'former', person: 'x' }).apprentice).toEqual({ person: 'x' });
  });
});
