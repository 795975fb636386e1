import type { ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { demoPassword } from '../portal/people.js';

const folder = process.env['JOURNEYBOOK_TEST_OVERHEARD'];
const overhear = new URL('../../../packages/database/dist/testing/overhear.js', import.meta.url);

/** Variables by which each server of a product writes down what it answers and is told, and logs all it can; none unless `npm test` asks for it. */
export const overheardEnvironment: Readonly<Record<string, string>> = folder
  ? { NODE_OPTIONS: `--import=${overhear.href}`, LOG_LEVEL: 'trace' }
  : {};

/** What the page for signing in shows of a demo world is no secret there. */
const shownPassword = { value: demoPassword, kind: 'password', handedOutBy: ['GET /api/installation'] };

/** Writes down what the servers of a product log: the lines that its starter puts a server's name before. What it says itself is for the terminal. */
export function overhearLogs({ stdout }: ChildProcess): void {
  if (!folder || !stdout) return;
  mkdirSync(folder, { recursive: true });
  const file = (kind: string) => path.join(folder, `${kind}-product-${process.pid}.jsonl`);
  appendFileSync(file('secrets'), `${JSON.stringify(shownPassword)}\n`);
  createInterface({ input: stdout }).on('line', (line) => {
    const said = /^\[(?:api|lti|demo platform)\] (.*)$/.exec(line)?.[1];
    if (said !== undefined) appendFileSync(file('log'), `${said}\n`);
  });
}
