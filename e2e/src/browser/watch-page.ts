import type { Page, Response } from 'playwright-core';

/** An answer of 400 or more that belongs to what a test shows. */
export interface ExpectedRefusal {
  readonly status: number;
  readonly path: RegExp;
}

/** Asking who is signed in is answered with 401 while nobody is. */
const always: readonly ExpectedRefusal[] = [{ status: 401, path: /^\/api\/session$/ }];

/** Writes down what a careful person would see in the developer tools: errors of the console and of the page, and requests that fail. */
export function watchPage(page: Page, faults: string[], expected: readonly ExpectedRefusal[]): void {
  page.on('console', (message) => {
    // The request itself is written down below, with its address and status.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    faults.push(`console of ${page.url()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(`error on ${page.url()}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && !isExpected(response, expected)) faults.push(describe(response));
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left gives up what it was asking for.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.method()} ${request.url()} failed: ${reason}`);
  });
}

const describe = (response: Response) => `${response.status()} for ${response.request().method()} ${response.url()}`;

function isExpected(response: Response, expected: readonly ExpectedRefusal[]): boolean {
  const { pathname } = new URL(response.url());
  return [...always, ...expected].some(({ status, path }) => status === response.status() && path.test(pathname));
}
