import express, { Router, type Request, type Response } from 'express';
import { sendAnswer } from '../http/answer.js';
import type { Platform } from '../platform/platform.js';
import { agsScope, nrpsScope } from '../platform/scopes.js';
import { issueToken } from '../token/issue-token.js';
import * as canvasItems from './line-items-canvas.js';
import * as moodleItems from './line-items-moodle.js';
import { listCanvasResults, listMoodleResults } from './list-results.js';
import { mediaType } from './media-types.js';
import { listCanvasMembers } from './members-canvas.js';
import { listMoodleMembers } from './members-moodle.js';
import { postCanvasScore } from './post-score-canvas.js';
import { postMoodleScore } from './post-score-moodle.js';
import { type ColumnCall, openCall, openColumnCall, type ServiceCall, type ServiceRules } from './service-call.js';
import { requireUserAgent, serviceGate } from './service-gate.js';

const readItems: readonly string[] = [agsScope.lineItem, agsScope.lineItemReadonly];
const writeItems: readonly string[] = [agsScope.lineItem];

const rules = {
  members: { scopes: [nrpsScope], accepts: mediaType.members, outlivesCourse: true },
  list: { scopes: readItems, accepts: mediaType.lineItems },
  create: { scopes: writeItems, contentType: mediaType.lineItem },
  read: { scopes: readItems, accepts: mediaType.lineItem },
  change: { scopes: writeItems, contentType: mediaType.lineItem },
  remove: { scopes: writeItems },
  results: { scopes: [agsScope.resultReadonly], accepts: mediaType.results },
  score: { scopes: [agsScope.score], contentType: mediaType.score },
} as const satisfies Record<string, ServiceRules>;

function publishKeys(platform: Platform, res: Response): void {
  const cache = platform.profile === 'canvas' ? { 'cache-control': 'max-age=864000, public' } : {};
  const body = JSON.stringify({ keys: platform.keys.publicJwks() });
  sendAnswer(res, { status: 200, type: 'application/json; charset=utf-8', body, headers: cache });
}

/** Everything the tool's server calls: keys, tokens, names and roles, line items, scores, results. */
export function serviceRoutes(platform: Platform): Router {
  const router = Router();
  const gate = [express.text({ type: () => true, limit: '1mb' }), serviceGate(platform), requireUserAgent(platform)];
  const on = (serviceRules: ServiceRules, run: (call: ServiceCall) => void) => [
    ...gate,
    (req: Request, res: Response) => {
      const call = openCall(platform, { req, res }, serviceRules);
      if (call) run(call);
    },
  ];
  const onColumn = (serviceRules: ServiceRules, run: (call: ColumnCall) => void) => [
    ...gate,
    (req: Request, res: Response) => {
      const call = openColumnCall(platform, { req, res }, serviceRules);
      if (call) run(call);
    },
  ];
  const path = new URL(platform.urls.base).pathname.replace(/\/$/, '');
  const under = (url: string) => new URL(url).pathname.slice(path.length);
  router.get(under(platform.urls.jwks), serviceGate(platform), (_req, res) => publishKeys(platform, res));
  router.post(under(platform.urls.token), gate, (req: Request, res: Response) => issueToken(platform, req, res));

  const moodle = platform.profile === 'moodle';
  const items = moodle ? '/mod/lti/services.php/:course/lineitems' : '/api/lti/courses/:course/line_items';
  const item = moodle ? `${items}/:item/lineitem` : `${items}/:item`;
  const members = moodle
    ? `/mod/lti/services.php/CourseSection/:course/bindings/${platform.deploymentId}/memberships`
    : '/api/lti/courses/:course/names_and_roles';
  router.get(members, on(rules.members, moodle ? listMoodleMembers : listCanvasMembers));
  router.get(items, on(rules.list, moodle ? moodleItems.listMoodleLineItems : canvasItems.listCanvasLineItems));
  router.post(items, on(rules.create, moodle ? moodleItems.createMoodleLineItem : canvasItems.createCanvasLineItem));
  router.get(item, onColumn(rules.read, moodle ? moodleItems.readMoodleLineItem : canvasItems.readCanvasLineItem));
  router.put(
    item,
    onColumn(rules.change, moodle ? moodleItems.changeMoodleLineItem : canvasItems.changeCanvasLineItem),
  );
  router.delete(
    item,
    onColumn(rules.remove, moodle ? moodleItems.removeMoodleLineItem : canvasItems.removeCanvasLineItem),
  );
  router.get(`${item}/results`, onColumn(rules.results, moodle ? listMoodleResults : listCanvasResults));
  router.post(`${item}/scores`, onColumn(rules.score, moodle ? postMoodleScore : postCanvasScore));
  return router;
}
