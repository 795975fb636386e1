import { createHash, randomInt } from 'node:crypto';
import type { Platform } from '../platform/platform.js';
import type { LmsPerson } from '../world/world.js';

/** The LTI 1.1 way to send a grade, which Moodle still offers in every graded activity. */
export function basicOutcome(platform: Platform, linkId: string, person: LmsPerson): Record<string, string> {
  const data = {
    instanceid: linkId,
    userid: person.sub,
    typeid: platform.deploymentId,
    launchid: randomInt(1_000_000_000, 2_000_000_000),
  };
  const hash = createHash('sha256').update(JSON.stringify(data)).update(platform.hintSecret).digest('hex');
  return {
    lis_result_sourcedid: JSON.stringify({ data, hash }),
    lis_outcome_service_url: `${platform.urls.base}/mod/lti/service.php`,
  };
}
