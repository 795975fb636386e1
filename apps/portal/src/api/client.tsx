import { type Client, createClient } from '@journeybook/contracts';
import { createContext, type ReactNode, useContext } from 'react';

const ClientContext = createContext<Client>(createClient({ baseUrl: '' }));

/** Gives the pages beneath the API they talk to: the same origin with its cookie, or a launch with its bearer. */
export const ClientProvider = ({ client, children }: { client: Client; children: ReactNode }) => (
  <ClientContext value={client}>{children}</ClientContext>
);

/** The typed client of the API. */
export const useClient = (): Client => useContext(ClientContext);
