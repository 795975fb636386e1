import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('people')
export class PersonRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  /** Read by nobody but whoever finds out who calls, so left out unless asked for. */
  @Column('text', { nullable: true, select: false }) passwordHash!: string | null;
  @Column('text', { nullable: true }) studentNumber!: string | null;
}

@Entity('organizations')
export class OrganizationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'sponsor' | 'employer' | 'college';
  @Column('text') name!: string;
}

@Entity('partnerships')
export class PartnershipRow {
  @PrimaryColumn('uuid') sponsorId!: string;
  @PrimaryColumn('uuid') organizationId!: string;
}

@Entity('memberships')
export class MembershipRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') role!: string;
  @Column('date') fromOn!: string;
  @Column('date', { nullable: true }) untilOn!: string | null;
}
