import pg from 'pg';

/** An event as it stands on file. */
export interface EventOnFile {
  readonly kind: string;
  readonly action: string;
  readonly caller: string;
  readonly person: string | null;
  readonly role: string | null;
  readonly organization: string | null;
  readonly address: string;
  readonly sponsor: string | null;
  readonly subjects: Record<string, string>;
  readonly details: Record<string, unknown>;
  /** The agreements it concerns. */
  readonly apprenticeships: readonly string[];
  /** The organisations it concerns. */
  readonly organizations: readonly string[];
}

/** Reads what requests left on file, over a connection that no count of statements sees. */
export interface EventReader {
  of(requestId: string): Promise<readonly EventOnFile[]>;
  close(): Promise<void>;
}

const events = `
  select kind, action, caller, person_id as person, role, organization_id as organization, address, sponsor_id as sponsor,
    subjects, details,
    array(select distinct r.apprenticeship_id::text from audit_reach r where r.event_id = e.id and r.apprenticeship_id is not null)
      as apprenticeships,
    array(select distinct r.organization_id::text from audit_reach r where r.event_id = e.id) as organizations
  from audit_events e where request_id = $1 order by id`;

/** Reads as the owner of the database; connects with the first question. */
export function openEventReader(url: string): EventReader {
  const pool = new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  return {
    of: async (requestId) => (await pool.query<EventOnFile>(events, [requestId])).rows,
    close: () => pool.end(),
  };
}
