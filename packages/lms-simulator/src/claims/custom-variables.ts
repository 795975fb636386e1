import { canvasContextId, findCourse, fullName, type LiveWorld } from '../world/live-world.js';
import { showsName, type Launch } from './launch.js';

// The original may be gone by then; its id stays what it was.
const courseOf = (world: LiveWorld, id: string) => findCourse(world, id) ?? { id };

type Variables = Readonly<Record<string, string | undefined>>;

function commonVariables({ course, person, link, platform }: Launch): Variables {
  const contextId = (id: string) =>
    platform.profile === 'canvas' ? canvasContextId(courseOf(platform.world, id)) : id;
  return {
    'Context.id.history': (course.copiedFrom ?? []).map(contextId).join(','),
    'Context.label': course.label,
    'Context.title': course.title,
    'ResourceLink.id': link?.id,
    'ResourceLink.title': link?.title,
    'User.id': person?.sub,
    'User.username': person?.username,
    'Person.sourcedId': person?.sisId || undefined,
    'Person.name.full': person && showsName(person) ? fullName(person) : undefined,
  };
}

// Moodle writes UTC with an offset of zero, never "Z".
const moodleTime = (iso: string | undefined): string | undefined =>
  iso === undefined ? undefined : new Date(iso).toISOString().replace(/\.\d{3}Z$/, '+00:00');

function moodleVariables(launch: Launch): Variables {
  return {
    ...commonVariables(launch),
    'Context.id': launch.course.id,
    'CourseSection.sourcedId': launch.course.sisId,
    'CourseSection.label': launch.course.label,
    'CourseSection.title': launch.course.title,
    'CourseSection.timeFrame.begin': moodleTime(launch.course.term?.startsAt),
    'CourseSection.timeFrame.end': moodleTime(launch.course.term?.endsAt),
  };
}

// Canvas writes term dates as "2026-08-24 00:00:00 -0700", which is not ISO 8601.
function canvasTime(iso: string | undefined): string | undefined {
  const parts = iso ? /^(\S+)T(\d{2}:\d{2}:\d{2})(?:\.\d+)?([+-]\d{2}):?(\d{2})$/.exec(iso) : null;
  return parts ? `${parts[1]} ${parts[2]} ${parts[3]}${parts[4]}` : undefined;
}

function canvasVariables(launch: Launch): Variables {
  const { course, person, enrolment, platform } = launch;
  return {
    ...commonVariables(launch),
    'Canvas.course.id': course.id,
    'Canvas.user.id': person?.canvasId,
    'Canvas.api.domain': new URL(platform.urls.base).host,
    'Canvas.course.sisSourceId': course.sisId,
    'Canvas.course.sectionIds': course.sectionIds?.join(','),
    'Canvas.course.startAt': canvasTime(course.startsAt),
    'Canvas.course.endAt': canvasTime(course.endsAt),
    'Canvas.course.workflowState': course.concluded ? 'completed' : 'available',
    'Canvas.enrollment.enrollmentState': enrolment?.state === 'suspended' ? 'inactive' : 'active',
    'Canvas.term.name': course.term?.name,
    'Canvas.term.startAt': canvasTime(course.term?.startsAt),
    'Canvas.term.endAt': canvasTime(course.term?.endsAt),
  };
}

/** Fills `$Variables` in custom parameters. An unknown one, or one without a value, stays as written. */
export function fillVariables(custom: Readonly<Record<string, string>>, launch: Launch): Record<string, string> {
  const variables = launch.platform.profile === 'moodle' ? moodleVariables(launch) : canvasVariables(launch);
  const fill = (value: string) => (value.startsWith('$') ? (variables[value.slice(1)] ?? value) : value);
  const given = Object.entries(custom).filter(([, value]) => launch.person !== null || !isAboutPerson(value));
  return Object.fromEntries(given.map(([key, value]) => [key, fill(value)]));
}

// Without a signed-in person Canvas leaves out what it would say about them.
const isAboutPerson = (value: string): boolean => /^\$(Canvas\.user|User|Person)\./.test(value);
