import type { LineItem, ServiceContext } from '@journeybook/database/lti';
import { mediaType, scope } from '../protocol/claim-names.js';
import { PlatformError } from '../protocol/platform-error.js';
import { partOf } from '../protocol/service-url.js';
import { callService, type ServiceTools } from './call-service.js';

/** Sends one score, as it is, to the column. Throws `PlatformError`. */
export async function sendScore(
  tools: ServiceTools,
  context: ServiceContext,
  { column, body }: { column: LineItem; body: Record<string, unknown> },
): Promise<void> {
  const answer = await callService(tools, context, {
    service: 'scores',
    method: 'POST',
    url: partOf(column.url, 'scores'),
    scopes: [scope.score],
    accept: mediaType.score,
    contentType: mediaType.score,
    body,
  });
  // A page that asks to sign in or to come back later comes with 200 as well.
  if (answer.body.trimStart().startsWith('<'))
    throw new PlatformError({ kind: 'retry', seen: "the platform's scores service answered with a web page" });
}
