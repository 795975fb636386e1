import { AsyncLocalStorage } from 'node:async_hooks';
import type { Registration } from '@journeybook/database/lti';

/** The one platform that the request at hand is about, and the key its token names. */
export interface CurrentPlatform {
  readonly registration: Registration;
  /** PEM; null at login, where nothing is verified. */
  readonly publicKey: string | null;
}

export const currentPlatform = new AsyncLocalStorage<CurrentPlatform>();
