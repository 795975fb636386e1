import { createClient, type Client } from '@journeybook/contracts';

/** The typed client of the API under the tool's own credential, which can report and nothing else. Calls end after ten seconds. */
export function createRecordClient({ apiUrl, machineToken }: { apiUrl: string; machineToken: string }): Client {
  const client = createClient({ baseUrl: apiUrl, headers: () => ({ authorization: `Bearer ${machineToken}` }) });
  return (endpoint, input) => client(endpoint, { ...input, signal: input.signal ?? AbortSignal.timeout(10_000) });
}
