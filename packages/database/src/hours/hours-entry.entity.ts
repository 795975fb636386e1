import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../instant-column.js';

@Entity('hours_entries')
export class HoursEntryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sponsorId!: string;
  @Column('uuid') apprenticeshipId!: string;
  @Column('uuid') employerId!: string;
  @Column('uuid') standardId!: string;
  @Column('text') workProcessCode!: string;
  @Column('date') workedOn!: string;
  @Column('int') minutes!: number;
  @Column('int', { nullable: true }) startMinute!: number | null;
  @Column('int', { nullable: true }) endMinute!: number | null;
  @Column('text', { array: true }) practised!: string[];
  @Column('text') note!: string;
  @Column('text') status!: 'draft' | 'submitted' | 'approved' | 'returned';
  @Column('int') version!: number;
  @Column(instantColumn) loggedAt!: string;
  @Column({ ...instantColumn, nullable: true }) submittedAt!: string | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column({ ...instantColumn, nullable: true }) decidedAt!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
