import type { Client } from '@journeybook/contracts';
import type { LineItem, LineItemSource, LtiStore, ServiceContext } from '@journeybook/database/lti';
import { z } from 'zod';
import { columnTag as tag, mediaType, scope } from '../protocol/claim-names.js';
import { PlatformError } from '../protocol/platform-error.js';
import { withParameters } from '../protocol/service-url.js';
import { callService, type ServiceTools } from './call-service.js';
import { parseJson } from './parse-json.js';
import { readPages } from './read-pages.js';

export interface ColumnTools extends ServiceTools {
  readonly store: LtiStore;
  readonly record: Client;
}

export interface NewColumn {
  readonly label: string;
  readonly resourceId: string;
}

const lineItem = z.object({
  id: z.url(),
  resourceId: z.string().nullish(),
  tag: z.string().nullish(),
});

/**
 * Our column in the course's gradebook, or null when none is known: the one chosen before, else that of a link that was picked, else
 * that of the link opened first. It is not looked for: what carries our tag may be the column of another RTI course.
 */
export async function findColumn({ store }: ColumnTools, context: ServiceContext): Promise<LineItem | null> {
  const chosen = await store.lineItems.find(context.id);
  if (chosen) return chosen;
  const ofLink = await store.lineItems.findOfLinks(context.id);
  return ofLink ? store.lineItems.choose(context.id, ofLink, 'link') : null;
}

/**
 * The same; when none is known, one that carries our tag and the resource id of the RTI course, and made when there is none. Looks
 * before it makes, since asking twice makes two (captures, README); two callers at once must be kept apart by the registration's
 * lock, which every job holds.
 */
export async function ensureColumn(tools: ColumnTools, context: ServiceContext, column: NewColumn): Promise<LineItem> {
  const known = await findColumn(tools, context);
  if (known) return known;
  const { lineItems } = tools.store;
  const found = await lookUp(tools, context, column.resourceId);
  if (found) return lineItems.choose(context.id, found, 'found');
  const source: LineItemSource = 'created';
  return lineItems.choose(context.id, await create(tools, context, column), source);
}

async function lookUp(tools: ColumnTools, context: ServiceContext, resourceId: string): Promise<string | null> {
  if (!context.lineItemsUrl) return null;
  const items = await readPages(
    tools,
    context,
    {
      service: 'line-items',
      url: withParameters(context.lineItemsUrl, { tag, resource_id: resourceId }),
      scopes: [context.scopes.includes(scope.lineItemRead) ? scope.lineItemRead : scope.lineItem],
      accept: mediaType.lineItems,
    },
    ({ body }) => parseJson(z.array(lineItem), body, 'list of columns'),
  );
  // Some platforms ignore the filter, so what comes back is looked at again.
  const ours = items.filter((item) => item.tag === tag && item.resourceId === resourceId);
  return ours[0]?.id ?? null;
}

async function create(tools: ColumnTools, context: ServiceContext, { label, resourceId }: NewColumn): Promise<string> {
  if (!context.lineItemsUrl || !context.scopes.includes(scope.lineItem)) {
    throw new PlatformError({
      kind: 'configuration',
      seen: 'the platform lets the tool make no column in this course',
    });
  }
  const answer = await callService(tools, context, {
    service: 'line-items',
    method: 'POST',
    url: context.lineItemsUrl,
    scopes: [scope.lineItem],
    accept: mediaType.lineItem,
    contentType: mediaType.lineItem,
    body: { scoreMaximum: 100, label, resourceId, tag },
  });
  return parseJson(lineItem, answer.body, 'new column').id;
}
