import { randomUUID } from 'node:crypto';
import { faultLine } from '@journeybook/database/lti';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { keepFramers, keptFramers } from '../framing/framers.js';
import type { KnownFramers } from '../framing/known-framers.js';
import { refusalPolicy } from './page-policy.js';
import type { HiddenForm } from './plain-page.js';
import { launchRefusals, type Explanation, type LaunchRefusal } from './refusal.js';
import { renderRefusalPage, type RefusalPage } from './refusal-page.js';
import { sendPage } from './send-page.js';
import { backWithError, keptWayBack } from './way-back.js';

export interface PageTools {
  readonly log: Logger;
  readonly knownFramers: KnownFramers;
}

export interface RefusalDetails {
  /** For the log alone. */
  readonly detail?: string;
  readonly newWindow?: RefusalPage['newWindow'];
  /** What leads back, a form or an address; the platform's own address with the error when left out, if it is known (`keepWayBack`). */
  readonly back?: HiddenForm | string;
}

/** Answers 401 (403 when only the role is wrong, 429 when it is too often) with a page that says what happened, what to do and how to get back. */
export async function refuse(
  tools: PageTools,
  response: Response,
  reason: LaunchRefusal,
  { detail, newWindow = null, back }: RefusalDetails = {},
): Promise<void> {
  const incident = randomUUID();
  tools.log.warn({ incident, reason, detail }, 'a launch was refused');
  const explanation: Explanation = launchRefusals[reason];
  const page = { ...explanation, incident, reason, newWindow, ...(back ? { back } : {}) };
  await sendFailure(tools, response, { ...page, status: explanation.status ?? 401 });
}

type Failure = Omit<RefusalPage, 'back' | 'status'> & { readonly status: number; readonly back?: HiddenForm | string };

async function sendFailure({ knownFramers }: PageTools, response: Response, page: Failure): Promise<void> {
  if (keptFramers(response) === null) keepFramers(response, await knownFramers.list());
  const returnUrl = keptWayBack(response);
  const address = returnUrl && backWithError(returnUrl, page.what, `${page.incident} (${page.reason})`);
  const back = page.back ?? address;
  const { status, ...shown } = page;
  sendPage(response, { status, html: renderRefusalPage({ ...shown, back }), policy: refusalPolicy });
}

/** What can fail through nobody's fault at the platform; said with 503 so that nothing takes it for a refusal. */
const outages = {
  'platform-keys-unreachable': {
    what: 'Your learning platform did not answer when Journeybook asked for its keys.',
    next: 'Wait a minute, then open Journeybook from your course again.',
  },
  'platform-keys-unusable': {
    what: 'There are no keys of your learning platform at the address that Journeybook has for them.',
    next: 'Whoever manages learning platforms for your college can look at the address in Journeybook, under "Platforms".',
  },
  'record-unreachable': {
    what: 'The record cannot be reached at the moment.',
    next: 'Wait a minute, then open Journeybook from your course again. Nothing was lost.',
  },
  'too-slow': {
    what: 'Opening Journeybook took longer than it may.',
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
export async function apologise(tools: PageTools, response: Response, reason: Outage, error: unknown): Promise<void> {
  const incident = randomUUID();
  tools.log.error({ incident, reason, error: faultLine(error) }, 'a launch failed');
  const status = reason === 'unexpected' ? 500 : 503;
  await sendFailure(tools, response, { ...outages[reason], status, incident, reason, newWindow: null });
}
