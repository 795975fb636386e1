import type { StandardDraftView } from '@journeybook/contracts';
import type { StandardDraft, Tables } from '@journeybook/database';
import { checkStandard } from '@journeybook/domain';
import { found } from '../http/refused.js';
import { presentContents } from './present-contents.js';

/** A draft with what a check of it finds. */
export async function presentDraft(
  tables: Tables,
  { version, from, notes, changedBy, changedAt }: StandardDraft,
): Promise<StandardDraftView> {
  const { standard, sponsor, edition } = version;
  const { id, name } = found(await tables.people.findOrganization(sponsor));
  const source = from === null ? null : found(await tables.standards.find(from)).standard;
  return {
    id: standard.id,
    sponsor: { id, name },
    edition,
    from: source && { id: source.id, version: source.version },
    contents: presentContents(standard),
    findings: [...checkStandard(standard)],
    notes: [...notes],
    changedBy,
    changedAt,
  };
}
