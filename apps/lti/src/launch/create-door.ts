import { messageType, claim } from '../protocol/claim-names.js';
import type { LaunchDoor } from '../ltijs/launch-door.js';
import { admitLaunch, type LaunchTools } from './admit-launch.js';
import { admitLogin, type LoginTools, sendToPlatform } from './admit-login.js';
import type { AdmittedLaunch } from './admitted-launch.js';
import { openPicker, type PickerTools } from './deep-linking/open-picker.js';
import { holdDeployment } from './hold-deployment.js';
import { keepFramers } from '../framing/framers.js';
import { openLaunch, type OpenLaunchTools } from './open-launch.js';
import { frameAncestors } from '../framing/frame-ancestors.js';
import { refuse } from './show-page.js';
import { saidReturnUrl } from './way-back.js';

/** The tool's door: every decision about logins and launches, for ltijs to be held between. */
export function createDoor(tools: LoginTools & LaunchTools & OpenLaunchTools & PickerTools): LaunchDoor {
  return {
    admitLogin: (request, response) => admitLogin(tools, request, response),
    sendToPlatform: (login, departure) => sendToPlatform(tools, login, departure),
    admitLaunch: (request, response, cookieIssuer) => admitLaunch(tools, request, response, cookieIssuer),
    launched: async (_request, response) => {
      const admitted = response.locals['admitted'] as AdmittedLaunch;
      const { state, payload } = admitted;
      keepFramers(
        response,
        frameAncestors({ ...state, returnUrl: saidReturnUrl(payload), allowLoopback: tools.allowLoopback }),
      );
      if (await holdDeployment(tools, admitted, response)) return;
      const open = payload[claim.messageType] === messageType.deepLinking ? openPicker : openLaunch;
      await open(tools, admitted, response);
    },
    notVerified: (response, reason) => refuse(tools, response, 'signature-wrong', { detail: reason }),
  };
}
