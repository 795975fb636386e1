import type { WaitingState } from '@journeybook/database/lti';
import type { Response } from 'express';
import { escapeHtml } from '../html.js';
import type { NewWindow } from '../plain-page.js';
import { sendScriptedPage } from './check-browser.js';
import { storageKey } from './stored-state.js';

export interface UnprovenLaunch {
  /** What the platform posted; nothing of it has been looked at yet. */
  readonly posted: { readonly id_token: string; readonly state: string };
  readonly state: string;
  readonly waiting: WaitingState;
  readonly launchUrl: string;
  readonly newWindow: NewWindow;
}

/**
 * A page that fetches the proof from the platform's storage and posts the launch once more with it. Whoever has only the launch, such
 * as another browser or another site that posts it, has nothing there to fetch (login CSRF).
 */
export function showProofPage(response: Response, launch: UnprovenLaunch): void {
  const { posted, state, waiting, launchUrl, newWindow } = launch;
  const inputs = Object.entries({ ...posted, storage_proof: '' })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  sendScriptedPage(response, {
    task: {
      proof: {
        target: waiting.target,
        key: storageKey(state),
        origin: new URL(waiting.registration.authUrl).origin,
      },
    },
    newWindow,
    waiting: `<form id="launch" method="post" action="${escapeHtml(launchUrl)}">${inputs}</form>`,
  });
}
