import { type Column, putColumn, removeColumn } from '../gradebook/gradebook.js';
import { parseJson } from '../gradebook/score.js';
import { sendAnswer } from '../http/answer.js';
import { queryNumber } from '../http/query.js';
import { changedColumn, lineItemSchema, moodleLineItem, newColumn, wantedColumns } from './line-item.js';
import { mediaType, utf8 } from './media-types.js';
import { refuseService } from './refuse.js';
import type { ColumnCall, ServiceCall } from './service-call.js';

/** Lists the tool's columns. With `limit`, the Link header carries Moodle's curly quotes and `&amp;`. */
export function listMoodleLineItems(call: ServiceCall): void {
  const { platform, req, res } = call;
  const columns = wantedColumns(call);
  const limit = queryNumber(req, 'limit') ?? 0;
  const from = queryNumber(req, 'from') ?? 0;
  const shown = limit > 0 ? columns.slice(from, from + limit) : columns;
  sendAnswer(res, {
    status: 200,
    type: utf8(mediaType.lineItems),
    body: JSON.stringify(shown.map((column) => moodleLineItem(platform, column))),
    headers: limit > 0 ? { link: curlyLink(call, { limit, from, total: columns.length }) } : {},
  });
}

function curlyLink(
  { platform, course }: ServiceCall,
  { limit, from, total }: { limit: number; from: number; total: number },
): string {
  const base = `${platform.urls.lineItems(course.id)}&amp;limit=${limit}`;
  const part = (start: number, rel: string) => `<${base}&amp;from=${start}>; rel=“${rel}”`;
  const last = Math.max(Math.ceil(total / limit) - 1, 0) * limit;
  const links = [part(0, 'first')];
  if (from > 0) links.push(part(Math.max(from - limit, 0), 'prev'));
  if (from + limit < total) links.push(part(from + limit, 'next'));
  links.push(part(last, 'last'));
  // PHP sends the quotes as UTF-8 bytes; a header here is a string of bytes.
  return Buffer.from(links.join(', '), 'utf8').toString('latin1');
}

/** Creates a column and answers 201; 400 without a label or a maximum, 403 for another course's link. */
export function createMoodleLineItem(call: ServiceCall): void {
  const { platform, course, req, res } = call;
  const body = parseJson(String(req.body));
  const input = lineItemSchema.safeParse(body);
  if (!input.success) {
    refuseService(platform, req, res, { status: 400, reason: 'No label or Score Maximum' });
    return;
  }
  const linkId = input.data.resourceLinkId;
  if (linkId !== undefined && !course.resourceLinks.some((link) => link.id === linkId)) {
    refuseService(platform, req, res, { status: 403, reason: 'Resource link is not in this course' });
    return;
  }
  const column = newColumn(platform.gradebook, course.id, input.data);
  putColumn(platform.gradebook, column);
  platform.changed();
  const answer = { ...input.data, id: platform.urls.lineItem(course.id, column.id) };
  sendAnswer(res, { status: 201, type: utf8(mediaType.lineItem), body: JSON.stringify(answer) });
}

export function readMoodleLineItem({ platform, res, column }: ColumnCall): void {
  sendLineItem({ platform, res }, column);
}

/** Changes label, maximum, resourceId or tag; 400 without a label or a maximum. */
export function changeMoodleLineItem({ platform, req, res, column }: ColumnCall): void {
  const input = lineItemSchema.safeParse(parseJson(String(req.body)));
  if (!input.success) {
    refuseService(platform, req, res, { status: 400, reason: 'No label or Score Maximum' });
    return;
  }
  const changed = changedColumn(column, input.data);
  putColumn(platform.gradebook, changed);
  platform.changed();
  sendLineItem({ platform, res }, changed);
}

/** Removes a column the tool made; 403 for the column of an activity. */
export function removeMoodleLineItem({ platform, req, res, column }: ColumnCall): void {
  if (column.coupled) {
    refuseService(platform, req, res, { status: 403, reason: 'Cannot delete the column of an activity' });
    return;
  }
  removeColumn(platform.gradebook, column.id);
  platform.changed();
  res.status(204).end();
}

function sendLineItem({ platform, res }: Pick<ServiceCall, 'platform' | 'res'>, column: Column): void {
  const body = JSON.stringify(moodleLineItem(platform, column));
  sendAnswer(res, { status: 200, type: utf8(mediaType.lineItem), body });
}
