import type { Minutes } from '../units.js';

/** More is logged than payroll paid; never a refusal (PRODUCT, "Hours": Flagged). */
export type PayrollFlag = 'covered-by-payroll';

/** What payroll says of the pay period that an entry falls in. */
export interface PayrollPeriod {
  /** Minutes paid for work, without leave and paid instruction. */
  readonly paidMinutes: Minutes;
  /** Minutes on the job at that employer logged for the period, this entry included. */
  readonly loggedMinutes: Minutes;
}

/** The flag of an entry whose pay period has fewer paid minutes than logged ones; none where no payroll was read (null). */
export const flagPayroll = (period: PayrollPeriod | null): readonly PayrollFlag[] =>
  period !== null && period.loggedMinutes > period.paidMinutes ? ['covered-by-payroll'] : [];
