import { type Client, endpoints, ProblemError } from '@journeybook/contracts';

/** What a mentor does in the portal, and by which operation of a link. */
const ways: ReadonlyMap<unknown, unknown> = new Map<unknown, unknown>([
  [endpoints.approvalQueue, endpoints.linkQueue],
  [endpoints.approveHours, endpoints.linkApprove],
  [endpoints.undoApproval, endpoints.linkUndo],
  [endpoints.returnHours, endpoints.linkReturn],
  [endpoints.listSignOffRequests, endpoints.linkRequests],
  [endpoints.demonstrate, endpoints.linkDemonstrate],
  [endpoints.observe, endpoints.linkObserve],
  [endpoints.signOff, endpoints.linkSignOff],
  [endpoints.declineSignOff, endpoints.linkDecline],
  [endpoints.readLinkSession, endpoints.readLinkSession],
  [endpoints.endLinkSession, endpoints.endLinkSession],
]);

/** The client for pages that a link has opened: the mentor's acts go by the link, and nothing else goes anywhere. */
export function linkClient(client: Client): Client {
  return (endpoint, input) => {
    const way = ways.get(endpoint) as typeof endpoint | undefined;
    return way ? client(way, input) : Promise.reject(new ProblemError(outOfReach));
  };
}

const outOfReach = {
  type: 'about:blank',
  title: 'Out of reach',
  status: 404,
  kind: 'not-found',
  detail: 'A link does not reach so far.',
} as const;
