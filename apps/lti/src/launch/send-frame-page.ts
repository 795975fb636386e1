import type { Response } from 'express';
import type { FramePage, OpenedLaunch } from './frame-page.js';
import { framePolicy, newNonce, pickerPolicy } from './page-policy.js';
import { sendPage } from './send-page.js';
import { apologise, type PageTools } from './show-page.js';

export interface FramePageTools extends PageTools {
  readonly apiUrl: string;
  readonly framePage: FramePage;
}

/** What the page is told beside the API's address; nothing when it is loaded again. */
type Told = Omit<OpenedLaunch, 'apiUrl'> | Record<string, never>;

/** Answers with the portal's page. One that may turn out to be the page that chooses may post the choice to us, no other posts anything. */
export async function sendFramePage(
  tools: FramePageTools,
  response: Response,
  { told, mayChoose }: { readonly told: Told; readonly mayChoose: boolean },
): Promise<void> {
  const styleNonce = newNonce();
  const html = await tools.framePage
    .render({ ...told, apiUrl: tools.apiUrl }, styleNonce)
    .catch((error: unknown) => apologise(tools, response, 'page-missing', error));
  if (html === undefined) return;
  const policy = (mayChoose ? pickerPolicy : framePolicy)({ apiUrl: tools.apiUrl, styleNonce });
  sendPage(response, { status: 200, html, policy });
}
