import type { AgreementView, Client, draftAgreementBody, registerApprenticeBody } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, PersonId } from '@journeybook/domain';
import { council, day, foundry, standardId } from '@journeybook/domain/testing';
import type { z } from 'zod';
import type { Known } from './world.js';

type Draft = z.input<typeof draftAgreementBody>;
type Registration = z.input<typeof registerApprenticeBody>;

/** Somebody new at the foundry, under the council's standard from 2 March. */
export const draftOf = (overrides: Partial<Draft> = {}): Draft & { readonly id: ApprenticeshipId } => ({
  sponsor: council,
  employer: foundry,
  standard: standardId(1),
  beganOn: day('2026-03-02'),
  apprentice: { name: 'Nina Newcomer' },
  ...overrides,
  id: (overrides.id as ApprenticeshipId | undefined) ?? newId<ApprenticeshipId>(),
});

/** Of age, and signed on the day before. */
export const registration = (overrides: Partial<Registration> = {}): Registration => ({
  bornOn: day('2000-06-01'),
  signedByApprenticeOn: day('2026-03-01'),
  ...overrides,
});

/** Drafts an agreement as the sponsor. */
export const draftBy = (sponsor: Client, overrides: Partial<Draft> = {}): Promise<AgreementView> =>
  sponsor(endpoints.draftAgreement, { body: draftOf(overrides) });

/** Drafts and registers an agreement as the sponsor. */
export async function registerBy(sponsor: Client, overrides: Partial<Draft> = {}): Promise<AgreementView> {
  const { apprenticeship } = await draftBy(sponsor, overrides);
  return sponsor(endpoints.registerApprentice, { params: { apprenticeship }, body: registration() });
}

/** The agreement as the caller sees it. */
export const readBy = (call: Client, apprenticeship: string): Promise<AgreementView> =>
  call(endpoints.readAgreement, { params: { apprenticeship } });

/** Somebody of an agreement, to call as them. */
export const partyOf = ({ id, name }: AgreementView['apprentice']): Known => ({ id: id as PersonId, name, email: '' });
