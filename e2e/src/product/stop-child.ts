import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const patienceMs = 30_000;

/** Ends a process as Ctrl-C would, and waits until it is gone; one that does not listen is killed. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await gone;
  clearTimeout(forced);
}
