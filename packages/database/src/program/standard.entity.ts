import type { ElectiveGroup, EvaluationMethod, ProgramTerms } from '@journeybook/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../instant-column.js';

@Entity('standards')
export class StandardRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sponsorId!: string;
  @Column('text') occupationTitle!: string;
  @Column('text') rapidsCode!: string;
  @Column('text') onetSoc!: string;
  @Column('text') version!: string;
  @Column('text') approach!: 'time' | 'competency' | 'hybrid';
  @Column('int') termMonths!: number;
  @Column('int') ojtMinutes!: number;
  @Column('int') rtiMinutes!: number;
  @Column('jsonb') levels!: { level: number; name: string }[];
  @Column('jsonb') completionCredentials!: { code: string; name: string }[];
  @Column('text') jobBookStatus!: 'template-unverified' | 'reviewed';
  @Column('jsonb') policies!: { passMarkPercent: number; shiftLimitMinutes: number; loggingWindowDays: number };
  @Column('jsonb') electiveGroups!: ElectiveGroup[];
  @Column('jsonb', { nullable: true }) terms!: ProgramTerms | null;
  @Column(instantColumn) publishedAt!: string;
}

@Entity('work_processes')
export class WorkProcessRow {
  @PrimaryColumn('uuid') standardId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('int') position!: number;
  @Column('text') title!: string;
  @Column('int') requiredMinutes!: number;
  @Column('int', { nullable: true }) minimumMinutes!: number | null;
  @Column('int', { nullable: true }) maximumMinutes!: number | null;
  @Column('boolean') local!: boolean;
  @Column('boolean') safety!: boolean;
}

@Entity('competencies')
export class CompetencyRow {
  @PrimaryColumn('uuid') standardId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('text') workProcessCode!: string;
  @Column('int') position!: number;
  @Column('text') title!: string;
  @Column('int') requiredLevel!: number;
  @Column('text') evaluationMethod!: string;
  @Column('text', { nullable: true }) evaluation!: EvaluationMethod | null;
}

@Entity('rti_courses')
export class RtiCourseRow {
  @PrimaryColumn('uuid') standardId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('int') position!: number;
  @Column('text') title!: string;
  @Column('int') requiredMinutes!: number;
  @Column('boolean') local!: boolean;
  @Column('boolean') safety!: boolean;
  @Column('text', { nullable: true }) electiveGroup!: string | null;
}
