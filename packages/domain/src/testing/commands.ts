import type { ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';

/** Who tries a command; nearly always the wrong person for it. */
export type Who = 'apprentice' | 'mentor' | 'employer' | 'sponsor' | 'apprentice-with-office' | 'instructor';

/** Something somebody tries to do with an apprentice. Numbers choose among what is there. */
export type Command =
  | { readonly do: 'work'; readonly who: Who; readonly process: number; readonly minutes: number }
  | { readonly do: 'reverse-hours'; readonly who: Who; readonly nth: number }
  | { readonly do: 'void-sign-off'; readonly who: Who; readonly nth: number }
  | { readonly do: 'void-entry'; readonly who: Who; readonly nth: number }
  | { readonly do: 'correct-hours'; readonly who: Who; readonly nth: number; readonly minutes: number }
  | { readonly do: 'sign-off'; readonly who: Who; readonly skill: number; readonly level: number }
  | { readonly do: 'confirm'; readonly course: number; readonly score: number }
  | { readonly do: 'credential'; readonly who: Who }
  | { readonly do: 'variance'; readonly who: Who; readonly process: number; readonly minutes: number }
  | {
      readonly do: 'standing';
      readonly who: Who;
      readonly decider: Who;
      readonly item: number;
      readonly minutes: number;
    }
  | { readonly do: 'status'; readonly who: Who; readonly to: ApprenticeshipStatus }
  | { readonly do: 'attest'; readonly who: Who }
  | { readonly do: 'award'; readonly who: Who }
  | { readonly do: 'return'; readonly who: Who }
  | { readonly do: 'review'; readonly who: Who; readonly nth: number; readonly accepted: boolean }
  | { readonly do: 'review-all'; readonly who: Who };

/** All the work of the small standard, in an order; each step by the right person. */
export const allTheWork: readonly Command[] = [
  { do: 'status', who: 'sponsor', to: 'active' },
  { do: 'work', who: 'mentor', process: 0, minutes: 600 },
  { do: 'work', who: 'mentor', process: 1, minutes: 300 },
  { do: 'sign-off', who: 'mentor', skill: 0, level: 3 },
  { do: 'sign-off', who: 'mentor', skill: 1, level: 3 },
  { do: 'confirm', course: 0, score: 88 },
  { do: 'confirm', course: 1, score: 88 },
  { do: 'credential', who: 'employer' },
];
/** What follows when the work is done. */
export const theEnd: readonly Command[] = [
  { do: 'attest', who: 'employer' },
  { do: 'review-all', who: 'sponsor' },
  { do: 'award', who: 'sponsor' },
];
