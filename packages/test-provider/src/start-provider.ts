import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWTPayload } from 'jose';
import { decodeJwt } from 'jose';
import { Provider } from 'oidc-provider';
import { showLogin } from './show-login.js';
import type { SigningKey } from './sign-token.js';
import { newKey } from './sign-token.js';

/** What the provider knows of one of its users, by their login. */
export interface ProviderUser {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** Puts another token in the place of the one that would be right. */
export type Tamper = (claims: JWTPayload, key: SigningKey) => string | Promise<string>;

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  /** Who can sign in there. */
  readonly users: Map<string, ProviderUser>;
  /** Lets people be sent back to these addresses. */
  register(...redirectAddresses: string[]): void;
  /** Signs this user in without showing a page; null shows it. */
  signInAs(login: string | null): void;
  tamper(change: Tamper | null): void;
  /** What was asked of it, e.g. `GET /.well-known/openid-configuration`. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

const [clientId, secret] = ['journeybook', 'the-secret-of-the-client'];

/** A real OpenID Connect provider on this machine, certified software but for the users and what a test makes it do wrong. */
export async function startProvider(): Promise<TestProvider> {
  const key = await newKey('key-1');
  const users = new Map<string, ProviderUser>();
  const state: { login: string | null; change: Tamper | null } = { login: null, change: null };
  const asked: string[] = [];
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
    void response.writeHead(503).end();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const register = (...redirectAddresses: string[]) => {
    answer = answerWith(makeProvider(issuer, { key, users, redirectAddresses, state }), { users, state });
  };
  register('http://nowhere.example/back');
  return {
    issuer,
    clientId,
    secret,
    users,
    asked,
    register,
    signInAs: (login) => void (state.login = login),
    tamper: (change) => void (state.change = change),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

interface Parts {
  readonly key: SigningKey;
  readonly users: ReadonlyMap<string, ProviderUser>;
  readonly redirectAddresses: readonly string[];
  readonly state: { readonly change: Tamper | null };
}

function makeProvider(issuer: string, { key, users, redirectAddresses, state }: Parts): Provider {
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: secret, redirect_uris: [...redirectAddresses] }],
    jwks: { keys: [key.jwk] },
    cookies: { keys: ['cookies of a test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: [] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/login/${uid}` },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    findAccount: (_, login) => {
      const user = users.get(login);
      // The subject is the provider's own name for the user; everything else is claimed of them.
      return user && { accountId: login, claims: () => ({ ...user }) };
    },
    loadExistingGrant: async (ctx) => {
      const { client, session, provider: running } = ctx.oidc;
      const grant = new running.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (state.change && ctx.path === '/token' && body?.id_token)
      ctx.body = { ...body, id_token: await state.change(decodeJwt(body.id_token), key) };
  });
  return provider;
}

function answerWith(
  provider: Provider,
  { users, state }: { users: ReadonlyMap<string, ProviderUser>; state: { readonly login: string | null } },
) {
  const handle = provider.callback();
  const finish = (request: IncomingMessage, response: ServerResponse, login: string | null) =>
    provider.interactionFinished(
      request,
      response,
      login !== null && users.has(login)
        ? { login: { accountId: login, remember: false } }
        : { error: 'access_denied', error_description: 'nobody signed in' },
    );
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!request.url?.startsWith('/login/')) return void handle(request, response);
    if (state.login !== null) return void finish(request, response, state.login);
    if (request.method === 'POST')
      return void showLogin.read(request).then((login) => finish(request, response, login));
    showLogin.show(response, request.url);
  };
}
