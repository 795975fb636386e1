import type { StandardDifferenceView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Standard, StandardDifference, StandardId } from '@journeybook/domain';
import { compareStandards } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findContents } from './open-version.js';

@Injectable()
export class CompareStandards {
  constructor(private readonly database: Database) {}

  /** What changed from one version or draft to another, each difference with the title of its item. */
  async compare(person: KnownPerson, { from, to }: { from: StandardId; to: StandardId }) {
    const { read } = this.database;
    const older = await findContents(read, person, from);
    const newer = await findContents(read, person, to);
    return {
      from: older.version,
      to: newer.version,
      differences: compareStandards(older, newer).map(
        (one): StandardDifferenceView => ({
          ...one,
          title: titleOf(newer, one) ?? titleOf(older, one) ?? '',
          fields: [...one.fields],
        }),
      ),
    };
  }
}

function titleOf(standard: Standard, { subject, code }: StandardDifference): string | undefined {
  const titled = (items: readonly { readonly code: string; readonly title: string }[]) =>
    items.find((one) => one.code === code)?.title;
  switch (subject) {
    case 'terms':
      return '';
    case 'work-process':
      return titled(standard.workProcesses);
    case 'competency':
      return titled(standard.competencies);
    case 'course':
      return titled(standard.courses);
    case 'elective-group':
      return titled(standard.electiveGroups ?? []);
    case 'credential':
      return standard.completionCredentials.find((one) => one.code === code)?.name;
    case 'wage-step':
      return standard.terms?.wages?.steps.find((one) => String(one.step) === code)?.title;
  }
}
