import type { PlatformProfile } from '@journeybook/database/lti';
import { z } from 'zod';
import { claim } from './claim-names.js';

/** The custom parameters that tell when a course ends, the better one first, and what each platform fills them with (lti.md 4.2). */
const courseEndParameters = ['course_end', 'term_end'] as const;

export const courseEndVariables: Readonly<Record<PlatformProfile, Readonly<Record<string, string>>>> = {
  canvas: { course_end: '$Canvas.course.endAt', term_end: '$Canvas.term.endAt' },
  moodle: { course_end: '$CourseSection.timeFrame.end' },
  generic: { course_end: '$CourseSection.timeFrame.end' },
};

const launch = z.object({ [claim.custom]: z.record(z.string(), z.unknown()) });

// Canvas documents "2018-05-01 00:00:00 -0700" (lti.md 4.2), and Ruby puts "UTC" for an offset of zero; Moodle and the rest write ISO 8601.
const canvasTime = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) (?:([+-]\d{2}):?(\d{2})|UTC)$/;
const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** When the course of a launch ends; null when the launch does not say, or sent the variable's name in place of its value. */
export function courseEnd(payload: unknown): Date | null {
  const parsed = launch.safeParse(payload);
  if (!parsed.success) return null;
  for (const name of courseEndParameters) {
    const at = readTime(parsed.data[claim.custom][name]);
    if (at) return at;
  }
  return null;
}

function readTime(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const canvas = canvasTime.exec(value.trim());
  const text = canvas ? `${canvas[1]}T${canvas[2]}${canvas[3] ? `${canvas[3]}:${canvas[4]}` : 'Z'}` : value.trim();
  if (!isoTime.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}
