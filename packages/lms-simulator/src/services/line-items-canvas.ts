import { type Column, putColumn, removeColumn } from '../gradebook/gradebook.js';
import { parseJson } from '../gradebook/score.js';
import { sendAnswer } from '../http/answer.js';
import { canvasPage, gradePages } from './canvas-page.js';
import { canvasLineItem, changedColumn, lineItemSchema, newColumn, wantedColumns } from './line-item.js';
import { mediaType, utf8 } from './media-types.js';
import { refuseService } from './refuse.js';
import type { ColumnCall, ServiceCall } from './service-call.js';

/** Lists the tool's columns in pages of 10, at most 100. */
export function listCanvasLineItems(call: ServiceCall): void {
  const page = canvasPage(call, wantedColumns(call), gradePages);
  sendAnswer(call.res, {
    status: 200,
    type: utf8(mediaType.lineItems),
    body: JSON.stringify(page.items.map((column) => canvasLineItem(call.platform, column))),
    headers: page.headers,
  });
}

/** Creates an assignment of its own and answers 201; 422 without a label or a positive maximum, 404 for an unknown link. */
export function createCanvasLineItem({ platform, course, req, res }: ServiceCall): void {
  const input = lineItemSchema.safeParse(parseJson(String(req.body)));
  if (!input.success) {
    refuseService(platform, req, res, { status: 422, reason: 'label and a positive scoreMaximum are required' });
    return;
  }
  const linkId = input.data.resourceLinkId;
  if (linkId !== undefined && !course.resourceLinks.some((link) => link.id === linkId)) {
    refuseService(platform, req, res, { status: 404, reason: 'The specified resource does not exist' });
    return;
  }
  const column = newColumn(platform.gradebook, course.id, input.data);
  putColumn(platform.gradebook, column);
  platform.changed();
  sendLineItem({ platform, res }, column, 201);
}

export function readCanvasLineItem({ platform, res, column }: ColumnCall): void {
  sendLineItem({ platform, res }, column, 200);
}

/** Changes label, maximum, resourceId or tag; 422 when one of them is not acceptable. */
export function changeCanvasLineItem({ platform, req, res, column }: ColumnCall): void {
  const body = parseJson(String(req.body));
  const given = typeof body === 'object' && body !== null ? body : {};
  const input = lineItemSchema.safeParse({ label: column.label, scoreMaximum: column.scoreMaximum, ...given });
  if (!input.success) {
    refuseService(platform, req, res, { status: 422, reason: 'label and scoreMaximum must be valid' });
    return;
  }
  const changed = changedColumn(column, input.data);
  putColumn(platform.gradebook, changed);
  platform.changed();
  sendLineItem({ platform, res }, changed, 200);
}

/** Removes a column the tool made; 401 for the column of an assignment that opens the tool. */
export function removeCanvasLineItem({ platform, req, res, column }: ColumnCall): void {
  if (column.coupled) {
    refuseService(platform, req, res, { status: 401, reason: 'The line item belongs to an assignment of this tool' });
    return;
  }
  removeColumn(platform.gradebook, column.id);
  platform.changed();
  res.status(204).end();
}

function sendLineItem({ platform, res }: Pick<ServiceCall, 'platform' | 'res'>, column: Column, status: number): void {
  const body = JSON.stringify(canvasLineItem(platform, column));
  sendAnswer(res, { status, type: utf8(mediaType.lineItem), body });
}
