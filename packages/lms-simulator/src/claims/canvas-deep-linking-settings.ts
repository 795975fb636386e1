import type { JWTPayload } from 'jose';
import { claim } from './claim-names.js';
import type { Launch } from './launch.js';

/** The settings of the two Canvas placements the simulator offers: an assignment's tool, a learner's homework. */
export function canvasDeepLinkingSettings({ platform, course, enrolment, sesskey }: Launch): JWTPayload {
  const homework = enrolment?.role === 'learner';
  const placement = homework ? 'homework_submission' : 'assignment_selection';
  const query = `data=${sesskey}&modal=true&placement=${placement}`;
  return {
    [claim.deepLinkingSettings]: {
      deep_link_return_url: `${platform.urls.base}/courses/${course.id}/deep_linking_response?${query}`,
      accept_types: homework ? ['file', 'ltiResourceLink'] : ['ltiResourceLink'],
      accept_presentation_document_targets: homework ? ['iframe'] : ['iframe', 'window'],
      accept_media_types: homework ? '*/*' : 'application/vnd.ims.lti.v1.ltilink',
      auto_create: false,
      accept_multiple: false,
      validation_context: null,
      errors: { errors: {} },
    },
  };
}
