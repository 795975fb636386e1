import { type Client, ProblemError } from '@journeybook/contracts';

/** Asks whoever is signed in to prove again that it is them; answers whether they did. */
export type AskAgain = () => Promise<boolean>;

/**
 * A client that repeats a call once when the API wants a fresh sign-in for it and the person proved again that it is them. What called
 * it only waits longer, so nothing that was typed is lost. Whoever would not prove it gets the refusal.
 */
export function askingAgain(client: Client, ask: AskAgain): Client {
  return async (endpoint, input) => {
    try {
      return await client(endpoint, input);
    } catch (error) {
      const isStale = error instanceof ProblemError && error.problem.kind === 'fresh-sign-in-needed';
      if (!isStale || !(await ask())) throw error;
      return client(endpoint, input);
    }
  };
}

/** One question at a time: calls that are refused meanwhile wait for the same answer. */
export function oneQuestion(show: (answer: ((proven: boolean) => void) | null) => void): AskAgain {
  let open: Promise<boolean> | null = null;
  return () => {
    open ??= new Promise<boolean>((resolve) => show(resolve)).finally(() => {
      open = null;
      show(null);
    });
    return open;
  };
}
