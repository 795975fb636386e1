const amount = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** Cents as dollars: `$21.50`. */
export const showDollars = (cents: number): string => amount.format(cents / 100);

/** Cents an hour as one reads them: `$21.50 an hour`. */
export const showRate = (cents: number): string => `${showDollars(cents)} an hour`;
