import http from 'node:http';

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

/** One request over a kept connection; answers status, headers and the bytes. */
export function request(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { method, headers, agent }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A JSON call that must succeed. */
export async function call(url, { body, cookie, method = body ? 'POST' : 'GET' } = {}) {
  const answer = await request(url, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(cookie ? { cookie } : {}) },
    body: body && JSON.stringify(body),
  });
  if (answer.status >= 300) throw new Error(`${method} ${url} answered ${answer.status}: ${answer.bytes}`);
  return { ...answer, json: answer.bytes.length > 0 ? JSON.parse(answer.bytes.toString()) : null };
}

/** The cookie of a signed-in session. */
export async function signIn(api, email) {
  const { headers } = await call(`${api}/api/session`, { body: { email, password: 'journeybook-demo' } });
  return headers['set-cookie'][0].split(';')[0];
}

/** A Node server that only sends these bytes. */
export async function bareServer(bytes) {
  const server = http.createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(bytes),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
