import { ageOn, isCalendarDate } from '@journeybook/domain';

/** Whether a guardian signs too: whoever is under the agency's adult age on the first day of the agreement (29 CFR 29.7(a)). */
export const needsGuardian = (dates: { bornOn: string; beganOn: string }, adultAge: number): boolean =>
  isCalendarDate(dates.bornOn) && isCalendarDate(dates.beganOn) && ageOn(dates.bornOn, dates.beganOn) < adultAge;
