import { newId } from '@journeybook/database';
import type { CalendarDate, OrganizationId, PersonId } from '@journeybook/domain';
import { day } from '@journeybook/domain/testing';
import type { Known } from '../world.js';

/** What both sponsors work with: an employer, a college with its learning platform, and people who work for both. */
export interface Shared {
  readonly shop: OrganizationId;
  readonly campus: OrganizationId;
  readonly boss: Known;
  readonly guide: Known;
  readonly dean: Known;
  /** With one sponsor now, and once with the other. */
  readonly rover: Known;
}

/** One sponsor with what is its own. Every text of it holds the mark, and no other text does. */
export interface Side {
  readonly mark: string;
  /** A day that no other row has: the mark of rows of figures alone, such as hours paid. */
  readonly day: CalendarDate;
  /** The one that the rover was with before. */
  readonly isFormer: boolean;
  readonly sponsor: OrganizationId;
  readonly works: OrganizationId;
  readonly school: OrganizationId;
  readonly admin: Known;
  readonly auditor: Known;
  readonly boss: Known;
  readonly guide: Known;
  readonly dean: Known;
  readonly teacher: Known;
  /** An apprentice at the sponsor's own employer, and one at the employer that both share. */
  readonly inside: Known;
  readonly outside: Known;
  /** One whose agreement is over, and was erased. */
  readonly gone: Known;
}

const known = (name: string): Known => ({
  id: newId<PersonId>(),
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@people.example`,
});

export const makeShared = (): Shared => ({
  shop: newId(),
  campus: newId(),
  boss: known('Sam Boss'),
  guide: known('Gil Guide'),
  dean: known('Dora Dean'),
  rover: known('Rory Rover'),
});

export const makeSide = (mark: string, isFormer: boolean): Side => ({
  mark,
  day: day(isFormer ? '2025-11-08' : '2025-11-09'),
  isFormer,
  sponsor: newId(),
  works: newId(),
  school: newId(),
  admin: known(`${mark} Admin`),
  auditor: known(`${mark} Auditor`),
  boss: known(`${mark} Boss`),
  guide: known(`${mark} Guide`),
  dean: known(`${mark} Dean`),
  teacher: known(`${mark} Teacher`),
  inside: known(`${mark} Inside`),
  outside: known(`${mark} Outside`),
  gone: known(`${mark} Gone`),
});
