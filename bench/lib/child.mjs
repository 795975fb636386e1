import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts a script beside this one as a process that is asked one thing at a time; resolves when it is ready. */
export async function startChild(script, env) {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    env,
    // What a server says of its start is nobody's result.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = () =>
    new Promise((resolve, reject) => {
      const ended = (code) => reject(new Error(`${script} ended (${code})`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message);
      });
    });
  await answer();
  return {
    ask(what, given = {}) {
      const answered = answer();
      child.send({ what, ...given });
      return answered;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send({ what: 'stop' });
      await ended;
    },
  };
}
