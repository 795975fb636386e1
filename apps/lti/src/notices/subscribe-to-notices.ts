import type { NoticeService, PutOff } from '@journeybook/database/lti';
import type { Logger } from 'pino';
import { z } from 'zod';
import { copyNotice, noticeScope } from '../protocol/claim-names.js';
import { PlatformError } from '../protocol/platform-error.js';
import { callService } from '../services/call-service.js';
import { parseJson } from '../services/parse-json.js';
import { takeTurn, type TurnTools } from '../turns/take-turn.js';
import { mostAtOnce } from './most-at-once.js';

export interface SubscribeTools extends TurnTools {
  readonly log: Logger;
  readonly config: { readonly publicUrl: string };
}

/** Where platforms are asked to send their notices. */
export const handlerAddress = (publicUrl: string): string => `${publicUrl}/lti/notices`;

const mostTries = 3;

/**
 * Asks the platform of a deployment to tell us of copied courses, unless it does already; answers when it has to wait for its turn. What
 * the platform refuses, or does not answer three times, waits for the next week's launch: without notices a copied course proposes what
 * its launch tells, as it does at every other platform.
 */
export async function subscribeToNotices(
  tools: SubscribeTools,
  { deployment, attempt = 0 }: { readonly deployment: string; readonly attempt?: number },
): Promise<PutOff | null> {
  const service = await tools.store.notices.findService(deployment);
  if (!service) return null;
  const later = await takeTurn(tools, {
    registrationId: service.registration.id,
    job: 'notices',
    attempt,
    work: (turn) => subscribe(turn, service),
  });
  const tries = attempt + (later?.why === 'failed' ? 1 : 0);
  if (!later || tries >= mostTries) return null;
  return { data: { deployment, attempt: tries }, inMilliseconds: later.inMilliseconds, key: deployment };
}

async function subscribe(tools: SubscribeTools, service: NoticeService): Promise<null> {
  const handler = handlerAddress(tools.config.publicUrl);
  try {
    if ((await readHandler(tools, service)) !== handler) await setHandler(tools, service, handler);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind === 'retry') throw error;
    const { kind, message } = error;
    tools.log.warn({ registrationId: service.registration.id, kind, seen: message }, 'notices could not be asked for');
  }
  return null;
}

const call = { service: 'notices', scopes: [noticeScope], accept: 'application/json' } as const;
const handlers = z.object({
  notice_handlers: z.array(z.object({ notice_type: z.string(), handler: z.string().nullish() })),
});

/** The address that the platform tells of copied courses; undefined when it tells none. */
async function readHandler(tools: SubscribeTools, service: NoticeService): Promise<string | null | undefined> {
  const answer = await callService(tools, service, { ...call, method: 'GET', url: service.url });
  const { notice_handlers } = parseJson(handlers, answer.body, 'notice handlers');
  return notice_handlers.find(({ notice_type }) => notice_type === copyNotice)?.handler;
}

async function setHandler(tools: SubscribeTools, service: NoticeService, handler: string): Promise<void> {
  await callService(tools, service, {
    ...call,
    method: 'PUT',
    url: service.url,
    contentType: 'application/json',
    body: { notice_type: copyNotice, handler, max_batch_size: mostAtOnce },
  });
}
