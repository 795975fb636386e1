import type { AuditEvent } from '@journeybook/contracts';

const head = ['when', 'who', 'role', 'organization', 'address', 'what', 'apprentices', 'whom', 'request'];

/** Events as comma-separated values (RFC 4180), each time in UTC. */
export const writeCsv = (events: readonly AuditEvent[]): string =>
  [head, ...events.map(cells)].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Who it was, where no name is told. */
const callers: Readonly<Record<AuditEvent['caller'], string>> = {
  person: 'somebody of another organization',
  launch: 'somebody in the learning platform',
  machine: 'the learning platform',
  nobody: 'somebody not signed in',
  operator: 'whoever runs the installation',
};

const cells = ({
  at,
  person,
  caller,
  role,
  organization,
  address,
  what,
  about,
  whom,
  requestId,
}: AuditEvent): string[] => [
  at,
  person?.name ?? callers[caller],
  role ?? '',
  organization?.name ?? '',
  address ?? '',
  what,
  about.map(({ name }) => name).join('; '),
  whom ?? '',
  requestId,
];

/** A name that begins like a formula would be one in a spreadsheet. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
