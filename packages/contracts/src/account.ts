import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { emailAddress, linkToken, newPassword } from './people.js';
import { instant } from './shared.js';

export const accountSession = z.object({
  id: z.string(),
  device: z.string(),
  since: instant,
  lastUsedAt: instant,
  isCurrent: z.boolean(),
});
export type AccountSession = z.output<typeof accountSession>;

export const accountEndpoints = {
  changePassword: endpoint('POST /api/account/password', {
    body: z.object({
      current: z.string().min(1, 'enter your password').max(512, 'is too long'),
      password: newPassword,
    }),
  }),
  listSessions: endpoint('GET /api/account/sessions', { reply: z.object({ sessions: z.array(accountSession) }) }),
  endSession: endpoint('DELETE /api/account/sessions/:session', {}),
  endOtherSessions: endpoint('DELETE /api/account/sessions', {}),
  forgotPassword: endpoint('POST /api/forgotten', { body: z.object({ email: emailAddress }) }),
  resetPassword: endpoint('POST /api/forgotten/password', {
    body: z.object({ token: linkToken, password: newPassword }),
  }),
};
