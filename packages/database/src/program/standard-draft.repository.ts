import type { Instant, OrganizationId, PersonId, Standard, StandardId, StandardVersion } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';

/** A version being written; everything it says is kept as it was typed, faulty or not. */
export interface StandardDraft {
  readonly version: StandardVersion;
  readonly from: StandardId | null;
  /** What a file said that could not be carried over. */
  readonly notes: readonly string[];
  readonly changedBy: { readonly id: PersonId; readonly name: string };
  readonly changedAt: Instant;
}

interface DraftRow {
  readonly id: StandardId;
  readonly sponsor: OrganizationId;
  readonly edition: number;
  readonly from: StandardId | null;
  readonly contents: Omit<Standard, 'id'>;
  readonly notes: readonly string[];
  readonly changedBy: { readonly id: PersonId; readonly name: string };
  readonly changedAt: Instant;
}

const select = `
  select d.id, d.sponsor_id as sponsor, d.edition, d.from_standard_id as "from", d.contents, d.notes,
    json_build_object('id', p.id, 'name', p.name) as "changedBy", ${instantText('d.changed_at')} as "changedAt"
  from standard_drafts d join people p on p.id = d.changed_by`;

const toDraft = ({ id, sponsor, edition, contents, ...rest }: DraftRow): StandardDraft => ({
  ...rest,
  version: { sponsor, edition, status: 'draft', standard: { ...contents, id } },
});

/** Drafts of programs' standards. */
export class StandardDraftRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(draft: {
    version: StandardVersion;
    from: StandardId | null;
    notes: readonly string[];
    by: PersonId;
    at: Instant;
  }): Promise<void> {
    const { standard, sponsor, edition } = draft.version;
    const { id, ...contents } = standard;
    await this.manager.query(
      `insert into standard_drafts (id, sponsor_id, edition, from_standard_id, contents, notes, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, sponsor, edition, draft.from, contents, JSON.stringify(draft.notes), draft.by, draft.at],
    );
  }

  async find(id: StandardId): Promise<StandardDraft | null> {
    const [row] = await this.manager.query<DraftRow[]>(`${select} where d.id = $1`, [id]);
    return row ? toDraft(row) : null;
  }

  /** Holds the draft until the transaction ends. */
  async lock(id: StandardId): Promise<StandardDraft | null> {
    const [row] = await this.manager.query<DraftRow[]>(`${select} where d.id = $1 for update of d`, [id]);
    return row ? toDraft(row) : null;
  }

  /** Drafts of these sponsors, the one changed last first. */
  async listOf(sponsors: readonly OrganizationId[]): Promise<readonly StandardDraft[]> {
    const rows = await this.manager.query<DraftRow[]>(
      `${select} where d.sponsor_id = any($1) order by d.changed_at desc, d.id`,
      [sponsors],
    );
    return rows.map(toDraft);
  }

  async save({ standard, edition }: StandardVersion, { by, at }: { by: PersonId; at: Instant }): Promise<void> {
    const { id, ...contents } = standard;
    await this.manager.query(
      'update standard_drafts set edition = $2, contents = $3, changed_by = $4, changed_at = $5 where id = $1',
      [id, edition, contents, by, at],
    );
  }

  async discard(id: StandardId): Promise<void> {
    await this.manager.query('delete from standard_drafts where id = $1', [id]);
  }
}
