import { z } from 'zod';
import { type Column, columnsOf, type Gradebook, nextColumnId } from '../gradebook/gradebook.js';
import type { Platform } from '../platform/platform.js';
import { queryValue } from '../http/query.js';
import type { ServiceCall } from './service-call.js';

/** A line item as the tool writes it (AGS 2.0 §3.2). */
export const lineItemSchema = z.looseObject({
  label: z.string().trim().min(1),
  scoreMaximum: z.number().positive(),
  resourceId: z.string().optional(),
  tag: z.string().optional(),
  resourceLinkId: z.string().optional(),
});

export type LineItemInput = z.infer<typeof lineItemSchema>;

/** A line item as Moodle shows it; empty strings stand for what is not set. */
export function moodleLineItem(platform: Platform, column: Column) {
  const link = column.resourceLinkId;
  return {
    id: platform.urls.lineItem(column.courseId, column.id),
    label: column.label,
    scoreMaximum: column.scoreMaximum,
    resourceId: column.resourceId,
    tag: column.tag,
    ...(link === undefined ? {} : { resourceLinkId: link, ltiLinkId: link }),
  };
}

/** A line item as Canvas shows it: only what is set. */
export function canvasLineItem(platform: Platform, column: Column) {
  return {
    id: platform.urls.lineItem(column.courseId, column.id),
    scoreMaximum: column.scoreMaximum,
    label: column.label,
    ...(column.tag ? { tag: column.tag } : {}),
    ...(column.resourceId ? { resourceId: column.resourceId } : {}),
    ...(column.resourceLinkId === undefined ? {} : { resourceLinkId: column.resourceLinkId }),
  };
}

/** The tool's columns of a course that the query asks for. */
export function wantedColumns({ platform, course, req }: ServiceCall): Column[] {
  const link = queryValue(req, 'resource_link_id');
  const resource = queryValue(req, 'resource_id');
  const tag = queryValue(req, 'tag');
  return columnsOf(platform.gradebook, course.id).filter(
    (column) =>
      (link === undefined || column.resourceLinkId === link) &&
      (resource === undefined || column.resourceId === resource) &&
      (tag === undefined || column.tag === tag),
  );
}

/** The column a creation makes. Asking twice makes two: neither product looks for an equal one. */
export function newColumn(book: Gradebook, courseId: string, input: LineItemInput): Column {
  return {
    id: nextColumnId(book),
    courseId,
    label: input.label,
    scoreMaximum: input.scoreMaximum,
    resourceId: input.resourceId ?? '',
    tag: input.tag ?? '',
    ...(input.resourceLinkId === undefined ? {} : { resourceLinkId: input.resourceLinkId }),
    coupled: false,
    published: true,
    locked: false,
  };
}

export function changedColumn(column: Column, input: LineItemInput): Column {
  return {
    ...column,
    label: input.label,
    scoreMaximum: input.scoreMaximum,
    resourceId: input.resourceId ?? column.resourceId,
    tag: input.tag ?? column.tag,
  };
}
