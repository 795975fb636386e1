import type { Response } from 'express';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The text after the number in the status line, where Moodle puts its reason. */
  readonly reason?: string;
}

/** Sends a service's answer, or half of it when a fault asks for that. */
export function sendAnswer(res: Response, { status, type, body, headers = {}, reason }: Answer): void {
  const bytes = Buffer.from(body, 'utf8');
  res.status(status);
  if (reason) res.statusMessage = reason;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader('content-type', type);
  res.setHeader('content-length', bytes.length);
  if (res.locals['halfPage'] !== true) {
    res.end(bytes);
    return;
  }
  res.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => res.socket?.destroy());
}

export function sendJson(
  res: Response,
  status: number,
  value: unknown,
  type = 'application/json; charset=utf-8',
): void {
  sendAnswer(res, { status, type, body: JSON.stringify(value) });
}
