import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '@journeybook/database/testing';
import { instant, type OrganizationId, type PersonId } from '@journeybook/domain';
import { digest } from '../services/seal.js';

const dayMilliseconds = 86_400_000;

/** An invitation of a college as the API makes them, with so many days left; answers its secret. */
export async function invite(database: Database, collegeId: OrganizationId, days = 7): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expires = Date.now() + days * dayMilliseconds;
  await database.read.platforms.addInvitation({
    tokenHash: digest(token),
    college: { id: collegeId, name: 'Lakeside Community College' },
    by: randomUUID() as PersonId,
    at: instant(new Date(expires - 7 * dayMilliseconds)),
    expiresAt: instant(new Date(expires)),
  });
  return token;
}
