import type { AgreementView } from '@journeybook/contracts';
import type { Agreement, KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId } from '@journeybook/domain';
import { inProbation, isClosed, stillInvites } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findForAudit } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { placeOf } from '../access/inviter-may.js';
import { presentAgreement } from './present-agreement.js';
import type { ShownAgreement } from './present-agreement.js';
import { namedIn } from './present-notice.js';

@Injectable()
export class ReadAgreement {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The agreement for whoever may open its record; `not-their-record` for everybody else. */
  async read(reader: KnownPerson, id: ApprenticeshipId): Promise<AgreementView> {
    const today = this.clock.today();
    const agreement = await findForAudit(this.database.read, reader, { id, today });
    const shown = await complete(this.database.read, agreement);
    const invitationLeft = await this.invitationLeft(reader, agreement.apprenticeship);
    return { ...presentAgreement(shown, { actor: asActor(reader), today }), invitationLeft };
  }

  /** While an agreement runs, its invitation is shown where it is made. */
  private async invitationLeft(by: KnownPerson, { apprentice, status }: Apprenticeship) {
    if (!isClosed(status)) return null;
    const tables = this.database.read;
    const waiting = await tables.invitations.findWaitingOf(apprentice);
    if (!waiting) return null;
    const place = await placeOf(tables, waiting, this.clock.today());
    const { id, email, expiresAt } = waiting;
    return stillInvites(asActor(by), waiting, place) ? { id, email, expiresAt } : null;
  }
}

/** Reads what else the view says. */
async function complete(tables: Tables, { apprenticeship, program }: Agreement): Promise<ShownAgreement> {
  const { id, sponsor } = apprenticeship;
  const changes = await tables.record.listAgreement(id, ['status-changed', 'employer-changed', 'standard-changed']);
  const noted = {
    apprenticeship,
    program,
    history: changes.filter((entry) => entry.kind === 'status-changed'),
    employerHistory: changes.filter((entry) => entry.kind === 'employer-changed'),
  };
  const { people, organizations } = namedIn([noted]);
  const onProbation = apprenticeship.status !== 'draft' && inProbation(apprenticeship, noted.history);
  return {
    ...noted,
    standardHistory: changes.filter((entry) => entry.kind === 'standard-changed'),
    versions: await tables.standards.listOf([sponsor]),
    mentors: await tables.apprenticeships.listMentorships(id),
    inProbation: onProbation ? await tables.record.list(id) : null,
    signatures: await tables.apprenticeships.findSignatures(id),
    reports: await tables.agencyReports.listOf([id]),
    names: {
      people: await tables.people.namesOf(people),
      organizations: await tables.people.organizationsOf(organizations),
    },
  };
}
