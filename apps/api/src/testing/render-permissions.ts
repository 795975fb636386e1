import * as contracts from '@journeybook/contracts';
import type { CallerName } from './every-caller.js';
import { callerNames } from './every-caller.js';

/** What a row of their own, and rows of others, were answered with. */
export type RowAnswers = ReadonlyMap<CallerName, { readonly own: string; readonly others: readonly string[] }>;

export interface Observed {
  /** `admitted`, or how the door refused. */
  readonly admitted: ReadonlyMap<string, ReadonlyMap<CallerName, string>>;
  readonly refusals: ReadonlyMap<string, RowAnswers>;
}

const introduction = `# Permissions

Every route of the API by everybody who can call it. A test calls each of them over HTTP and writes this page from what it was
answered (\`apps/api/src/http/permissions.e2e.test.ts\`); it fails when a route is missing here or answers otherwise. After a change that
is meant, \`npm run permissions -w apps/api\` writes the page anew: read what differs. The LTI tool's own routes are in
[lms/permissions.md](lms/permissions.md).

- ✓ is let past the door. On which row is decided behind it; the second table of each group shows how.
- – is refused at the door: \`401 not-signed-in\` to nobody, \`403 not-allowed\` to everybody else; a mentor's link counts where it leads,
  and elsewhere whoever has it is nobody.
- *portal* is somebody who signed in, by their role; *frame* a page that a learning platform opened, by the role in that course; *picker*
  the page that adds a link there; *LTI tool* our other server.
- *Own row* is what is answered about a row of one's own: ✓, or which rule refused what was asked of it. *Of others* is what the same
  person is answered about a row of another apprentice, employer or college of the same sponsor, and of another sponsor. An edit is
  asked for as if nothing had been shown: \`412 changed-since-shown\` answers whoever may make it, and never about a row of others.
`;

/** The page of permissions, in the order of the routes given. */
export function renderPermissions(lines: readonly string[], observed: Observed): string {
  const groups = Map.groupBy(lines, groupOf);
  const parts = [...groups].map(([name, those]) => renderGroup(name, those, observed));
  return [introduction, ...parts].join('\n');
}

/** The feature that a route belongs to: the name of its group in the contract. */
function groupOf(line: string): string {
  const found = Object.entries(contracts).find(
    ([name, group]) =>
      name.endsWith('Endpoints') &&
      Object.values(group as object).some(
        (one: { method: string; path: string }) => `${one.method} ${one.path}` === line,
      ),
  );
  return found
    ? found[0].replace(/Endpoints$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : 'server';
}

const columns: Readonly<Record<string, string>> = {
  nobody: 'nobody',
  picker: 'picker',
  link: 'mentor’s link',
  machine: 'LTI tool',
};
const columnOf = (caller: CallerName): string =>
  columns[caller] ?? (caller.startsWith('launch: ') ? `frame: ${caller.slice(8)}` : `portal: ${caller}`);

function renderGroup(name: string, lines: readonly string[], { admitted, refusals }: Observed): string {
  const cell = (line: string, caller: CallerName) => {
    const answer = admitted.get(line)?.get(caller) ?? '?';
    return answer === 'admitted' ? '✓' : /not-signed-in|not-allowed/.test(answer) ? '–' : answer;
  };
  const doors = lines.map((line) => [code(line), ...callerNames.map((caller) => cell(line, caller))]);
  const rows = lines.flatMap((line) => rowsOf(line, refusals.get(line)));
  return [
    `## ${name.replace(/^./, (letter) => letter.toUpperCase())}\n`,
    table(['route', ...callerNames.map(columnOf)], doors),
    ...(rows.length > 0 ? [table(['route', 'who', 'own row', 'of others'], rows)] : []),
  ].join('\n');
}

/** A line for each answer there is, with everybody who gets it. */
function rowsOf(line: string, answers: RowAnswers | undefined): string[][] {
  const told = [...(answers ?? [])].map(([caller, { own, others }]) => ({
    caller: columnOf(caller),
    own: own.startsWith('2') ? '✓' : code(own),
    others: [...new Set(others)].map(code).join(', ') || 'none in this world',
  }));
  return [...Map.groupBy(told, ({ own, others }) => `${own} ${others}`).values()].map((same) => [
    code(line),
    same.map(({ caller }) => caller.replace('portal: ', '')).join(', '),
    same[0]?.own ?? '',
    same[0]?.others ?? '',
  ]);
}

const code = (text: string): string => `\`${text}\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
    .concat('\n');
