import type { CalendarDate, Instant } from '@journeybook/domain';
import { instant } from '@journeybook/domain';

/** What time it is. The domain never asks; the API asks here and passes the answer on. */
export class Clock {
  private readonly date: Intl.DateTimeFormat;

  constructor(
    /** In which the days at the sites are told. */
    readonly timeZone: string,
    private readonly read: () => Date = () => new Date(),
  ) {
    this.date = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  }

  now(): Instant {
    return instant(this.read());
  }

  /** The calendar date at the sites. */
  today(): CalendarDate {
    return this.dateOf(this.now());
  }

  dateOf(moment: Instant): CalendarDate {
    return this.date.format(new Date(moment)) as CalendarDate;
  }

  in(minutes: number): Instant {
    return instant(new Date(this.read().getTime() + minutes * 60_000));
  }
}
