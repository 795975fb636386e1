import type { AttemptRule, ConfirmedBy, CreditMode } from '@journeybook/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../instant-column.js';

@Entity('sections')
export class SectionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') collegeId!: string;
  @Column('uuid', { nullable: true }) contextId!: string | null;
  @Column('text', { nullable: true }) platformName!: string | null;
  @Column('uuid', { nullable: true }) teacherId!: string | null;
  @Column('date', { nullable: true }) startsOn!: string | null;
  @Column('date', { nullable: true }) endsOn!: string | null;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) label!: string | null;
  @Column('text', { nullable: true }) sisId!: string | null;
  @Column('boolean') hasRoster!: boolean;
  @Column('boolean') hasGrades!: boolean;
  @Column('text', { nullable: true }) rapidsCode!: string | null;
  @Column('text', { nullable: true }) courseCode!: string | null;
  @Column('numeric', { nullable: true }) passMarkPercent!: number | null;
  @Column('text') confirmedBy!: ConfirmedBy;
  @Column('text') creditMode!: CreditMode;
  @Column('text') attempt!: AttemptRule;
  @Column('uuid', { nullable: true }) mappedBy!: string | null;
  @Column({ ...instantColumn, nullable: true }) mappedAt!: string | null;
  @Column({ ...instantColumn, nullable: true }) courseSince!: string | null;
  @Column('text') rosterState!: 'never' | 'reading' | 'read' | 'failed';
  @Column({ ...instantColumn, nullable: true }) rosterReadAt!: string | null;
  @Column('text', { nullable: true }) rosterProblem!: string | null;
  @Column({ ...instantColumn, nullable: true }) rosterFailedSince!: string | null;
  @Column('text') resultsState!: 'never' | 'reading' | 'read' | 'failed';
  @Column({ ...instantColumn, nullable: true }) resultsReadAt!: string | null;
  @Column('text', { nullable: true }) resultsProblem!: string | null;
  @Column({ ...instantColumn, nullable: true }) resultsFailedSince!: string | null;
  @Column('text', { nullable: true }) columnTitle!: string | null;
}

@Entity('lms_identities')
export class LmsIdentityRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') collegeId!: string;
  /** Null for an apprentice whom an instructor picked in the portal. */
  @Column('uuid', { nullable: true }) registrationId!: string | null;
  @Column('text') subject!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) sisId!: string | null;
}

@Entity('person_links')
export class PersonLinkRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') identityId!: string;
  @Column('uuid') personId!: string;
  @Column('text') method!: 'confirmed-by-instructor' | 'own-launch' | 'claimed-with-code' | 'picked-by-instructor';
  @Column('uuid') confirmedBy!: string;
  @Column(instantColumn) confirmedAt!: string;
  @Column({ ...instantColumn, nullable: true }) revokedAt!: string | null;
}

@Entity('score_deliveries')
export class ScoreDeliveryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sectionId!: string;
  @Column('uuid') identityId!: string;
  @Column('numeric', { nullable: true }) scorePercent!: number | null;
  @Column('boolean') graded!: boolean;
  @Column('boolean') restores!: boolean;
  @Column('text') comment!: string;
  @Column(instantColumn) decidedAt!: string;
  @Column('text') state!: 'waiting' | 'delivered' | 'refused' | 'superseded';
  @Column({ ...instantColumn, nullable: true }) outcomeAt!: string | null;
  @Column('text', { nullable: true }) outcomeKind!: string | null;
  @Column('text') message!: string;
}
