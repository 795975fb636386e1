import type { AgreementView } from '@journeybook/contracts';
import type { AgencyReport, AssignedMentor, Signatures, StandardListed } from '@journeybook/database';
import type {
  CalendarDate,
  OfferedActs,
  PersonActor,
  RecordEntry,
  RecordEntryId,
  StandardChanged,
} from '@journeybook/domain';
import { addMonths, deciderOf, inOrder, offeredActs, probation, termsOf } from '@journeybook/domain';
import type { Names, NotedAgreement } from './present-notice.js';
import { nameOf, presentNotices } from './present-notice.js';

/** An agreement with all that its view says. */
export interface ShownAgreement extends NotedAgreement {
  readonly standardHistory: readonly StandardChanged[];
  /** Every published version of the sponsor. */
  readonly versions: readonly StandardListed[];
  readonly mentors: readonly AssignedMentor[];
  /** The whole record until the apprentice is made active: the end of probation is worked out of it; else null. */
  readonly inProbation: readonly RecordEntry[] | null;
  readonly signatures: Signatures | null;
  readonly reports: ReadonlyMap<RecordEntryId, AgencyReport>;
  readonly names: Names;
}

/** Who looks at it, and when. */
interface Reader {
  readonly actor: PersonActor;
  readonly today: CalendarDate;
}

/** The agreement as the reader may see it: signatures are for the parties who signed, notices for the sponsor who reports. */
export function presentAgreement(
  shown: ShownAgreement,
  { actor, today }: Reader,
): Omit<AgreementView, 'invitationLeft'> {
  const { apprenticeship, program, names } = shown;
  const { agency, ratio } = termsOf(program);
  const decider = deciderOf(actor, apprenticeship);
  const otherVersions = versionsLeft(shown);
  const onProbation = presentProbation(shown);
  const probationEndsOn = onProbation?.endsOn ?? null;
  return {
    apprenticeship: apprenticeship.id,
    apprentice: nameOf(names.people, apprenticeship.apprentice),
    employer: nameOf(names.organizations, apprenticeship.employer),
    sponsor: nameOf(names.organizations, apprenticeship.sponsor),
    occupation: { title: program.occupation.title, rapidsCode: program.occupation.rapidsCode },
    approach: program.approach,
    standard: { id: program.id, version: program.version },
    otherVersions,
    status: apprenticeship.status,
    beganOn: apprenticeship.beganOn,
    plannedOn: addMonths(apprenticeship.beganOn, program.termMonths),
    history: presentHistory(shown),
    employers: presentEmployers(shown),
    probation: onProbation,
    mentorships: [...shown.mentors],
    notices: decider === 'sponsor' ? presentNotices(shown, { ...shown, today }) : [],
    signatures: decider === null ? null : shown.signatures,
    agency: {
      code: agency.agency,
      name: agency.name,
      minimumAge: agency.minimumAge,
      adultAge: agency.adultAge,
      correctiveActionDays: agency.correctiveActionDays,
    },
    ratio,
    may: presentActs(offeredActs(actor, { ...shown, probationEndsOn, otherVersions: otherVersions.length, today })),
  };
}

const presentActs = (acts: OfferedActs): AgreementView['may'] => ({ ...acts, changeStatus: [...acts.changeStatus] });

/** Versions of the occupation that the apprentice was never bound to: nobody goes back to one. */
function versionsLeft({ apprenticeship, program, standardHistory, versions }: ShownAgreement) {
  const bound = new Set([
    apprenticeship.standard,
    ...standardHistory.flatMap((change) => [change.standard, change.to]),
  ]);
  return versions
    .filter((one) => one.occupation.rapidsCode === program.occupation.rapidsCode && !bound.has(one.id))
    .toSorted((a, b) => (a.at > b.at ? -1 : 1))
    .map(({ id, version }) => ({ id, version }));
}

const presentHistory = ({ history, names }: ShownAgreement): AgreementView['history'] =>
  inOrder(history).map((change) => ({
    entry: change.id,
    from: change.from ?? null,
    to: change.status,
    on: change.occurredOn,
    reason: change.reason,
    by: nameOf(names.people, change.answeredBy),
    decidedBy: change.decidedBy ?? null,
  }));

/** The employers one after the other, the first since the agreement began. */
function presentEmployers({ apprenticeship, employerHistory, names }: ShownAgreement): AgreementView['employers'] {
  const changes = employerHistory.toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
  const first = changes[0]?.from ?? apprenticeship.employer;
  return [
    { employer: first, from: apprenticeship.beganOn },
    ...changes.map(({ employer, occurredOn }) => ({ employer, from: occurredOn })),
  ].map(({ employer, from }) => ({ employer: nameOf(names.organizations, employer), from }));
}

function presentProbation({ apprenticeship, program, inProbation }: ShownAgreement) {
  if (!inProbation) return null;
  const { endsOn, because, latestOn } = probation(program, { beganOn: apprenticeship.beganOn, entries: inProbation });
  return { endsOn, because, latestOn };
}
