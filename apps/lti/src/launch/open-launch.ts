import { type Client, lmsEndpoints } from '@journeybook/contracts';
import type { LtiStore, Registration, SeenPlace } from '@journeybook/database/lti';
import type { Response } from 'express';
import { courseEnd } from '../protocol/course-end.js';
import { type Launch, offersGrades, parseLaunch } from '../protocol/parse-launch.js';
import type { ActiveDeployment, AdmittedLaunch } from './admitted-launch.js';
import { opened, type OpenedTools } from './reload/opened.js';
import { type FramePageTools, sendFramePage } from './send-frame-page.js';
import { apologise, refuse } from './show-page.js';

export interface OpenLaunchTools extends FramePageTools, OpenedTools {
  readonly store: LtiStore;
  readonly record: Client;
  readonly allowLoopback: boolean;
}

/** Opens a verified launch: saves where it came from, reports it, and answers with the page that trades the code for a session. */
export async function openLaunch(tools: OpenLaunchTools, admitted: AdmittedLaunch, response: Response): Promise<void> {
  const { registration, deployment } = admitted.state;
  const launch = parseLaunch(admitted.payload);
  if (!launch || deployment?.status !== 'active') return refuse(tools, response, 'claims-incomplete');
  const place = await saveSeen(tools.store, { ...launch, endsAt: courseEnd(admitted.payload) }, deployment);
  const code = await report(tools, launch, { registration, place, collegeId: deployment.collegeId }).catch(
    (error: unknown) => apologise(tools, response, 'record-unreachable', error),
  );
  if (code === undefined) return;
  await sendFramePage(tools, response, {
    told: { code, ...opened(tools, response, admitted) },
    mayChoose: false,
  });
}

type SeenLaunch = Launch & { readonly endsAt: Date | null };

function saveSeen(
  store: LtiStore,
  { course, link, services, noticesUrl, endsAt }: SeenLaunch,
  deployment: ActiveDeployment,
): Promise<SeenPlace> {
  return store.contexts.saveSeen({
    deployment: deployment.id,
    lmsContextId: course.id,
    label: course.label,
    title: course.title,
    sisId: course.sisId,
    lineItemsUrl: services.lineItemsUrl,
    rosterUrl: services.rosterUrl,
    scopes: services.scopes,
    link: { ...link, lineItemUrl: services.lineItemUrl },
    endsAt,
    noticesUrl,
    at: new Date(),
  });
}

/** What the launch itself tells comes first: the nearest course of its list is the nearest there is (at most 200, as the API takes). */
const copiedFrom = ({ course }: Launch, place: SeenPlace): readonly string[] =>
  [...new Set([...course.history, ...place.copiedFrom])].slice(0, 200);

interface ReportedPlace {
  readonly registration: Registration;
  readonly place: SeenPlace;
  readonly collegeId: string;
}

async function report({ record }: OpenLaunchTools, launch: Launch, reported: ReportedPlace): Promise<string> {
  const { registration, place, collegeId } = reported;
  const { label, title, sisId } = launch.course;
  // A part of a course is known by its link; what was copied is said of whole courses.
  const { id: lmsId, history } =
    place.part === '' ? { ...launch.course, history: copiedFrom(launch, place) } : { id: null, history: [] };
  const { code } = await record(lmsEndpoints.reportLaunch, {
    body: {
      collegeId,
      registrationId: registration.id,
      platformName: registration.name,
      context: {
        id: place.contextId,
        label,
        // The parts of one course of the platform are told apart by their links.
        title: place.part === '' ? title : (launch.link.title ?? title),
        sisId,
        lmsId,
        history: [...history],
      },
      person: launch.person,
      role: launch.role,
      services: { roster: launch.services.rosterUrl !== null, grades: offersGrades(launch.services) },
      pick: place.pick,
    },
  });
  return code;
}
