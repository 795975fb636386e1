import { randomBytes } from 'node:crypto';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type {
  ApprenticeshipId,
  HoursEntryId,
  MentorLink,
  MentorLinkId,
  OrganizationId,
  SignOffRequestId,
} from '@journeybook/domain';
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

/** Whose link it is, and what it is about. */
export interface LinkAsked {
  readonly sponsor: OrganizationId;
  readonly apprenticeship: ApprenticeshipId;
  readonly mentor: Known;
  readonly askedBy: Known;
  readonly signOffRequest: SignOffRequestId | null;
}

const graces: LinkAsked = {
  sponsor: agreements.ada.sponsor,
  apprenticeship: agreements.ada.id,
  mentor: people.grace,
  askedBy: people.ada,
  signOffRequest: null,
};

/** The `Cookie` header of a link that was opened, to Grace about Ada unless told otherwise, made without asking for it. */
export async function linkCookieOf(
  { database, clock }: Pick<RunningApi, 'database' | 'clock'>,
  { sponsor, apprenticeship, mentor, askedBy, signOffRequest }: LinkAsked = graces,
): Promise<string> {
  const { mentorLinks } = database.read;
  const id = newId<MentorLinkId>();
  const token = randomBytes(32).toString('base64url');
  const endsAt = clock.in(30);
  const link: MentorLink = {
    id,
    apprenticeship,
    mentor: mentor.id,
    aboutHours: true,
    signOffRequest,
    askedBy: askedBy.id,
    askedAt: clock.now(),
    expiresAt: endsAt,
    openedAt: null,
    revokedAt: null,
  };
  await mentorLinks.add(sponsor, link, randomBytes(32));
  await mentorLinks.saveOpened(id, { sessionHash: tokenHash(token), at: clock.now(), endsAt, device: '' });
  return `${linkCookie}=${token}`;
}
