/** The part of ltijs 5.9.9 that is used here; its own package has no types (lti.md 1.11). */
declare module 'ltijs' {
  import type { Express, NextFunction, Request, Response } from 'express';

  type Row = Record<string, unknown>;

  /** What ltijs asks of a database. `Get` answers false, not an empty list, when there is nothing. */
  interface DatabasePlugin {
    setup(): Promise<boolean>;
    Close(): Promise<boolean>;
    Get(encryptionKey: string | false, collection: string, query?: Row): Promise<Row[] | false>;
    Insert(encryptionKey: string | false, collection: string, item: Row, index?: Row): Promise<boolean>;
    Replace(encryptionKey: string | false, collection: string, query: Row, item: Row, index?: Row): Promise<boolean>;
    Modify(encryptionKey: string | false, collection: string, query: Row, change: Row): Promise<boolean>;
    Delete(collection: string, query: Row): Promise<boolean>;
  }

  interface ProviderOptions {
    appRoute: string;
    loginRoute: string;
    keysetRoute: string;
    dynRegRoute: string;
    cookies: { secure: boolean; sameSite: 'None' };
    ltiaas: boolean;
    tokenMaxAge: number | false;
    cors: boolean;
    serverAddon: (app: Express) => void;
  }

  type LaunchHandler = (token: unknown, request: Request, response: Response, next: NextFunction) => unknown;
  type Handler = (request: Request, response: Response, next: NextFunction) => unknown;

  class LtiProvider {
    readonly app: Express;
    setup(encryptionKey: string, database: { plugin: DatabasePlugin }, options: ProviderOptions): this;
    deploy(options: { serverless: true; silent: true }): Promise<true>;
    close(options: { silent: true }): Promise<true>;
    onConnect(handler: LaunchHandler): true;
    onDeepLinking(handler: LaunchHandler): true;
    onInvalidToken(handler: Handler): true;
    onSessionTimeout(handler: Handler): true;
    onInactivePlatform(handler: Handler): true;
    onUnregisteredPlatform(handler: Handler): true;
  }

  /** One instance for the whole module; its constructor makes others. */
  export const Provider: LtiProvider & { readonly constructor: new () => LtiProvider };
}
