import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId, CalendarDate, RecordEntryId } from '@journeybook/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import type { Evaluation } from './evaluation-form.js';
import type { Skill } from './skill.js';

/** Reads everything again that an act on a skill changes. */
export function useSkillRefresh() {
  const queries = useQueryClient();
  return (apprenticeship: ApprenticeshipId) =>
    Promise.all(
      [
        ['record', apprenticeship],
        ['competency-history', apprenticeship],
        ['sign-off-requests'],
        ['apprenticeships'],
        ['session'],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}

export interface SignOffForm {
  readonly level: number;
  readonly observedOn: CalendarDate;
  readonly comment: string;
  /** How it was judged; left out for an observation. */
  readonly evaluation?: Evaluation;
}

/** Signs a skill off for an apprentice. */
export function useSignOff({ apprenticeship, competency }: Skill) {
  const client = useClient();
  const refresh = useSkillRefresh();
  return useMutation({
    mutationFn: (form: SignOffForm) =>
      client(endpoints.signOff, { params: { apprenticeship }, body: { competency: competency.code, ...form } }),
    onSuccess: () => void refresh(apprenticeship),
  });
}

/** Records that the apprentice was watched at a skill. */
export function useObserve({ apprenticeship, competency }: Skill) {
  const client = useClient();
  const refresh = useSkillRefresh();
  return useMutation({
    mutationFn: (form: { on: CalendarDate; level: number; feedback: string }) =>
      client(endpoints.observe, { params: { apprenticeship }, body: { competency: competency.code, ...form } }),
    onSuccess: () => void refresh(apprenticeship),
  });
}

/** Records that the apprentice was shown a skill. */
export function useDemonstrate({ apprenticeship, competency }: Skill) {
  const client = useClient();
  const refresh = useSkillRefresh();
  return useMutation({
    mutationFn: (form: { on: CalendarDate; comment: string }) =>
      client(endpoints.demonstrate, { params: { apprenticeship }, body: { competency: competency.code, ...form } }),
    onSuccess: () => void refresh(apprenticeship),
  });
}

/** Takes a sign-off back with a reason. */
export function useVoidSignOff(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  const refresh = useSkillRefresh();
  return useMutation({
    mutationFn: ({ entry, reason }: { entry: RecordEntryId; reason: string }) =>
      client(endpoints.voidSignOff, { params: { apprenticeship, entry }, body: { reason } }),
    onSuccess: () => void refresh(apprenticeship),
  });
}
