import { type Client, pickerReportEndpoints } from '@journeybook/contracts';
import type { LtiStore } from '@journeybook/database/lti';
import type { Response } from 'express';
import { type DeepLinkingRequest, parseDeepLinking } from '../../protocol/parse-deep-linking.js';
import { type LaunchedCourse, offersGrades } from '../../protocol/parse-launch.js';
import type { Sealer } from '../../services/seal.js';
import type { ActiveDeployment, AdmittedLaunch } from '../admitted-launch.js';
import { keepFramers } from '../../framing/framers.js';
import { frameAncestors } from '../../framing/frame-ancestors.js';
import { opened, type OpenedTools } from '../reload/opened.js';
import { type LaunchRefusal, launchRefusals } from '../refusal.js';
import { type FramePageTools, sendFramePage } from '../send-frame-page.js';
import { apologise, refuse } from '../show-page.js';
import { sealTicket, type Ticket } from './ticket.js';

export interface PickerTools extends FramePageTools, OpenedTools {
  readonly store: LtiStore;
  readonly record: Client;
  readonly allowLoopback: boolean;
  readonly ticketSealer: Sealer;
  /** Where the page brings the choice. */
  readonly answerUrl: string;
}

/**
 * Opens the page on which an instructor chooses what a new link is for, for a verified deep-linking request. Whoever may not choose
 * reads why, and is led back all the same: a platform always gets an answer (LTI Deep Linking 2.0, 3.4).
 */
export async function openPicker(tools: PickerTools, admitted: AdmittedLaunch, response: Response): Promise<void> {
  const { deployment } = admitted.state;
  const request = parseDeepLinking(admitted.payload);
  if (!request || deployment?.status !== 'active') return refuse(tools, response, 'claims-incomplete');
  const ticket = ticketFor(tools, admitted, { request, deployment });
  keepFramers(response, ticket.ancestors);
  const refusal = refusalOf(request);
  if (refusal) {
    const sealed = sealTicket(tools.ticketSealer, { ...ticket, error: launchRefusals[refusal].what }, new Date());
    return refuse(tools, response, refusal, { back: { action: tools.answerUrl, fields: { ticket: sealed } } });
  }
  const reported = await report(tools, admitted, { request, deployment }).catch((error: unknown) =>
    apologise(tools, response, 'record-unreachable', error),
  );
  if (!reported) return;
  const sealed = sealTicket(tools.ticketSealer, { ...ticket, picker: reported.picker }, new Date());
  const picker = { ticket: sealed, answerUrl: tools.answerUrl, multiple: ticket.multiple };
  await sendFramePage(tools, response, {
    told: { code: reported.code, ...opened(tools, response, admitted), picker },
    mayChoose: true,
  });
}

interface Asked {
  readonly request: DeepLinkingRequest;
  readonly deployment: ActiveDeployment;
}

function refusalOf({ role, course, settings }: DeepLinkingRequest): LaunchRefusal | null {
  if (role !== 'instructor') return 'role-not-offered';
  if (!settings.acceptTypes.includes('ltiResourceLink')) return 'content-not-taken';
  return course ? null : 'course-missing';
}

function ticketFor(
  tools: PickerTools,
  { state }: AdmittedLaunch,
  { request, deployment }: Asked,
): Omit<Ticket, 'expiresAt'> {
  const { registration } = state;
  const { settings, course } = request;
  const { returnUrl, acceptMultiple: multiple, acceptLineItem, data } = settings;
  return {
    issuer: registration.issuer,
    clientId: registration.clientId,
    profile: registration.profile,
    deploymentId: deployment.deploymentId,
    deployment: deployment.id,
    lmsContextId: course?.id ?? null,
    picker: null,
    returnUrl,
    multiple,
    // Where a platform says nothing it may take one, and otherwise leaves it out by itself (lti.md 4.3).
    lineItem: acceptLineItem ?? true,
    ancestors: frameAncestors({ registration, returnUrl, allowLoopback: tools.allowLoopback }),
    ...(data === undefined ? {} : { data }),
    error: null,
  };
}

async function report(tools: PickerTools, { state }: AdmittedLaunch, { request, deployment }: Asked) {
  const { registration } = state;
  const { id, label, title, sisId } = request.course as LaunchedCourse;
  const { services } = request;
  const { contextId } = await tools.store.contexts.saveSeen({
    deployment: deployment.id,
    lmsContextId: id,
    label,
    title,
    sisId,
    lineItemsUrl: services.lineItemsUrl,
    rosterUrl: services.rosterUrl,
    scopes: services.scopes,
    link: null,
    at: new Date(),
  });
  return tools.record(pickerReportEndpoints.reportPicker, {
    body: {
      collegeId: deployment.collegeId,
      registrationId: registration.id,
      platformName: registration.name,
      context: { id: contextId, label, title, sisId },
      person: request.person,
      services: { roster: services.rosterUrl !== null, grades: offersGrades(services) },
    },
  });
}
