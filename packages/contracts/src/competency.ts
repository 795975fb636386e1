import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { competencyView } from './record.js';
import { calendarDate, competencyCode, writtenText } from './shared.js';

export const signOffBody = z
  .object({
    competency: competencyCode,
    level: z.int('must be a level of the scale'),
    comment: writtenText(2_000).default(''),
    observedOn: calendarDate,
  })
  .meta({ id: 'SignOff' });

export const competencyEndpoints = {
  signOff: endpoint('POST /api/apprenticeships/:apprenticeship/sign-offs', {
    body: signOffBody,
    reply: competencyView,
  }),
};
