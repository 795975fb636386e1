import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../instant-column.js';

@Entity('record_entries')
export class RecordEntryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sponsorId!: string;
  @Column('uuid') apprenticeshipId!: string;
  @Column('int') sequence!: number;
  @Column('text') kind!: string;
  @Column('text') source!: string;
  @Column('uuid') standardId!: string;
  @Column('text', { nullable: true }) subject!: 'work-process' | 'course' | 'competency' | null;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('int', { nullable: true }) minutes!: number | null;
  @Column('int', { nullable: true }) level!: number | null;
  @Column('date') occurredOn!: string;
  @Column(instantColumn) recordedAt!: string;
  @Column('uuid') answeredBy!: string;
  @Column('uuid', { nullable: true }) reverses!: string | null;
  @Column('jsonb') details!: Record<string, unknown>;
  @Column('char') previousHash!: string;
  @Column('char') hash!: string;
}
