import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { request } from './http.mjs';
import { inTurns, ratio } from './measure.mjs';
import { startStockWorld } from './stock-world.mjs';
import { launchOnce, placeOf, startToolWorld } from './tool-world.mjs';

const [launches, atOnce] = [80, 8];
const pace = { rounds: 12, warmUp: 3 };

/**
 * Our tool against ltijs as it comes, in turns, on the same PostgreSQL: each login and each launch with its cookies, until the page is
 * there. The platform signs between the two, off the clock. Stock ltijs asks the platform for its keys at every launch, which answers
 * at once here; ours keeps them, and reports every launch to the API.
 */
export async function benchLaunchesPerSecond(servers) {
  const ours = await startToolWorld(servers, 'moodle');
  const stock = await startStockWorld(servers);
  try {
    const ways = { ours: await launcher(ours), whole: await launcher(servers), stock: await launcher(stock) };
    const times = await inTurns(ways, pace);
    if (ours.reported.reportLaunch.length < launches * (pace.rounds + pace.warmUp))
      throw new Error('launches were answered but not reported');
    return {
      what: `${launches} launches, ${atOnce} at a time: our tool, and stock ltijs with ltijs-sequelize and a page of one line`,
      milliseconds: {
        'ours, the smallest API behind it': times.ours,
        'ours, the real API': times.whole,
        stock: times.stock,
      },
      figures: {
        'ours, the smallest API behind it': perSecond(times.ours),
        'ours, the real API': perSecond(times.whole),
        'stock ltijs': perSecond(times.stock),
      },
      ratios: {
        'launches per second, smallest API : stock': ratio(times.stock, times.ours),
        'launches per second, real API : stock': ratio(times.stock, times.whole),
      },
    };
  } finally {
    await ours.stop();
    await stock.stop();
  }
}

const perSecond = (milliseconds) => `${Math.round((launches / milliseconds) * 1_000)} a second`;

/** Launches so many times and answers the milliseconds that the tool was at work. */
async function launcher({ tool, platform }) {
  const { issuer, clientId, deploymentId } = platform.registration;
  const target = `${tool}/lti/launch`;
  const { id_token: good } = await launchOnce(platform, placeOf('moodle', 'learner'));
  const login = `${tool}/lti/login?${new URLSearchParams({
    iss: issuer,
    target_link_uri: target,
    login_hint: '1',
    lti_message_hint: '1',
    client_id: clientId,
    lti_deployment_id: deploymentId,
  })}`;
  const claims = decodeJwt(good);
  const sign = async ({ headers }, place) => {
    const asked = new URL(headers.location).searchParams;
    const now = Math.floor(Date.now() / 1_000);
    // Each is somebody else: stock ltijs refuses one of two launches of the same person at the same moment.
    const sub = String(20_000 + place);
    const fresh = { ...claims, sub, nonce: asked.get('nonce'), iat: now, exp: now + 60, jti: randomUUID() };
    return {
      cookie: cookiesOf(headers),
      body: `${new URLSearchParams({ id_token: await platform.control.signIdToken(fresh), state: asked.get('state') })}`,
    };
  };
  return async () => {
    const [sent, logins] = await timed(() => spread(Array.from({ length: launches }), () => request(login)));
    const forms = await spread(sent, sign);
    const [, posts] = await timed(() => spread(forms, (form) => launch(target, form)));
    return logins + posts;
  };
}

async function timed(act) {
  const start = performance.now();
  return [await act(), performance.now() - start];
}

/** Posts the form as a browser would and follows the tool to its page. */
async function launch(target, { cookie, body }) {
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  let answer = await request(target, { method: 'POST', headers, body });
  if (answer.status === 302) {
    const cookies = `${cookie}; ${cookiesOf(answer.headers)}`;
    answer = await request(new URL(answer.headers.location, target), { headers: { cookie: cookies } });
  }
  if (answer.status !== 200) throw new Error(`${target} answered ${answer.status}: ${answer.bytes}`);
}

const cookiesOf = (headers) => (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');

/** Does something with each, so many at a time; answers in their order. */
async function spread(list, act) {
  const answers = [];
  const waiting = list.entries();
  const work = async () => {
    for (const [place, one] of waiting) answers[place] = await act(one, place);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}
