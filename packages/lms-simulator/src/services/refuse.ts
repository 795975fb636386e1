import type { Request, Response } from 'express';
import { sendAnswer } from '../http/answer.js';
import type { Platform } from '../platform/platform.js';

const canvasTypes: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  412: 'precondition_failed',
  422: 'unprocessable_entity',
};

export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Refuses a service call in the product's own shape. Moodle repeats the reason in the status line. */
export function refuseService(platform: Platform, req: Request, res: Response, { status, reason }: Refusal): void {
  const request = { method: req.method, url: new URL(req.originalUrl, platform.urls.base).href };
  const body =
    platform.profile === 'moodle'
      ? JSON.stringify({ status, reason, request }, null, 4)
      : JSON.stringify({ errors: { type: canvasTypes[status] ?? 'error', message: reason } });
  const type = 'application/json; charset=utf-8';
  sendAnswer(res, platform.profile === 'moodle' ? { status, type, body, reason } : { status, type, body });
}
