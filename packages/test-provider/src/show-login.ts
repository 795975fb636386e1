import type { IncomingMessage, ServerResponse } from 'node:http';

/** The page on which a user of the provider says who they are. */
export const showLogin = {
  show(response: ServerResponse, action: string): void {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
      <html lang="en"><title>College sign-in</title><h1>College sign-in</h1>
      <form method="post" action="${encodeURI(action)}"><label>User <input name="login"></label><button>Go on</button></form>`);
  },
  /** Who they say. */
  async read(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('login') ?? '';
  },
};
