import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { refusalPolicy } from './page-policy.js';
import { launchRefusals, type Explanation, type LaunchRefusal } from './refusal.js';
import { renderRefusalPage, type RefusalPage } from './refusal-page.js';
import { sendPage } from './send-page.js';

export interface PageTools {
  readonly log: Logger;
}

/** Answers 401 with a page that says what happened and what to do. `detail` goes to the log alone. */
export function refuse(
  { log }: PageTools,
  response: Response,
  reason: LaunchRefusal,
  more: { readonly detail?: string; readonly newWindow?: RefusalPage['newWindow'] } = {},
): void {
  const incident = randomUUID();
  log.warn({ incident, reason, detail: more.detail }, 'a launch was refused');
  const html = renderRefusalPage({ ...launchRefusals[reason], incident, reason, newWindow: more.newWindow ?? null });
  sendPage(response, { status: 401, html, policy: refusalPolicy });
}

/** What can fail through nobody's fault at the platform; said with 503 so that nothing takes it for a refusal. */
const outages = {
  'platform-keys-unreachable': {
    what: 'Your learning platform did not answer when Journeybook asked for its keys.',
    next: 'Wait a minute, then open Journeybook from your course again.',
  },
  'record-unreachable': {
    what: 'The record cannot be reached at the moment.',
    next: 'Wait a minute, then open Journeybook from your course again. Nothing was lost.',
  },
  'page-missing': {
    what: 'This server has no page to show.',
    next: 'The people who run Journeybook have to build the portal before starting this server.',
  },
  unexpected: {
    what: 'Something went wrong in Journeybook.',
    next: 'Open Journeybook from your course again. If this page returns, send the number below to the people who run Journeybook.',
  },
} satisfies Record<string, Explanation>;
export type Outage = keyof typeof outages;

/** Answers 503 (500 when unexpected) with a page; the error goes to the log. */
export function apologise({ log }: PageTools, response: Response, reason: Outage, error: unknown): void {
  const incident = randomUUID();
  log.error({ incident, reason, error: error instanceof Error ? error.message : String(error) }, 'a launch failed');
  const html = renderRefusalPage({ ...outages[reason], incident, reason, newWindow: null });
  sendPage(response, { status: reason === 'unexpected' ? 500 : 503, html, policy: refusalPolicy });
}
