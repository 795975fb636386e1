import type { CompetencyCode, OrganizationId, StandardId, WorkProcessCode } from '../brand.js';
import type { Minutes } from '../units.js';
import type { EntryOrigin } from './entry-origin.js';

/** A mentor showed the work to the apprentice. */
export interface CompetencyDemonstrated extends EntryOrigin {
  readonly kind: 'competency-demonstrated';
  readonly competency: CompetencyCode;
  readonly comment: string;
}
/** A mentor watched the apprentice at work; no sign-off. */
export interface CompetencyObserved extends EntryOrigin {
  readonly kind: 'competency-observed';
  readonly competency: CompetencyCode;
  readonly level: number;
  readonly feedback: string;
}
/** The sponsor lets minutes above a process's maximum count. */
export interface VarianceApproved extends EntryOrigin {
  readonly kind: 'variance-approved';
  readonly workProcess: WorkProcessCode;
  readonly minutes: Minutes;
  readonly reason: string;
}
/** The apprentice works for another employer of the program from that day. */
export interface EmployerChanged extends EntryOrigin {
  readonly kind: 'employer-changed';
  readonly from: OrganizationId;
  readonly employer: OrganizationId;
}
/** A wage step was paid from that day, at the actual rate. */
export interface WageStepGiven extends EntryOrigin {
  readonly kind: 'wage-step-given';
  readonly step: number;
  readonly centsPerHour: number;
}
/** A completion credential such as OSHA-10 was earned on that day. */
export interface CredentialEarned extends EntryOrigin {
  readonly kind: 'credential-earned';
  readonly credential: string;
  /** Number of the certificate, or where it is kept. */
  readonly reference: string;
}
/** The agreement goes over from one version of the standard to another; `standard` is the version left. */
export interface StandardChanged extends EntryOrigin {
  readonly kind: 'standard-changed';
  readonly to: StandardId;
  readonly mapping: readonly MappedCode[];
  readonly reason: string;
}
/** What an item of the older version is called in the newer one; null when it ends there. */
export interface MappedCode {
  readonly subject: 'work-process' | 'course' | 'competency';
  readonly from: string;
  readonly to: string | null;
}
/** The employer's word that the apprentice has mastered the occupation. */
export interface MasteryAttested extends EntryOrigin {
  readonly kind: 'mastery-attested';
  readonly employer: OrganizationId;
  readonly statement: string;
}
/** The sponsor gave the materials back; each reason names an item. */
export interface CompletionReturned extends EntryOrigin {
  readonly kind: 'completion-returned';
  readonly reasons: readonly string[];
}
/** The sponsor awarded completion after going through every requirement. */
export interface CompletionAwarded extends EntryOrigin {
  readonly kind: 'completion-awarded';
  readonly requirements: readonly { readonly kind: string; readonly code: string }[];
}

/** Kinds that came with the complete rules of the apprenticeship. */
export type LaterEntry =
  | CompetencyDemonstrated
  | CompetencyObserved
  | VarianceApproved
  | EmployerChanged
  | WageStepGiven
  | CredentialEarned
  | StandardChanged
  | MasteryAttested
  | CompletionReturned
  | CompletionAwarded;
