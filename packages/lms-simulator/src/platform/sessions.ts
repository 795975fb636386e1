import { randomBytes } from 'node:crypto';
import { randomLetters } from './random-letters.js';

/** A launch that was started in the platform and waits for the tool's authentication request. */
export interface PendingLaunch {
  readonly message: 'resource-link' | 'deep-linking';
  readonly courseId: string;
  /** Left out for deep linking, and in Canvas for a launch from the course menu. */
  readonly linkId?: string;
  /** Canvas fixes `iat` here; Moodle ignores it. */
  readonly preparedAt: Date;
}

/** Somebody who is signed in to the platform with a browser. */
export interface LmsSession {
  readonly id: string;
  readonly personId: string;
  readonly sesskey: string;
  readonly launches: Map<string, PendingLaunch>;
}

export interface SessionStore {
  start(personId: string): LmsSession;
  find(id: string | undefined): LmsSession | undefined;
  end(id: string): void;
}

export function createSessionStore(): SessionStore {
  const sessions = new Map<string, LmsSession>();
  return {
    start(personId) {
      const session: LmsSession = {
        id: randomBytes(16).toString('hex'),
        personId,
        sesskey: randomLetters(10),
        launches: new Map(),
      };
      sessions.set(session.id, session);
      return session;
    },
    find: (id) => (id === undefined ? undefined : sessions.get(id)),
    end(id) {
      sessions.delete(id);
    },
  };
}
