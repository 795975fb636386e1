/** Cents as dollars. */
export const asDollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

/** Minutes as hours and minutes. */
export const asHours = (minutes: number): string => {
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
};

/** How long one has to wait, rounded up. */
export const inMinutes = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60);
  if (minutes > 90) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
};

/** The first five, and how many more there are. */
export const firstFew = (names: readonly string[]): string =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
