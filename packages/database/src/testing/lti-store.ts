import { createHash, randomUUID } from 'node:crypto';
import type { IssuedState } from '../lti/oidc-state.repository.js';
import { openLtiStore } from '../lti/open-lti-store.js';
import { addressAs, createTestDatabase } from './test-database.js';

export const digest = (text: string) => createHash('sha256').update(text).digest();
export const soon = () => new Date(Date.now() + 60_000);

/** What the LTI tool keeps, in a database of its own, with what it knows before anybody launches. */
export async function openTestLtiStore() {
  const database = await createTestDatabase();
  const store = await openLtiStore(addressAs(database.url, 'journeybook_lti'));
  return {
    database,
    store,
    /** A platform with one active deployment. */
    async register(deploymentId = '1') {
      const issuer = `https://${randomUUID()}.example`;
      await store.registrations.save({
        issuer,
        clientId: 'c',
        deploymentId,
        authUrl: `${issuer}/auth`,
        tokenUrl: `${issuer}/token`,
        jwksUrl: `${issuer}/jwks`,
        tokenAudience: null,
        profile: 'moodle',
        name: 'Lakeside',
        collegeId: randomUUID(),
      });
      const [registration] = await store.registrations.listForLogin(issuer, null);
      if (!registration) throw new Error('The registration was not saved.');
      return registration;
    },
    /** A state that a login was begun with; answers its hash. */
    async issue(
      registrationId: string,
      more: Partial<Pick<IssuedState, 'expiresAt' | 'storage'>> & { nonce?: string } = {},
    ) {
      const state = randomUUID();
      await store.states.issue({
        stateHash: digest(state),
        nonceHash: digest(more.nonce ?? randomUUID()),
        registrationId,
        target: 'https://lti.example/lti/launch',
        deploymentHint: null,
        resume: 'sealed',
        storage: more.storage ?? null,
        expiresAt: more.expiresAt ?? soon(),
      });
      return digest(state);
    },
    async close() {
      await store.close();
      await database.drop();
    },
  };
}

export type TestLtiStore = Awaited<ReturnType<typeof openTestLtiStore>>;
