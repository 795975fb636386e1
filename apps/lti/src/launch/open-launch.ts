import { type Client, lmsEndpoints } from '@journeybook/contracts';
import type { Deployment, LtiStore, Registration } from '@journeybook/database/lti';
import type { Response } from 'express';
import { type Launch, offersGrades, parseLaunch } from '../protocol/parse-launch.js';
import type { AdmittedLaunch } from './admit-launch.js';
import type { FramePage } from './frame-page.js';
import { frameAncestors, framePolicy } from './page-policy.js';
import { sendPage } from './send-page.js';
import { apologise, type PageTools, refuse } from './show-page.js';

export interface OpenLaunchTools extends PageTools {
  readonly store: LtiStore;
  readonly record: Client;
  readonly apiUrl: string;
  readonly framePage: FramePage;
  readonly allowLoopback: boolean;
}

interface ReportedPlace {
  readonly registration: Registration;
  readonly contextId: string;
  readonly collegeId: string;
}

/** Opens a verified launch: saves where it came from, reports it, and answers with the page that trades the code for a session. */
export async function openLaunch(tools: OpenLaunchTools, admitted: AdmittedLaunch, response: Response): Promise<void> {
  const { registration, deployment } = admitted.state;
  const launch = parseLaunch(admitted.payload);
  if (!launch || deployment?.status !== 'active') return refuse(tools, response, 'claims-incomplete');
  const contextId = await saveSeen(tools.store, launch, deployment);
  const code = await report(tools, launch, { registration, contextId, collegeId: deployment.collegeId }).catch(
    (error: unknown) => apologise(tools, response, 'record-unreachable', error),
  );
  if (code === undefined) return;
  const html = await tools.framePage
    .render({ code, apiUrl: tools.apiUrl })
    .catch((error: unknown) => apologise(tools, response, 'page-missing', error));
  if (html === undefined) return;
  const ancestors = frameAncestors({ registration, returnUrl: launch.returnUrl, allowLoopback: tools.allowLoopback });
  sendPage(response, { status: 200, html, policy: framePolicy(ancestors, tools.apiUrl) });
}

function saveSeen(store: LtiStore, { course, link, services }: Launch, deployment: Deployment) {
  return store.contexts.saveSeen({
    deployment: deployment.id,
    lmsContextId: course.id,
    label: course.label,
    title: course.title,
    sisId: course.sisId,
    lineItemsUrl: services.lineItemsUrl,
    rosterUrl: services.rosterUrl,
    scopes: services.scopes,
    link: { id: link.id, title: link.title, lineItemUrl: services.lineItemUrl },
    at: new Date(),
  });
}

async function report({ record }: OpenLaunchTools, launch: Launch, place: ReportedPlace): Promise<string> {
  const { registration, contextId, collegeId } = place;
  const { id: lmsId, label, title, sisId, history } = launch.course;
  const { code } = await record(lmsEndpoints.reportLaunch, {
    body: {
      collegeId,
      registrationId: registration.id,
      platformName: registration.name,
      context: { id: contextId, label, title, sisId, lmsId, history: [...history] },
      person: launch.person,
      role: launch.role,
      services: { roster: launch.services.rosterUrl !== null, grades: offersGrades(launch.services) },
    },
  });
  return code;
}
