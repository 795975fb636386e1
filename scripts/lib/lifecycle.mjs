import { whenNpmIsGone } from './parent-gone.mjs';

/**
 * Everything that was started, to be stopped in reverse order, once, at a signal or a failure.
 */
export function lifecycle() {
  const stops = [];
  const controller = new AbortController();
  let stopping;
  const stopAll = () => {
    stopping ??= (async () => {
      controller.abort();
      for (const stop of stops.toReversed()) await stop();
    })();
    return stopping;
  };
  return {
    signal: controller.signal,
    atEnd: (stop) => void stops.push(stop),
    stopAll,
    /** Resolves when somebody asks for the end. */
    asked: new Promise((resolve) => {
      // npm passes a signal on that the terminal has sent as well: the second one changes nothing.
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => resolve(name));
      whenNpmIsGone(() => resolve('npm is gone'));
    }),
  };
}
