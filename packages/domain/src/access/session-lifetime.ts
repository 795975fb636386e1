/** How long a session lasts from signing in, in minutes: a working day and the way home. */
export const sessionMinutes = 12 * 60;

/** How long a session stays open that nobody uses, in minutes: half a shift. */
export const sessionIdleMinutes = 4 * 60;

/** How long a token that was replaced by another still opens what was sent with it meanwhile, in minutes. */
export const replacedSessionMinutes = 0.5;

/** How long a link to choose a new password opens, in minutes. */
export const passwordResetMinutes = 60;
