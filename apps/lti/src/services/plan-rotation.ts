const day = 24 * 60 * 60_000;

/** A key signs for a quarter of a year. */
const signingDays = 91;
/** A successor is published this long before it signs: platforms keep key sets for minutes to a day. */
const aheadDays = 3;
/** A predecessor stays published this long: what it signed lives for five minutes, clocks and queues differ. */
const behindDays = 3;

export interface Rotation {
  /** From when the new key signs. */
  readonly notBefore: Date;
  /** Until when the keys before it stay published. */
  readonly retireOthersAt: Date;
}

/**
 * When a successor of the newest key is to be made now, and how it takes over (LTI security framework 1.0, 6.3: publish before
 * signing, keep the old one until its tokens have died). Null while there is time; a first key signs at once.
 */
export function planRotation(newestSignsFrom: Date | null, now: Date): Rotation | null {
  if (!newestSignsFrom) return { notBefore: now, retireOthersAt: now };
  const due = newestSignsFrom.getTime() + signingDays * day;
  const ahead = now.getTime() + aheadDays * day;
  if (due > ahead) return null;
  const notBefore = Math.max(due, ahead);
  return { notBefore: new Date(notBefore), retireOthersAt: new Date(notBefore + behindDays * day) };
}
