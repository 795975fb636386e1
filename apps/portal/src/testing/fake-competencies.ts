import type { competencyEvent, competencyView } from '@journeybook/contracts';
import type { z } from 'zod';
import { fakeCompetencies } from './fake-apprenticeships.js';
import { fakeEvaluations } from './fake-standard.js';
import type { FakeApprenticeship, FakeEntry } from './fake-world.js';

type Competency = z.input<typeof competencyView>;
type Event = z.input<typeof competencyEvent>;

/** The entries that stand: neither reversed nor a reversal. */
export const standing = (entries: readonly FakeEntry[]): FakeEntry[] =>
  entries.filter((entry) => !entry.reversed && entry.kind !== 'entry-reversed');

const about = (code: string) => (entry: FakeEntry) =>
  entry.subject?.kind === 'competency' && entry.subject.code === code;

/** The skills of one work process, each as its entries and its requests leave it. */
export const competenciesOf = (own: FakeApprenticeship, process: string): Competency[] =>
  fakeCompetencies.filter((one) => one.process === process).map((one) => competencyOf(own, one));

/** One skill by its code; undefined when the Job Book has none. */
export function findCompetency(own: FakeApprenticeship, code: string): Competency | undefined {
  const found = fakeCompetencies.find((one) => one.code === code);
  return found && competencyOf(own, found);
}

function competencyOf(own: FakeApprenticeship, { code, title }: { code: string; title: string }): Competency {
  const acts = standing(own.entries).filter(about(code));
  const signed = acts.findLast((one) => one.kind === 'competency-attested');
  const observed = acts.findLast((one) => one.kind === 'competency-observed');
  const requests = (own.requests ?? []).filter((one) => one.competency === code);
  const open = requests.find((one) => one.state === 'open');
  const last = requests.at(-1);
  const judged = fakeEvaluations[code];
  return {
    code,
    title,
    requiredLevel: 3,
    signedOff: signed !== undefined,
    attestation: signed
      ? {
          entry: signed.id,
          level: signed.level ?? 3,
          by: signed.answeredBy,
          on: signed.occurredOn,
          comment: signed.text,
        }
      : null,
    evaluation: judged?.evaluation ?? 'observation',
    evaluationMethod: judged?.words ?? 'Observed on the job by a mentor',
    demonstratedOn: acts.findLast((one) => one.kind === 'competency-demonstrated')?.occurredOn ?? null,
    observed: observed
      ? { level: observed.level ?? 0, on: observed.occurredOn, by: observed.answeredBy, feedback: observed.text }
      : null,
    requested: open ? { id: open.id, at: open.at, note: open.note } : null,
    declined: !signed && last?.state === 'declined' && last.answer ? last.answer : null,
  };
}

const eventKinds: Partial<Record<FakeEntry['kind'], Event['kind']>> = {
  'competency-demonstrated': 'demonstrated',
  'competency-observed': 'observed',
  'competency-attested': 'signed-off',
  'advanced-standing-granted': 'granted',
  'entry-reversed': 'voided',
};

/** Every act on one skill, oldest first. */
export const historyOf = (own: FakeApprenticeship, code: string): Event[] =>
  own.entries
    .filter(about(code))
    .flatMap((entry): Event[] => {
      const kind = eventKinds[entry.kind];
      if (!kind) return [];
      const { id, occurredOn, recordedAt, answeredBy, level, text, reversed } = entry;
      return [{ entry: id, kind, on: occurredOn, recordedAt, by: answeredBy, level, text, voided: reversed }];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
