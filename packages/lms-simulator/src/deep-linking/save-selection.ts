import { randomUUID } from 'node:crypto';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { addResourceLink } from '../control/simulator-control.js';
import { nextColumnId } from '../gradebook/gradebook.js';
import { type CoursePageCall, showRefusal } from '../pages/page-call.js';
import type { Platform } from '../platform/platform.js';
import type { LmsResourceLink } from '../world/world.js';
import { type LinkItem, linkItemsSchema } from './verify-response.js';

const saveForm = z.object({ selection: z.string().default('') }).prefault({});

/** Saves the activities an instructor selected; the tool learns their ids at the first launch. */
export async function saveSelection({ platform, req, res, course, person }: CoursePageCall): Promise<void> {
  const { selection } = saveForm.parse(req.body);
  const verified = await jwtVerify(selection, platform.hintSecret, { currentDate: platform.now() }).catch(() => null);
  const items = linkItemsSchema.safeParse(verified?.payload['items']);
  if (!items.success || verified?.payload['course'] !== course.id) {
    showRefusal(platform, res, { status: 400, text: 'This selection is not ours or too old.', person });
    return;
  }
  const foreign = items.data.find(({ url }) => url !== undefined && !isTools(platform, url));
  if (foreign) {
    const text = `“${foreign.title ?? foreign.url}” has an address that belongs to no registered tool.`;
    showRefusal(platform, res, { status: 400, text, person });
    return;
  }
  for (const item of items.data) addResourceLink(platform, course.id, linkOf(platform, item));
  res.redirect(303, `${platform.urls.base}/courses/${course.id}`);
}

function isTools(platform: Platform, url: string): boolean {
  const origins = platform.tool.launchUrls.map((launchUrl) => new URL(launchUrl).origin);
  return URL.canParse(url) && origins.includes(new URL(url).origin);
}

function nextMoodleLinkId(platform: Platform): string {
  const ids = platform.world.courses.flatMap((course) => course.resourceLinks.map((link) => Number(link.id)));
  return String(Math.max(0, ...ids) + 1);
}

function linkOf(platform: Platform, item: LinkItem): LmsResourceLink {
  const column = item.lineItem;
  return {
    id: platform.profile === 'moodle' ? nextMoodleLinkId(platform) : randomUUID(),
    title: item.title ?? platform.world.toolName,
    description: item.text ?? '',
    custom: item.custom ?? {},
    ...(column
      ? {
          lineItem: {
            id: nextColumnId(platform.gradebook),
            scoreMaximum: column.scoreMaximum,
            ...(column.resourceId === undefined ? {} : { resourceId: column.resourceId }),
            ...(column.tag === undefined ? {} : { tag: column.tag }),
          },
        }
      : {}),
  };
}
