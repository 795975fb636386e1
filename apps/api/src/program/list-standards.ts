import type { StandardSummary } from '@journeybook/contracts';
import type { KnownPerson, StandardDraft } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { checkStandard } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';

@Injectable()
export class ListStandards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every version that the person may read, drafts first. */
  async list(person: KnownPerson): Promise<{ standards: StandardSummary[]; mayDraft: boolean }> {
    const { standards, drafts } = this.database.read;
    const actor = asActor(person);
    const sponsors = person.roles.filter((held) => held.role === 'sponsor-admin').map((held) => held.organization);
    const names = new Map(sponsors.map((one) => [one.id, one]));
    const written = await drafts.listOf([...names.keys()]);
    const published = await standards.listReadable(actor, this.clock.today());
    return {
      standards: [
        ...written.map((draft) => summary(draft, names.get(draft.version.sponsor)?.name ?? '')),
        ...published.map((one) => ({ ...one, status: 'published' as const, errors: 0 })),
      ],
      mayDraft: sponsors.length > 0,
    };
  }
}

function summary({ version: { standard, sponsor }, changedAt }: StandardDraft, name: string): StandardSummary {
  const { id, version, approach, ojtMinutes, rtiMinutes, termMonths, occupation } = standard;
  return {
    id,
    status: 'draft',
    sponsor: { id: sponsor, name },
    occupation: { title: occupation.title, rapidsCode: occupation.rapidsCode },
    version,
    approach,
    ojtMinutes,
    rtiMinutes,
    termMonths,
    at: changedAt,
    apprentices: 0,
    errors: checkStandard(standard).filter((one) => one.severity === 'error').length,
  };
}
