import type { DatabasePlugin } from 'ltijs';
import { currentPlatform } from './current-platform.js';

/**
 * ltijs's database with nothing in it. It is shown one platform: the one the guard found for this request, with the key the
 * guard took from its cache. So ltijs can neither pick another college's registration nor fetch keys by itself. States and
 * nonces are the guard's, in its own tables, and the people in ltijs's session rows are stored nowhere (lti.md 7.2).
 */
export const noStoragePlugin: DatabasePlugin = {
  setup: async () => true,
  Close: async () => true,
  Get: async (_encryptionKey, collection, query) => {
    const current = currentPlatform.getStore();
    if (collection !== 'platform' || !current) return false;
    const { registration, publicKey } = current;
    const asked = query?.['platformUrl'] === registration.issuer && query['clientId'] === registration.clientId;
    if (!asked) return false;
    return [
      {
        platformUrl: registration.issuer,
        platformName: registration.name,
        clientId: registration.clientId,
        authEndpoint: registration.authUrl,
        accesstokenEndpoint: registration.tokenUrl,
        kid: registration.id,
        authConfig: { method: 'RSA_KEY', key: publicKey },
      },
    ];
  },
  Insert: async () => true,
  Replace: async () => true,
  Modify: async () => true,
  Delete: async () => true,
};
