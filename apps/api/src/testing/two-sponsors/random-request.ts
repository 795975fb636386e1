import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { z } from 'zod';
import type { Random } from './random.js';
import type { Described } from './random-value.js';
import { randomValue } from './random-value.js';

export type EndpointName = keyof typeof endpoints;
export const endpointNames = Object.keys(endpoints) as EndpointName[];

export interface RandomRequest {
  readonly method: string;
  readonly address: string;
  readonly body: string | undefined;
  /** What it says it was shown, for an edit: an edition that something is likely to have. */
  readonly tag: string | undefined;
}

/** In which tables the ids are of which a name speaks; any other name may mean any id. */
const tablesOf: Readonly<Record<string, readonly string[]>> = {
  apprenticeship: ['public.apprenticeships'],
  standard: ['public.standards', 'public.standard_drafts'],
  draft: ['public.standard_drafts'],
  from: ['public.standards'],
  to: ['public.standards'],
  with: ['public.standards', 'public.standard_drafts'],
  employer: ['public.organizations'],
  organization: ['public.organizations'],
  sponsor: ['public.organizations'],
  college: ['public.organizations'],
  person: ['public.people'],
  mentor: ['public.people'],
  entry: ['public.hours_entries', 'public.record_entries'],
  entries: ['public.hours_entries', 'public.record_entries'],
  identity: ['public.lms_identities'],
  learners: ['public.lms_identities'],
  request: ['public.sign_off_requests', 'public.standing_requests'],
  invitation: ['public.invitations'],
  membership: ['public.memberships'],
  mentorship: ['public.mentorships'],
  reviews: ['public.credit_reviews'],
  platform: ['lti.deployments'],
  delivery: ['public.score_deliveries'],
  section: ['public.sections'],
  link: ['public.mentor_links', 'public.provider_links'],
  passkey: ['public.passkeys'],
  session: ['public.sessions'],
  picker: ['public.launch_sessions'],
};

/** Parts of a path that are no ids. */
const words: Readonly<Record<string, string>> = {
  competency: 'WP01.01',
  field: 'veteran',
  domain: 'alder.example',
};

/** Ids by table, of both sides. */
export type Ids = ReadonlyMap<string, readonly string[]>;

const schemas = new Map(
  endpointNames.map((name) => {
    const { body, query } = endpoints[name] as { body: z.ZodType | null; query: z.ZodType | null };
    return [name, { body: describe(body), query: describe(query) }] as const;
  }),
);

function describe(schema: z.ZodType | null): Described | null {
  if (!schema) return null;
  const { $defs = {}, ...described } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  });
  return written(described, $defs) as Described;
}

/** The description with what it refers to written out. */
function written(part: unknown, defs: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(part)) return part.map((one) => written(one, defs));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref } = part as { $ref?: string };
  if ($ref) return written(defs[$ref.replace('#/$defs/', '')] ?? {}, defs);
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, written(one, defs)]));
}

/** A request for an endpoint with whatever the contract lets one send, about rows of either side; a bare one with no more than it has to. */
export function randomRequest(name: EndpointName, random: Random, ids: Ids, isBare = false): RandomRequest {
  const all = [...ids.values()].flat();
  const idFor = (asked: string): string => {
    // Hours are named by who logs them. The id of something else would be free, and from then on their own.
    if (asked === 'id') return random.below(2) === 0 ? newId() : random.pick(ids.get('public.hours_entries') ?? []);
    const meant = (tablesOf[asked] ?? []).flatMap((table) => ids.get(table) ?? []);
    return meant.length > 0 && random.below(10) > 0 ? random.pick(meant) : random.pick(all);
  };
  const source = { random, idFor, isBare };
  const { body, query } = schemas.get(name) ?? { body: null, query: null };
  const { method, path } = endpoints[name];
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, asked: string) => words[asked] ?? idFor(asked));
  const asked = query ? (randomValue(query, 'query', source) as Record<string, unknown>) : {};
  const search = new URLSearchParams(
    Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, String(value)])),
  );
  return {
    method,
    address: search.size > 0 ? `${filled}?${search.toString()}` : filled,
    body: body ? JSON.stringify(randomValue(body, 'body', source)) : undefined,
    tag: endpoints[name].edits ? `"${random.below(4)}"` : undefined,
  };
}
