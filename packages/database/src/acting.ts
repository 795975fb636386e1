import { AsyncLocalStorage } from 'node:async_hooks';
import type { LaunchRole, LmsIdentityId, OrganizationId, PersonId, Role } from '@journeybook/domain';

/** Who is behind a piece of work, as far as the database has to know. */
export type Caller =
  | {
      readonly kind: 'person';
      readonly person: PersonId;
      readonly roles: readonly { readonly role: Role; readonly organization: OrganizationId }[];
    }
  | {
      readonly kind: 'launch';
      readonly role: LaunchRole;
      readonly college: OrganizationId;
      readonly identity: LmsIdentityId;
      /** Null while nobody confirmed who it is. */
      readonly person: PersonId | null;
    }
  | { readonly kind: 'machine' }
  /** Whoever runs the installation, by a command at the machine. */
  | { readonly kind: 'operator' }
  | { readonly kind: 'nobody' };

/** What a request is about, by ids and by words of the product: nothing that somebody wrote, and no name. */
export interface Named {
  /** Every id in the address and the body. */
  readonly ids: readonly string[];
  /** Those that have a name of their own, such as `apprenticeship`. */
  readonly subjects: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** The request, or the command of whoever runs the installation, that the work is done for. */
export interface Acting {
  readonly caller: Caller;
  readonly requestId: string;
  /** From where it came; an address of the network. */
  readonly address: string;
  /** What was asked: the method and the route's pattern, without ids. */
  readonly action: string;
  /** The roles that let the caller in; left out or none where no role is asked for. */
  readonly admittedBy?: readonly { readonly role: Role; readonly organization: OrganizationId }[];
  /** Read only when something is put on file; left out where nothing is named. */
  readonly named?: () => Named;
}

const storage = new AsyncLocalStorage<Acting>();

/** Runs the work, and whatever it waits for, on behalf of the caller. */
export const actAs = <T>(acting: Acting, work: () => T): T => storage.run(acting, work);

/** On whose behalf the present work runs; undefined outside of any request. */
export const acting = (): Acting | undefined => storage.getStore();
