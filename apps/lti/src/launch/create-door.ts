import type { LaunchDoor } from '../ltijs/launch-door.js';
import { admitLaunch, type AdmittedLaunch, type LaunchTools } from './admit-launch.js';
import { admitLogin, sendToPlatform } from './admit-login.js';
import { openLaunch, type OpenLaunchTools } from './open-launch.js';
import { refuse } from './show-page.js';

/** The tool's door: every decision about logins and launches, for ltijs to be held between. */
export function createDoor(tools: LaunchTools & OpenLaunchTools): LaunchDoor {
  return {
    admitLogin: (request, response) => admitLogin(tools, request, response),
    sendToPlatform: (login, departure) => sendToPlatform(tools, login, departure),
    admitLaunch: (request, response, cookieIssuer) => admitLaunch(tools, request, response, cookieIssuer),
    launched: (_request, response) => openLaunch(tools, response.locals['admitted'] as AdmittedLaunch, response),
    notVerified: (response, reason) => refuse(tools, response, 'signature-wrong', { detail: reason }),
  };
}
