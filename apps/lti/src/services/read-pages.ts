import type { ServiceContext } from '@journeybook/database/lti';
import type { PlatformAnswer } from '../protocol/classify-answer.js';
import { nextPage } from '../protocol/link-header.js';
import { PlatformError } from '../protocol/platform-error.js';
import { callService, type ServiceCall, type ServiceTools } from './call-service.js';

const mostPages = 1_000;

/**
 * Reads every page of a list, all or nothing: an error on any page is thrown, so that half a roster never looks like a whole
 * one. The token goes to the first page's origin only.
 */
export async function readPages<Item>(
  tools: ServiceTools,
  context: ServiceContext,
  first: Omit<ServiceCall, 'method'>,
  parse: (answer: PlatformAnswer) => readonly Item[],
): Promise<Item[]> {
  const items: Item[] = [];
  const seen = new Set<string>();
  const { origin } = new URL(first.url);
  for (let url: string | null = first.url; url !== null; ) {
    if (seen.has(url) || seen.size >= mostPages || new URL(url).origin !== origin) {
      throw new PlatformError({ kind: 'configuration', seen: `the platform's ${first.service} pages lead nowhere` });
    }
    seen.add(url);
    const answer = await callService(tools, context, { ...first, method: 'GET', url });
    items.push(...parse(answer));
    const next = nextPage(answer.headers['link']);
    url = next === null ? null : new URL(next, url).href;
  }
  return items;
}
