import type { Minutes } from '../units.js';

/** What has to be reached for a step; what is left out is not asked for. All that is given must be reached. */
export interface WageThreshold {
  readonly ojtMinutes?: Minutes;
  readonly rtiMinutes?: Minutes;
  readonly months?: number;
  readonly competencies?: number;
}

/** One step of a progressive wage (29 CFR 29.5(b)(5)). */
export interface WageStep {
  /** 1 is the entry wage. */
  readonly step: number;
  readonly title: string;
  readonly after: WageThreshold;
  /** Of the journeyworker's rate. */
  readonly percent: number;
}

export interface WageSchedule {
  readonly journeyworkerCentsPerHour: number;
  readonly steps: readonly WageStep[];
}

/** The least the step pays, in whole cents an hour, rounded up. */
export const stepCentsPerHour = (schedule: WageSchedule, step: WageStep): number =>
  Math.ceil((schedule.journeyworkerCentsPerHour * step.percent) / 100);
