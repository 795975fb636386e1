import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from './plain-error.mjs';
import { root } from './project.mjs';

const lastLines = 20;

/**
 * One of the product's servers in a process of its own.
 * @param {{ name: string, script: string, env: Record<string, string>, health: string, nodeArgs?: readonly string[] }} server
 *   health: the address that answers 200 when it is ready
 */
export function startServer({ name, script, env, health, nodeArgs = [] }) {
  const preload = new URL('./end-with-parent.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', preload, ...nodeArgs, script], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Its own process group: Ctrl-C reaches the starter only, which stops everything in order.
    detached: true,
  });
  const log = readLog(child, name);
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? `code ${code ?? 1}`)));
  child.once('error', () => {});
  return {
    name,
    ended: ended.then((how) => ({ name, how, lines: log.lines })),
    ready: () => waitForHealth(name, health, ended, log),
    /** From now on what the server says goes to the terminal. */
    show: () => (log.shown = true),
    stop: () => stop(child, ended),
  };
}

function readLog(child, name) {
  const log = { lines: [], shown: false };
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        log.lines = [...log.lines, line].slice(-lastLines);
        if (log.shown) console.log(`[${name}] ${line}`);
      }
    });
    stream.on('end', () => rest && log.lines.push(rest));
  }
  return log;
}

async function waitForHealth(name, health, ended, log) {
  const state = { how: undefined };
  void ended.then((end) => (state.how = end));
  const deadline = Date.now() + 60_000;
  while (state.how === undefined && Date.now() < deadline) {
    const answer = await fetch(health, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await pause(50);
  }
  const happened = state.how
    ? `ended before it was ready (${state.how})`
    : `did not answer at ${health} within a minute`;
  throw new PlainError(endMessage(name, happened, log.lines));
}

/** @param {string} name @param {string} happened @param {readonly string[]} lines what the server said last */
export function endMessage(name, happened, lines) {
  return [`${name} ${happened}.${lines.length > 0 ? ' It said last:' : ''}`, ...lines.map((line) => `  ${line}`)].join(
    '\n',
  );
}

async function stop(child, ended) {
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(forced);
}
