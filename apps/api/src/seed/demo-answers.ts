import type { Answer, CalendarDate, Instant, VaultField } from '@journeybook/domain';
import { addMonths, questionOf } from '@journeybook/domain';
import type { AnswerVault } from '../vault/answer-vault.js';
import { apprentices } from './demo-people.js';

/** What the apprentices of the demo said, in their order; the first has said nothing yet. */
const said: readonly (readonly (readonly [
  field: 'sex' | 'ethnicity' | 'race' | 'veteran' | 'disability',
  ...string[],
])[])[] = [
  [],
  [
    ['sex', 'male'],
    ['race', 'black'],
    ['ethnicity', 'not-hispanic'],
    ['veteran', 'veteran'],
    ['disability', 'no'],
  ],
  [
    ['sex', 'declined'],
    ['ethnicity', 'not-hispanic'],
    ['disability', 'declined'],
  ],
  [
    ['sex', 'male'],
    ['race', 'asian'],
    ['ethnicity', 'not-hispanic'],
    ['disability', 'no'],
  ],
  [
    ['sex', 'male'],
    ['race', 'white', 'american-indian'],
    ['disability', 'yes'],
  ],
];

/** Fills the vault of the demo: answers of some, and everybody's date of birth, as a registration leaves it. */
export async function loadDemoAnswers(
  vault: AnswerVault,
  { today, at }: { readonly today: CalendarDate; readonly at: Instant },
): Promise<void> {
  for (const [index, { person }] of apprentices.entries()) {
    const keep = (field: VaultField, answer: Omit<Answer, 'answeredOn'>) =>
      vault.save(person.id, field, { answer: { ...answer, answeredOn: today }, at });
    await keep('birth-date', { values: [addMonths(today, -12 * (21 + index) - 5)], form: 'ETA 671' });
    for (const [field, ...values] of said[index] ?? [])
      await keep(field, { values, form: questionOf(field).form.code });
  }
}
