export type EmbeddedPostgresFault =
  | 'unsupported-platform'
  | 'binaries-do-not-run'
  | 'no-unprivileged-user'
  | 'folder-not-writable'
  | 'folder-not-reachable'
  | 'folder-not-a-database'
  | 'folder-of-another-version'
  | 'password-missing'
  | 'password-refused'
  | 'port-in-use'
  | 'initialisation-failed'
  | 'start-failed';

/** The embedded server cannot do what was asked. The message is one line and says what a person can do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly fault: EmbeddedPostgresFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(oneLine(message), options);
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The code of a failed system call (`EACCES`, `ENOENT` …), or nothing for any other thrown value. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
