import { randomBytes } from 'node:crypto';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { HoursEntryId, MentorLink, MentorLinkId, SignOffRequestId } from '@journeybook/domain';
import { linkCookie, tokenHash } from '../http/admission.guard.js';
import { tokenIn } from './letters.js';
import type { Browser } from './provider.js';
import { openBrowser } from './provider.js';
import type { RunningApi } from './start-api.js';
import type { Known } from './world.js';
import { agreements, people } from './world.js';

export const adas = { apprenticeship: agreements.ada.id };

/** Ada sends hours of a day to her mentors. */
export async function sendHours(api: RunningApi, workedOn = '2026-03-02', minutes = 60) {
  const ada = await api.as(people.ada);
  const line = { id: newId<HoursEntryId>(), workProcess: 'WP01', minutes };
  const { entries } = await ada(endpoints.logHours, {
    params: adas,
    body: { workedOn, lines: [line] },
  });
  return entries.filter((entry) => entry.id === line.id).map(({ id, version }) => ({ id, version }));
}

/** A link to Grace about Ada, asked for by the foundry unless told otherwise: its secret, from the letter. */
export async function linkFor(
  api: RunningApi,
  asked: { by?: Known; mentor?: Known; aboutHours?: boolean; signOffRequest?: SignOffRequestId | null } = {},
) {
  const { by = people.foundryAdmin, mentor = people.grace, aboutHours = true, signOffRequest = null } = asked;
  const link = await (await api.as(by))(endpoints.sendMentorLink, {
    params: adas,
    body: { mentor: mentor.id, aboutHours, signOffRequest },
  });
  return { link, token: tokenIn((await api.lettersTo(mentor.email)).at(-1)) };
}

/** A browser in which a link was opened. */
export async function opened(api: RunningApi, token: string): Promise<Browser> {
  const browser = openBrowser(api);
  await browser.call(endpoints.openMentorLink, { body: { token } });
  return browser;
}

/** The `Cookie` header of a link to Grace that was opened, made without asking for it. */
export async function linkCookieOf({ database, clock }: RunningApi): Promise<string> {
  const { mentorLinks } = database.read;
  const id = newId<MentorLinkId>();
  const token = randomBytes(32).toString('base64url');
  const endsAt = clock.in(30);
  const link: MentorLink = {
    id,
    apprenticeship: agreements.ada.id,
    mentor: people.grace.id,
    aboutHours: true,
    signOffRequest: null,
    askedBy: people.ada.id,
    askedAt: clock.now(),
    expiresAt: endsAt,
    openedAt: null,
    revokedAt: null,
  };
  await mentorLinks.add(agreements.ada.sponsor, link, randomBytes(32));
  await mentorLinks.saveOpened(id, { sessionHash: tokenHash(token), at: clock.now(), endsAt, device: '' });
  return `${linkCookie}=${token}`;
}
