import type { KnownPerson, PublishedStandard, StandardDraft, Tables } from '@journeybook/database';
import type { OrganizationId, ProgramFacts, ProgramReader, Standard, StandardId } from '@journeybook/domain';
import { openStandard } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found, orRefuse, Refused } from '../http/refused.js';

/** A published version that somebody may read, and why they may. */
export interface OpenedStandard extends PublishedStandard {
  readonly readAs: ProgramReader;
  readonly facts: ProgramFacts;
  /** Employers of the program, by name. */
  readonly employers: readonly { readonly id: OrganizationId; readonly name: string }[];
}

/** The published version for whoever may read it; `not-found` for everybody else, whether or not it exists. */
export async function findStandard(tables: Tables, by: KnownPerson, id: StandardId): Promise<OpenedStandard> {
  const version = found(await tables.standards.find(id));
  const partners = await tables.people.listPartners(version.sponsor);
  const own = await tables.apprenticeships.listOf(by.id);
  const ofKind = (kind: string) =>
    partners
      .filter((one) => one.kind === kind)
      .map(({ id: partner, name }) => ({ id: partner as OrganizationId, name }));
  const employers = ofKind('employer');
  const facts = {
    sponsor: version.sponsor,
    employers: employers.map((one) => one.id),
    colleges: ofKind('college').map((one) => one.id),
    bound: own.some((one) => one.standard === id),
  };
  const readAs = orRefuse(openStandard(asActor(by), { ...facts, status: 'published' }));
  return { ...version, readAs, facts, employers };
}

/** The draft for its sponsor's administrators; `not-found` for everybody else, whether or not it exists. */
export const findDraft = async (tables: Tables, by: KnownPerson, id: StandardId): Promise<StandardDraft> =>
  openDraft(await tables.drafts.find(id), by);

/**
 * As `findDraft`, held until the transaction ends; `published-never-changes` when it was published meanwhile, as a version keeps the id of
 * its draft.
 */
export async function lockDraft(tables: Tables, by: KnownPerson, id: StandardId): Promise<StandardDraft> {
  const draft = await tables.drafts.lock(id);
  if (draft) return openDraft(draft, by);
  const { readAs } = await findStandard(tables, by, id);
  throw new Refused(readAs === 'sponsor' ? { kind: 'published-never-changes' } : { kind: 'not-found' });
}

/** What a published version or a draft says, for whoever may read it. */
export async function findContents(tables: Tables, by: KnownPerson, id: StandardId): Promise<Standard> {
  const draft = await tables.drafts.find(id);
  if (draft) return openDraft(draft, by).version.standard;
  return (await findStandard(tables, by, id)).standard;
}

function openDraft(draft: StandardDraft | null, by: KnownPerson): StandardDraft {
  const there = found(draft);
  const { sponsor } = there.version;
  orRefuse(openStandard(asActor(by), { sponsor, employers: [], colleges: [], bound: false, status: 'draft' }));
  return there;
}
