import type { CustomChangeView, CustomisationView, StandardContents } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { CustomChange, Customisation, OrganizationId, Standard, StandardId } from '@journeybook/domain';
import { applyCustomisation, codesGiven, earlierChanges, holds, openCustomisation } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import type { OpenedStandard } from './open-version.js';
import { findStandard } from './open-version.js';
import { presentContents } from './present-contents.js';

/** Which employer, in which version. */
export interface CustomisedAt {
  readonly standard: StandardId;
  readonly employer: OrganizationId;
}

/** The version for whoever may read what the employer made its own in it; `not-found` for everybody else. */
export async function openCustomised(
  tables: Tables,
  by: KnownPerson,
  { standard, employer }: CustomisedAt,
): Promise<OpenedStandard> {
  const opened = await findStandard(tables, by, standard);
  orRefuse(openCustomisation(asActor(by), { ...opened.facts, employer }));
  return opened;
}

@Injectable()
export class ReadCustomisation {
  constructor(private readonly database: Database) {}

  /** What an employer made its own in a version, the changes of the version before that can be made again, and all of it applied. */
  async read(person: KnownPerson, at: CustomisedAt): Promise<CustomisationView> {
    const { read } = this.database;
    const { standard, employers } = await openCustomised(read, person, at);
    const made = await read.customisations.list(at.standard, at.employer);
    const customisation = { ...at, edition: made.length, changes: made.map((one) => one.change) };
    const takenCodes = new Set((await read.customisations.listOthers(at.standard, at.employer)).flatMap(codesGiven));
    const earlier = (await listEarlier(read, customisation, standard)).filter((change) =>
      codesGiven(change).every((code) => !takenCodes.has(code)),
    );
    return {
      standard: { id: standard.id, version: standard.version, title: standard.occupation.title },
      employer: found(employers.find((one) => one.id === at.employer)),
      edition: customisation.edition,
      changes: made.map(({ change, by, at: madeAt }) => ({ change: presentChange(change), by, at: madeAt })),
      earlier: earlier.map(presentChange),
      takenCodes: [...takenCodes],
      contents: contentsOf(standard, customisation),
      may: { customise: holds(asActor(person), 'employer-admin', at.employer) },
    };
  }
}

async function listEarlier(
  tables: Tables,
  customisation: Customisation,
  standard: Standard,
): Promise<readonly CustomChange[]> {
  const before = await tables.standards.findBefore(standard.id);
  if (before === null) return [];
  const { changes } = await tables.customisations.find(before, customisation.employer);
  return earlierChanges(changes, customisation, standard);
}

/** As an apprentice has it who has signed nothing yet. */
const contentsOf = (standard: Standard, { changes }: Customisation): StandardContents =>
  presentContents(applyCustomisation(standard, changes, new Set()));

const presentChange = (change: CustomChange): CustomChangeView => change as CustomChangeView;
