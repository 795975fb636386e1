import { randomUUID } from 'node:crypto';
import express, { type Request, type Response } from 'express';
import { createRemoteJWKSet, exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { listen } from '../http/listen.js';
import type { LmsRegistration } from '../start-lms-simulator.js';

/** The smallest tool that still checks what it must; only for the tests of this package. */
export interface TinyTool {
  readonly url: string;
  readonly loginUrl: string;
  readonly launchUrl: string;
  readonly jwksUrl: string;
  /** Tells the tool which platform it belongs to. */
  register(registration: LmsRegistration): void;
  /** Parameters of the last login initiation, with the HTTP method it came by. */
  lastLogin(): { readonly method: string; readonly params: Readonly<Record<string, string>> };
  /** Makes the authentication request differ from a right one. */
  alterAuthRequest(change: Readonly<Record<string, string | null>>): void;
  assertion(change?: JWTPayload): Promise<string>;
  /** The token endpoint's answer to a request for these scopes. */
  requestToken(scopes: readonly string[], assertion?: string): Promise<FetchResponse>;
  close(): Promise<void>;
}

type FetchResponse = globalThis.Response;

interface ToolState {
  registration: LmsRegistration | null;
  login: { method: string; params: Record<string, string> };
  change: Readonly<Record<string, string | null>>;
  readonly nonces: Map<string, string>;
}

function registered(state: ToolState): LmsRegistration {
  if (!state.registration) throw new Error('The tool knows no platform yet');
  return state.registration;
}

function login(state: ToolState, launchUrl: string, { req, res }: { req: Request; res: Response }): void {
  const params: Record<string, string> =
    req.method === 'GET' ? { ...(req.query as Record<string, string>) } : { ...req.body };
  state.login = { method: req.method, params };
  const nonce = randomUUID();
  const oidcState = randomUUID();
  state.nonces.set(oidcState, nonce);
  const target = new URL(registered(state).authUrl);
  const request: Record<string, string | null> = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: registered(state).clientId,
    redirect_uri: launchUrl,
    login_hint: params['login_hint'] ?? '',
    lti_message_hint: params['lti_message_hint'] ?? '',
    state: oidcState,
    nonce,
    ...state.change,
  };
  for (const [name, value] of Object.entries(request)) if (value !== null) target.searchParams.set(name, value);
  res.redirect(target.href);
}

async function launch(state: ToolState, { req, res }: { req: Request; res: Response }): Promise<void> {
  const { issuer, clientId, jwksUrl } = registered(state);
  const nonce = state.nonces.get(String(req.body.state));
  state.nonces.delete(String(req.body.state));
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  const options = { issuer, audience: clientId, algorithms: ['RS256'], requiredClaims: ['sub', 'exp', 'iat', 'nonce'] };
  const verified = await jwtVerify(String(req.body.id_token), keys, options).catch((fault: unknown) => String(fault));
  if (typeof verified === 'string' || !nonce || verified.payload['nonce'] !== nonce) {
    res.status(401).json({ refused: typeof verified === 'string' ? verified : 'nonce' });
    return;
  }
  res.json(verified.payload);
}

const toolKeys = generateKeyPair('RS256', { extractable: true });

export async function startTinyTool(): Promise<TinyTool> {
  const server = await listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${server.port}`;
  const { privateKey, publicKey } = await toolKeys;
  const publicJwk = { ...(await exportJWK(publicKey)), kid: 'tool-key', alg: 'RS256', use: 'sig' };
  const state: ToolState = { registration: null, login: { method: '', params: {} }, change: {}, nonces: new Map() };
  const launchUrl = `${url}/lti/launch`;

  const app = express().use(express.urlencoded({ extended: false, limit: '1mb' }));
  app.get('/lti/jwks.json', (_req, res) => res.json({ keys: [publicJwk] }));
  app.all('/lti/login', (req, res) => login(state, launchUrl, { req, res }));
  app.post('/lti/launch', (req, res) => launch(state, { req, res }));
  server.answerWith(app);

  const assertion = (change: JWTPayload = {}): Promise<string> => {
    const { clientId, tokenUrl } = registered(state);
    const iat = Math.floor(Date.now() / 1000);
    const claims = { iss: clientId, sub: clientId, aud: tokenUrl, iat, exp: iat + 300, jti: randomUUID(), ...change };
    return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: 'tool-key' }).sign(privateKey);
  };
  return {
    url,
    loginUrl: `${url}/lti/login`,
    launchUrl,
    jwksUrl: `${url}/lti/jwks.json`,
    register: (registration) => {
      state.registration = registration;
    },
    lastLogin: () => state.login,
    alterAuthRequest: (change) => {
      state.change = change;
    },
    assertion,
    requestToken: async (scopes, given) =>
      fetch(registered(state).tokenUrl, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: given ?? (await assertion()),
          scope: scopes.join(' '),
        }),
      }),
    close: () => server.close(),
  };
}

/** An access token for these scopes. */
export async function accessToken(tool: TinyTool, scopes: readonly string[]): Promise<string> {
  const answer = await tool.requestToken(scopes);
  const body = (await answer.json()) as { access_token?: string };
  if (!body.access_token) throw new Error(`The token endpoint answered ${answer.status}`);
  return body.access_token;
}
