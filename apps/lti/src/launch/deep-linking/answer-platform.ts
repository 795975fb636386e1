import { randomBytes } from 'node:crypto';
import { type Client, type CoursePick, pickerReportEndpoints } from '@journeybook/contracts';
import { faultLine, isTooSlow, type LtiStore } from '@journeybook/database/lti';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { buildItem, buildResponse, type ContentItem } from '../../protocol/build-response.js';
import type { Sealer } from '../../services/seal.js';
import type { ToolKeys } from '../../services/tool-keys.js';
import { keepFramers } from '../../framing/framers.js';
import { apologise, type PageTools, refuse } from '../show-page.js';
import { showAnswer } from './show-answer.js';
import { openTicket, type Ticket } from './ticket.js';

export interface AnswerTools extends PageTools {
  readonly store: LtiStore;
  readonly record: Client;
  readonly toolKeys: ToolKeys;
  readonly ticketSealer: Sealer;
  readonly launchUrl: string;
}

const pickIds = z.preprocess(
  (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
  z.array(z.uuid()).max(50),
);
const posted = z.object({ ticket: z.string().min(1), pick: pickIds });

interface Choice {
  readonly items: readonly ContentItem[];
  readonly error: string | null;
}

const notSaved = 'Journeybook could not reach its record, so nothing was added. Try again in a minute.';

/**
 * Answers a platform's deep-linking request with what was chosen, by a form that the browser posts there. A choice of nothing, and
 * one that cannot be read from the record, go back as well: empty, the second with the reason.
 */
export async function answerPlatform(tools: AnswerTools, request: Request, response: Response): Promise<void> {
  const form = posted.safeParse(request.body);
  const now = new Date();
  const ticket = form.success ? openTicket(tools.ticketSealer, form.data.ticket, now) : null;
  if (!form.success || !ticket) return refuse(tools, response, 'picker-ended');
  keepFramers(response, ticket.ancestors);
  try {
    const { items, error } = await choiceOf(tools, ticket, form.data.pick);
    const jwt = await tools.toolKeys.sign(
      buildResponse({ ...ticket, data: ticket.data, items, error, nonce: randomBytes(24).toString('base64url'), now }),
    );
    return showAnswer(response, { returnUrl: ticket.returnUrl, jwt });
  } catch (error) {
    return apologise(tools, response, isTooSlow(error) ? 'too-slow' : 'unexpected', error);
  }
}

async function choiceOf(tools: AnswerTools, ticket: Ticket, ids: readonly string[]): Promise<Choice> {
  const { picker, lmsContextId } = ticket;
  if (ids.length === 0 || picker === null || lmsContextId === null) return { items: [], error: ticket.error };
  const picks = await readPicks(tools, picker, ids);
  if (!picks) return { items: [], error: notSaved };
  // One only where the platform takes one; the page offers no more there.
  const taken = ticket.multiple ? picks : picks.slice(0, 1);
  await tools.store.picks.add(
    { deployment: ticket.deployment, lmsContextId, at: new Date() },
    taken.map((pick) => ({ id: pick.id, part: pick.ownPart ? `${pick.rapidsCode}/${pick.course}` : '' })),
  );
  const options = { profile: ticket.profile, launchUrl: tools.launchUrl, withLineItem: ticket.lineItem };
  return { items: taken.map((pick) => buildItem(pick, options)), error: null };
}

/** The picks of this page and no other; null when the record cannot be reached or does not have one. */
async function readPicks(
  { record, log }: AnswerTools,
  picker: string,
  ids: readonly string[],
): Promise<CoursePick[] | null> {
  try {
    const { picks } = await record(pickerReportEndpoints.readPicks, { params: { picker } });
    const chosen = ids.map((id) => picks.find((pick) => pick.id === id));
    return chosen.every((pick) => pick !== undefined) ? chosen : null;
  } catch (error) {
    log.error({ picker, error: faultLine(error) }, 'a choice could not be read');
    return null;
  }
}
