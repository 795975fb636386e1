import { readFileSync } from 'node:fs';

/** Reads one of the recordings this package carries, as it was sent. */
export function readCapture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../captures/${name}`, import.meta.url), 'utf8')) as T;
}

/** What changes from one launch to the next, made equal so that everything else can be compared. */
export function settle(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replace(/sesskey=\w+/g, 'sesskey=KEY')
    .replace(/\\"launchid\\":\d+/g, '\\"launchid\\":0')
    .replace(/\\"hash\\":\\"[0-9a-f]{64}\\"/g, '\\"hash\\":\\"HASH\\"')
    .replace(/ltilaunch(_ContentItemSelectionRequest|\d+_)\d+/g, 'ltilaunch$1N');
  const settled: unknown = JSON.parse(text);
  return settled;
}
