import type { CompletionView, RequirementView } from '@journeybook/contracts';
import type { Agreement, Tables } from '@journeybook/database';
import type {
  Apprenticeship,
  CalendarDate,
  CompletionReview,
  OrganizationId,
  PersonActor,
  PersonId,
  RecordEntry,
  Requirement,
  Standard,
  TakenBack,
} from '@journeybook/domain';
import {
  earnedCredentials,
  heldReview,
  listRequirements,
  mayAttest,
  mayAward,
  mayRecordCredential,
  mayReview,
  reviewOf,
  standingAttestation,
  standingEntries,
  takenBackFrom,
} from '@journeybook/domain';
import { found } from '../http/refused.js';

export interface CompletionFacts {
  readonly apprenticeship: Apprenticeship;
  /** As the apprentice has it. */
  readonly standard: Standard;
  /** The whole record. */
  readonly entries: readonly RecordEntry[];
  readonly review: CompletionReview;
  readonly today: CalendarDate;
}

export interface ListedFacts extends CompletionFacts {
  readonly requirements: readonly Requirement[];
  readonly takenBack: TakenBack;
}

/** All that completion is decided by; within a transaction that holds the agreement, none of it changes meanwhile. */
export async function completionFacts(
  tables: Tables,
  { apprenticeship, standard }: Agreement,
  today: CalendarDate,
): Promise<ListedFacts> {
  const { id, beganOn } = apprenticeship;
  const entries = await tables.record.list(id);
  const review = await tables.completionReviews.find(id);
  const requirements = listRequirements(standard, { beganOn, entries, today });
  const takenBack = takenBackFrom(standard, entries);
  return { apprenticeship, standard, entries, review, today, requirements, takenBack };
}

type Named<Id> = (id: Id) => { readonly id: Id; readonly name: string };

/** Every requirement with the sponsor's word on it, where completion stands, and what the reader may do about it now. */
export async function presentCompletion(
  tables: Tables,
  facts: ListedFacts,
  reader: PersonActor,
): Promise<CompletionView> {
  const { apprenticeship, standard, entries, review, requirements, takenBack } = facts;
  const held = heldReview(review, requirements, takenBack);
  const { apprentice, employer, sponsor } = apprenticeship;
  const people = await tables.people.namesOf([
    apprentice,
    ...held.items.map((one) => one.by),
    ...entries.filter((entry) => saidBy.includes(entry.kind)).map((entry) => entry.answeredBy),
  ]);
  const organizations = await tables.people.organizationsOf([employer, sponsor]);
  const person: Named<PersonId> = (id) => found(people.get(id));
  const organization: Named<OrganizationId> = (id) => found(organizations.get(id));
  return {
    apprenticeship: apprenticeship.id,
    apprentice: person(apprentice),
    employer: organization(employer),
    sponsor: organization(sponsor),
    occupation: standard.occupation.title,
    approach: standard.approach,
    status: apprenticeship.status,
    requirements: requirements.map((one) => ({
      ...one,
      review: reviewView(held, one, person),
      takenBack: takenBack(one),
    })),
    ...milestones(facts, person),
    credentials: credentials(facts, person),
    reviewVersion: review.version,
    may: offered(facts, reader),
  };
}

/** Kinds of entries whose people are named here. */
const saidBy: readonly RecordEntry['kind'][] = [
  'mastery-attested',
  'completion-returned',
  'completion-awarded',
  'credential-earned',
];

function reviewView(
  held: CompletionReview,
  requirement: Requirement,
  person: Named<PersonId>,
): RequirementView['review'] {
  const said = reviewOf(held, requirement);
  return said && { verdict: said.verdict, remark: said.remark, by: person(said.by) };
}

function milestones(
  { apprenticeship, entries }: CompletionFacts,
  person: Named<PersonId>,
): Pick<CompletionView, 'attestation' | 'returned' | 'award'> {
  const attested = standingAttestation(entries, apprenticeship.employer);
  const returned = entries.findLast((entry) => entry.kind === 'completion-returned');
  const award = entries.findLast((entry) => entry.kind === 'completion-awarded');
  const said = (entry: RecordEntry) => ({ by: person(entry.answeredBy), on: entry.occurredOn });
  return {
    attestation: attested && { ...said(attested), statement: attested.statement },
    returned: returned ? { ...said(returned), reasons: [...returned.reasons] } : null,
    award: award ? said(award) : null,
  };
}

function credentials({ standard, entries }: CompletionFacts, person: Named<PersonId>): CompletionView['credentials'] {
  const earned = standingEntries(entries).filter((entry) => entry.kind === 'credential-earned');
  return standard.completionCredentials.map(({ code, name }) => {
    const entry = earned.findLast((one) => one.credential === code);
    return {
      code,
      name,
      earned: entry
        ? { entry: entry.id, on: entry.occurredOn, reference: entry.reference, by: person(entry.answeredBy) }
        : null,
    };
  });
}

/** What would be accepted from this reader now. */
function offered(facts: CompletionFacts, reader: PersonActor): CompletionView['may'] {
  const { apprenticeship, standard, entries, review } = facts;
  const earned = earnedCredentials(entries);
  const someOpen = standard.completionCredentials.some((one) => !earned.has(one.code));
  return {
    recordCredential: someOpen && mayRecordCredential(reader, apprenticeship).ok,
    attest: mayAttest(reader, facts).ok,
    review: mayReview(reader, apprenticeship).ok,
    award: mayAward(reader, review, facts).ok,
  };
}
