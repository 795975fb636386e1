import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('apprenticeships')
export class ApprenticeshipRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sponsorId!: string;
  @Column('uuid') employerId!: string;
  @Column('uuid') apprenticeId!: string;
  @Column('uuid') standardId!: string;
  @Column('text') status!: string;
  @Column('date') beganOn!: string;
}

@Entity('mentorships')
export class MentorshipRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sponsorId!: string;
  @Column('uuid') apprenticeshipId!: string;
  @Column('uuid') mentorId!: string;
  @Column('date') fromOn!: string;
  @Column('date', { nullable: true }) untilOn!: string | null;
  @Column('text') kind!: 'mentor' | 'stand-in';
}
