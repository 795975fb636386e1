import type { WageSchedule } from '../wages/wage-schedule.js';
import type { AgencyPolicy } from './agency-policy.js';
import { federalPolicy } from './agency-policies.js';
import type { Standard } from './standard.js';

/** How many apprentices so many journeyworkers may have at one site (29 CFR 29.5(b)(7)). */
export interface Ratio {
  readonly apprentices: number;
  readonly journeyworkers: number;
}

/** What a program lays down besides the work and the instruction. */
export interface ProgramTerms {
  readonly wages: WageSchedule | null;
  readonly ratio: Ratio | null;
  readonly agency: AgencyPolicy;
}

/** A program that lays nothing down: no wage schedule, no ratio, the federal policy. */
export const federalTerms: ProgramTerms = { wages: null, ratio: null, agency: federalPolicy };

/** The terms of a standard; the federal ones when it lays nothing down. */
export const termsOf = (standard: Standard): ProgramTerms => standard.terms ?? federalTerms;
