import type { JWTPayload } from 'jose';
import { canvasClaims } from './canvas-claims.js';
import type { Launch } from './launch.js';
import { moodleClaims } from './moodle-claims.js';

/** The id_token claims of a launch as the platform's product shapes them. */
export function buildClaims(launch: Launch): JWTPayload {
  return launch.platform.profile === 'moodle' ? moodleClaims(launch) : canvasClaims(launch);
}
