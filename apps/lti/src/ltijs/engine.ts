import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Provider } from 'ltijs';
import { installGuard } from './guard.js';
import type { LaunchDoor } from './launch-door.js';
import { noStoragePlugin } from './no-storage-plugin.js';

export interface LtiEngine {
  /** Answers `/login` and `/launch`; everything else is passed on. To be mounted before any body parser. */
  readonly handler: RequestHandler;
  close(): Promise<void>;
}

export const launchPaths: Record<string, readonly string[]> = { '/login': ['GET', 'POST'], '/launch': ['GET', 'POST'] };

/**
 * ltijs 5.9.9 as the protocol engine: the OIDC redirect, the signature and the basic claims. Everything else is the door's
 * (lti.md 7.2).
 */
export async function createLtiEngine(
  door: LaunchDoor,
  { cookieSecret, publicUrl }: { readonly cookieSecret: string; readonly publicUrl: string },
): Promise<LtiEngine> {
  // The module's own instance can be set up only once per process; tests and servers have one each.
  const provider = new Provider.constructor();
  provider.setup(
    cookieSecret,
    { plugin: noStoragePlugin },
    {
      appRoute: '/launch',
      loginRoute: '/login',
      keysetRoute: '/ltijs-keys',
      dynRegRoute: '/ltijs-register',
      cookies: { secure: true, sameSite: 'None' },
      ltiaas: true,
      tokenMaxAge: false,
      cors: false,
      serverAddon: (app) => installGuard(app, door, publicUrl),
    },
  );
  for (const opened of ['onConnect', 'onDeepLinking'] as const)
    provider[opened]((_token, request, response, next) => door.launched(request, response).catch(next));
  for (const refuse of ['onInvalidToken', 'onSessionTimeout', 'onInactivePlatform', 'onUnregisteredPlatform'] as const)
    provider[refuse]((_request, response, next) =>
      door.notVerified(response, reasonIn(response) ?? refuse).catch(next),
    );
  await deploy(provider);
  return {
    handler: (request: Request, response: Response, next: NextFunction) => {
      if (!launchPaths[request.path]?.includes(request.method)) return next();
      // Express 5 reads the query through its own prototype, which ltijs's Express 4 takes away.
      Object.defineProperty(request, 'query', { value: request.query, writable: true, configurable: true });
      return provider.app(request, response, next);
    },
    close: async () => void (await provider.close({ silent: true })),
  };
}

// deploy() leaves a SIGINT listener that ends the process whatever else is still to be done.
async function deploy(provider: InstanceType<typeof Provider.constructor>): Promise<void> {
  const before = new Set(process.listeners('SIGINT'));
  await provider.deploy({ serverless: true, silent: true });
  for (const listener of process.listeners('SIGINT')) if (!before.has(listener)) process.off('SIGINT', listener);
}

const reasonIn = (response: Response): string | undefined =>
  (response.locals['err'] as { details?: { message?: string } } | undefined)?.details?.message;
