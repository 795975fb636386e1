import type { Response } from 'express';
import { keptFramers } from '../../framing/framers.js';
import { parseSender } from '../../protocol/parse-launch.js';
import type { Sealer } from '../../services/seal.js';
import type { AdmittedLaunch } from '../admitted-launch.js';
import type { OpenedLaunch } from '../frame-page.js';
import { fromWindow, wayBack } from '../way-back.js';
import { reloadAddress } from './reload-address.js';

export interface OpenedTools {
  readonly reloadSealer: Sealer;
  readonly reloadUrl: string;
}

/** What the page of a verified launch has to know to be found again when it is reloaded, and to lead back to the course. */
export function opened(
  tools: OpenedTools & { readonly allowLoopback: boolean },
  response: Response,
  { state: { registration }, payload }: AdmittedLaunch,
): Pick<OpenedLaunch, 'address' | 'back'> {
  const address = reloadAddress(tools, keptFramers(response) ?? []);
  const returnUrl = wayBack(registration, payload, tools.allowLoopback);
  if (returnUrl === null) return { address };
  // Only a page that has the whole window shows it.
  const back = fromWindow(returnUrl, registration.profile);
  const course = parseSender(payload)?.course;
  return { address, back: { address: back, name: course?.title ?? course?.label ?? registration.name } };
}
