import type { CompetencyView } from '@journeybook/contracts';
import type { CompetencyActView, RecordView, StandingEntry } from '@journeybook/database';
import type { CompetencyProgress, Standard } from '@journeybook/domain';
import { evaluationMethodOf } from '@journeybook/domain';
import { textOf } from './present-entry.js';
import type { CodeToday } from './present-entry.js';

type Facts = Pick<RecordView, 'attestations' | 'acts' | 'requests'>;

/** Shows a skill of the Job Book with every act that counts, each read under the code of today. */
export function competencyPresenter(view: Facts, { competencies }: Standard, codeToday: CodeToday) {
  const today = (one: { standard: StandingEntry['standard']; code: string | null }) =>
    codeToday('competency', { standard: one.standard, code: one.code ?? '' });
  const definitions = new Map(competencies.map((one) => [one.code, one]));
  const signed = Map.groupBy(view.attestations, today);
  const acts = Map.groupBy(view.acts, today);
  const requests = new Map(view.requests.map((one) => [one.competency, one]));
  return ({ code, title, requiredLevel, signedOff }: CompetencyProgress): CompetencyView => {
    const definition = definitions.get(code);
    const own = acts.get(code) ?? [];
    const request = requests.get(code);
    return {
      code,
      title,
      requiredLevel,
      signedOff,
      attestation: attestation(signed.get(code) ?? [], requiredLevel),
      evaluation: definition ? evaluationMethodOf(definition) : 'observation',
      evaluationMethod: definition?.evaluationMethod ?? '',
      demonstratedOn: latest(own, 'competency-demonstrated')?.occurredOn ?? null,
      observed: observation(latest(own, 'competency-observed')),
      requested: request?.state === 'open' ? { id: request.id, at: request.requestedAt, note: request.note } : null,
      declined: signedOff ? null : declined(request),
    };
  };
}

/** The one that counts: the highest level. */
function attestation(signed: readonly StandingEntry[], requiredLevel: number): CompetencyView['attestation'] {
  const [entry] = signed.toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0));
  if (!entry) return null;
  const { id, level, answeredBy, occurredOn, details } = entry;
  return {
    entry: id as NonNullable<CompetencyView['attestation']>['entry'],
    level: level ?? requiredLevel,
    by: answeredBy,
    on: occurredOn,
    comment: textOf(details),
  };
}

const latest = (acts: readonly CompetencyActView[], kind: string): CompetencyActView | undefined =>
  acts.filter((one) => one.kind === kind).toSorted((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1))[0];

const observation = (act: CompetencyActView | undefined): CompetencyView['observed'] =>
  act
    ? { level: Number(act.details['level']), on: act.occurredOn, by: act.answeredBy, feedback: textOf(act.details) }
    : null;

function declined(request: RecordView['requests'][number] | undefined): CompetencyView['declined'] {
  if (request?.state !== 'declined' || !request.answeredBy || !request.answeredAt) return null;
  return { feedback: request.feedback ?? '', by: request.answeredBy, at: request.answeredAt };
}
