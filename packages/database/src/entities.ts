import { ApprenticeshipRow, MentorshipRow } from './apprenticeship/apprenticeship.entity.js';
import { HoursEntryRow } from './hours/hours-entry.entity.js';
import { MembershipRow, OrganizationRow, PartnershipRow, PersonRow } from './people/person.entity.js';
import { CompetencyRow, RtiCourseRow, StandardRow, WorkProcessRow } from './program/standard.entity.js';
import { LmsIdentityRow, PersonLinkRow, ScoreDeliveryRow, SectionRow } from './instruction/section.entity.js';
import { RecordEntryRow } from './record/record-entry.entity.js';

/** Every class that stands for a table. */
export const entities = [
  PersonRow,
  OrganizationRow,
  PartnershipRow,
  MembershipRow,
  StandardRow,
  WorkProcessRow,
  CompetencyRow,
  RtiCourseRow,
  ApprenticeshipRow,
  MentorshipRow,
  HoursEntryRow,
  RecordEntryRow,
  SectionRow,
  LmsIdentityRow,
  PersonLinkRow,
  ScoreDeliveryRow,
];
