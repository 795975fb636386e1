import type { Page } from 'playwright-core';

export interface VirtualPasskeys {
  /** How many passkeys the device holds. */
  count(): Promise<number>;
  /** From now on somebody touches it when asked, or nobody does. */
  touch(enabled: boolean): Promise<void>;
}

/** Gives the page a device of its own that holds passkeys and knows the finger of whoever sits before it. */
export async function addVirtualPasskeys(page: Page): Promise<VirtualPasskeys> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    count: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    touch: async (enabled) => {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
  };
}
