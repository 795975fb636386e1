import type { Client, CompletionView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { Database } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId, RecordEntry, Standard } from '@journeybook/domain';
import type { AddedApprentice } from './add-apprentice.js';
import { addApprentice } from './add-apprentice.js';
import { addEntries, metRecord, publish, smallProgram } from './small-program.js';

export type ReadyApprentice = AddedApprentice & { readonly program: Standard };

/** An apprentice in a small program of their own, with everything met but what is left out. */
export async function readyApprentice(
  database: Database,
  {
    program = smallProgram(),
    leftOut,
    ...overrides
  }: Partial<Apprenticeship> & { program?: Standard; leftOut?: (entry: RecordEntry) => boolean } = {},
): Promise<ReadyApprentice> {
  await publish(database, program);
  const apprentice = { ...(await addApprentice(database, { standard: program.id, ...overrides })), program };
  await addEntries(database, apprentice, metRecord(program, leftOut));
  return apprentice;
}

export const readCompletion = (call: Client, apprenticeship: ApprenticeshipId): Promise<CompletionView> =>
  call(endpoints.readCompletion, { params: { apprenticeship } });

export const attest = (call: Client, apprenticeship: ApprenticeshipId, statement = 'Runs the line alone') =>
  call(endpoints.attestMastery, { params: { apprenticeship }, body: { statement } });

/** Says a word on each of these, as they were shown in this version. */
export const review = (
  call: Client,
  apprenticeship: ApprenticeshipId,
  items: readonly {
    readonly kind: CompletionView['requirements'][number]['kind'];
    readonly code: string;
    readonly verdict?: 'accepted' | 'questioned';
    readonly remark?: string;
    readonly takenBack?: number;
  }[],
  version: number,
) =>
  call(endpoints.reviewItems, {
    params: { apprenticeship },
    ifMatch: version,
    body: {
      items: items.map(({ kind, code, verdict = 'accepted', remark = '', takenBack = 0 }) => ({
        kind,
        code,
        verdict,
        remark,
        takenBack,
      })),
    },
  });

/** Accepts everything that is shown. */
export async function acceptAll(call: Client, apprenticeship: ApprenticeshipId): Promise<CompletionView> {
  const { requirements, reviewVersion } = await readCompletion(call, apprenticeship);
  return review(call, apprenticeship, requirements, reviewVersion);
}

export const award = (call: Client, apprenticeship: ApprenticeshipId, version: number) =>
  call(endpoints.awardCompletion, { params: { apprenticeship }, body: { version } });

export const giveBack = (call: Client, apprenticeship: ApprenticeshipId, reasons: readonly string[]) =>
  call(endpoints.returnCompletion, { params: { apprenticeship }, body: { reasons: [...reasons] } });
