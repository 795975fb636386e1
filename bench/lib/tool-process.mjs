// One LTI tool in a process of its own, asked over the process's channel: so its memory and statements are its alone.
import 'reflect-metadata';
import { watchStatements } from '@journeybook/database/watch-statements';
import { readConfig } from '@journeybook/lti/dist/config.js';
import { readCourseResults, readCourseRoster } from '@journeybook/lti/dist/jobs/read-course.js';
import { seedResults } from '@journeybook/lti/dist/results/seed-results.js';
import { startServer } from '@journeybook/lti/dist/start-server.js';
import { testMachineToken } from '@journeybook/lti/dist/testing/fake-record-api.js';
import { request } from './http.mjs';
import { watchMemory } from './measure.mjs';

const server = await startServer({ ...readConfig(), machineToken: testMachineToken });
const { parts } = server;

const answers = {
  register: async ({ registration }) => void (await parts.store.registrations.save(registration)),
  /** From here on only what is asked for. */
  stopJobs: () => parts.jobs.stop(),
  /** `job` is `roster` or `results`. */
  async read({ contextId, job }) {
    const read = { roster: readCourseRoster, results: readCourseResults }[job];
    const statements = watchStatements();
    const memory = watchMemory();
    const start = performance.now();
    await read({ ...parts, jobs: { ...parts.jobs, send: () => Promise.resolve() } }, { contextId });
    const milliseconds = performance.now() - start;
    statements.stop();
    return { milliseconds, statements: statements.sent.length, megabytes: memory.stop() };
  },
  /** Makes the rows in which Canvas shows grades that are typed. */
  async seed({ contextId }) {
    while (await seedResults(parts, { contextId }));
  },
  /** The same requests once more, with nothing done about the answers. */
  async repeat({ requests }) {
    const start = performance.now();
    for (const { url, ...options } of requests) {
      const { status } = await request(url, options);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
    }
    return { milliseconds: performance.now() - start };
  },
  async stop() {
    await server.close();
    process.disconnect();
  },
};

process.on('message', ({ what, ...given }) => {
  void Promise.resolve(answers[what](given)).then((answer) => process.connected && process.send(answer ?? {}));
});
// Whoever asked may be gone.
process.once('disconnect', () => process.exit());
process.send({});
