import type { StandardContents } from '@journeybook/contracts';
import type { Standard, StandardId } from '@journeybook/domain';
import type { FakeState } from './fake-api.js';
import { fakeStandard, otherVersion } from './fake-agreements.js';
import { fakeContents, laterContents } from './fake-contents.js';
import type { FakeCustomisation } from './fake-customisation.js';
import { signedIn } from './fake-session.js';
import { refusal } from './fake-transport.js';
import { fakeId, momentAgo, named, people } from './fake-world.js';

export interface FakeVersion {
  readonly id: string;
  status: 'draft' | 'published';
  edition: number;
  readonly from: { id: string; version: string } | null;
  contents: StandardContents;
  readonly notes: readonly string[];
  changedBy: { id: string; name: string };
  /** Of the last change, or of the publication. */
  at: string;
}

export interface FakePrograms {
  versions: FakeVersion[];
  readonly customisations: Map<string, FakeCustomisation>;
}

export const fakeVersion = (part: Partial<FakeVersion> & Pick<FakeVersion, 'contents'>): FakeVersion => ({
  id: fakeId(),
  status: 'published',
  edition: 1,
  from: null,
  notes: [],
  changedBy: named(people.wanda),
  at: momentAgo(40),
  ...part,
});

/** A version that apprentices are bound to, a later one, and a draft with two errors: its hours do not add up, a code is there twice. */
export function fakePrograms(): FakePrograms {
  const first = fakeVersion({ id: fakeStandard.id, contents: fakeContents(), at: momentAgo(400) });
  const later = fakeVersion({
    id: otherVersion.id,
    contents: laterContents(),
    from: { id: first.id, version: '2026.1' },
  });
  const contents = fakeContents({ version: '2028.1' });
  const draft = fakeVersion({
    status: 'draft',
    edition: 3,
    from: { id: first.id, version: '2026.1' },
    at: momentAgo(2),
    contents: {
      ...contents,
      ojtMinutes: (contents.ojtMinutes + 600) as StandardContents['ojtMinutes'],
      courses: contents.courses.map((one) =>
        one.code === 'RTI05' ? { ...one, code: 'RTI04' as typeof one.code } : one,
      ),
    },
  });
  return { versions: [first, later, draft], customisations: new Map() };
}

/** The contents as the rules take them. */
export const asStandard = (id: string, contents: StandardContents): Standard => ({ ...contents, id: id as StandardId });

export const hasRole = (state: FakeState, role: string): boolean =>
  signedIn(state).roles.some((held) => held.role === role);

export function findVersion(state: FakeState, id: string | undefined): FakeVersion {
  const found = state.programs.versions.find((one) => one.id === id);
  if (!found || (found.status === 'draft' && !hasRole(state, 'sponsor-admin')))
    throw refusal(404, 'not-found', 'There is nothing here that you may see.');
  return found;
}
